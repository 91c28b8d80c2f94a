import type { Modality, Relation } from "../../terms/index.ts";

/** What an arc may ask of the party that stands on it. */
export type ArcType = "actor" | "body" | "place" | "person" | "state" | "people" | "force" | "alliance";

/** Where a party stands around the word that carries the relation: `subj`, `obj`, `poss` …, or a preposition. */
export interface Arc {
  at: string;
  type: ArcType | null;
}

export type FrameSort = "verb" | "noun" | "adj" | "role" | "compound" | "prefix";

/** One way in which a word carries a relation: a line of `lexicons/predicates` (see the README there). */
export interface Frame {
  relation: Relation;
  sort: FrameSort;
  /** The lemma, or for a compound its half of the word. */
  lemma: string;
  /** "out" in "pull out"; the words after the first of a longer form. */
  particle: string | null;
  /** Lemmas of which one must be the verb's object. */
  objects: ReadonlySet<string> | null;
  agent: readonly Arc[];
  patient: readonly Arc[];
  /** The patient may be missing. */
  patientOptional: boolean;
  /** Without a patient there must be several agents. */
  needsPlural: boolean;
  modality: Modality | null;
  negated: boolean;
  /** Said in addition to what another frame of the same word says: forming an alliance is also joining it. */
  companion: boolean;
  /** `file:line`, to say why a claim was read. */
  rule: string;
}

/** The frames of one file. A line that cannot be read throws with the file, the line and what is wrong in it. */
export function parseFrames(relation: Relation, text: string, file: string): Frame[] {
  return text
    .split("\n")
    .flatMap((line, at) => parseLine(relation, line.replace(/(^|\s)#.*$/, "").trim(), `${file}:${at + 1}`));
}

const sorts: readonly FrameSort[] = ["verb", "noun", "adj", "role", "compound", "prefix"];

function parseLine(relation: Relation, line: string, rule: string): Frame[] {
  if (!line) return [];
  const match = /^(\w+)\s+(.*?)\s:\s*(.*?)\s*(>\??)\s*([^;]*)(?:;(.*))?$/.exec(line.replace(/(\S):\s/, "$1 : "));
  const [, sort, forms, agent, arrow, patient, options] = match ?? [];
  if (!match || !sorts.includes(sort as FrameSort)) {
    throw new Error(`${rule}: expected "sort forms : agent > patient ; options", found "${line}"`);
  }
  const option = parseOptions(options ?? "");
  const shared = {
    relation,
    sort: sort as FrameSort,
    agent: parseArcs(agent!),
    patient: parseArcs(patient!),
    patientOptional: arrow === ">?" || option.get("needs") === "plural",
    needsPlural: option.get("needs") === "plural",
    modality: (option.get("modality") ?? null) as Modality | null,
    negated: option.get("polarity") === "negated",
    companion: option.get("companion") === "yes",
    rule,
  };
  return parseForms(forms!).map((form) => ({ ...shared, ...form }));
}

function parseOptions(text: string): Map<string, string> {
  return new Map(
    text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((pair) => pair.split("=") as [string, string]),
  );
}

function parseArcs(text: string): Arc[] {
  return text
    .split("|")
    .map((arc) => arc.trim())
    .filter((arc) => arc && arc !== "-")
    .map((arc) => {
      const [at, type] = arc.split(":");
      return { at: at!, type: (type ?? null) as ArcType | null };
    });
}

type Form = Pick<Frame, "lemma" | "particle" | "objects">;

/** `break, cut +tie/link, part` : a `+` list belongs to the forms before it, back to the last list. */
function parseForms(text: string): Form[] {
  const done: Form[] = [];
  let open: Form[] = [];
  for (const chunk of text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [form, objects] = chunk.split(/\s*\+/);
    const [lemma, ...rest] = form!.split(/\s+/);
    open.push({ lemma: lemma!, particle: rest.join(" ") || null, objects: null });
    if (!objects) continue;
    const set = new Set(objects.split("/").map((word) => word.trim()));
    done.push(...open.map((entry) => ({ ...entry, objects: set })));
    open = [];
  }
  return [...done, ...open];
}
