import { type Modality, modalities } from "../../terms/index.ts";

/** What a word does to the way in which what it governs is said. */
export interface Operator {
  modality: Modality | "stopped";
  /** Whose subject a governed verb without one takes: "persuaded them to leave" has its object leave. */
  control: "subj" | "obj";
}

/** Operators by lemma; a lemma may have one reading with subject control and one with object control. */
export type Operators = ReadonlyMap<string, readonly Operator[]>;

/** Reads `operators.txt`. */
export function parseOperators(text: string, file: string): Operators {
  const operators = new Map<string, Operator[]>();
  text.split("\n").forEach((raw, at) => {
    const line = raw.replace(/(^|\s)#.*$/, "").trim();
    if (!line) return;
    const match = /^(\w+)\s*:\s*([^;]*)(?:;\s*control=(subj|obj))?\s*$/.exec(line);
    if (!match || !(match[1] === "stopped" || modalities.includes(match[1] as Modality))) {
      throw new Error(`${file}:${at + 1}: expected "modality : lemmas ; control=subj|obj", found "${line}"`);
    }
    const operator: Operator = {
      modality: match[1] as Operator["modality"],
      control: (match[3] as "subj" | "obj" | undefined) ?? "subj",
    };
    for (const lemma of match[2]!
      .split(",")
      .map((word) => word.trim())
      .filter(Boolean)) {
      operators.set(lemma, [...(operators.get(lemma) ?? []), operator]);
    }
  });
  return operators;
}
