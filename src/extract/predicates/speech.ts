import { type Stance, stances } from "../../terms/index.ts";

/** The words that attribute what is said, with the stance that each takes. */
export interface Speech {
  verbs: ReadonlyMap<string, Stance>;
  nouns: ReadonlyMap<string, Stance>;
}

/** Reads `speech.txt`. Of two stances for one word the first in the file counts. */
export function parseSpeech(text: string, file: string): Speech {
  const verbs = new Map<string, Stance>();
  const nouns = new Map<string, Stance>();
  text.split("\n").forEach((raw, at) => {
    const line = raw.replace(/(^|\s)#.*$/, "").trim();
    if (!line) return;
    const match = /^(nouns\s+)?(\w+)\s*:\s*(.*)$/.exec(line);
    if (!match || !stances.includes(match[2] as Stance)) {
      throw new Error(`${file}:${at + 1}: expected "stance : words", found "${line}"`);
    }
    const table = match[1] ? nouns : verbs;
    for (const word of match[3]!
      .split(",")
      .map((entry) => entry.trim())
      .filter(Boolean)) {
      if (!table.has(word)) table.set(word, match[2] as Stance);
    }
  });
  return { verbs, nouns };
}
