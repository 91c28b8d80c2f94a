import type { MentionType } from "../terms/index.ts";

/** What the lists know of a name. */
export interface KnownName {
  type: MentionType;
  /** The name that the list files it under. */
  name: string;
  /** The list's own word that the name alone does not tell who is meant. */
  ambiguous: boolean;
}

/** The lists of facts that the reading of names leans on, keyed by `nameKey`. Nothing here is needed for a name to be found. */
export interface Lexicon {
  names: ReadonlyMap<string, KnownName>;
  /** Adjectives and people's names of states and peoples: "syrian" → Syria. */
  demonyms: ReadonlyMap<string, { state: string | null; type: "nationality" | "people" }>;
  /** Common nouns that stand for actors and places: "militants" → group. */
  nouns: ReadonlyMap<string, MentionType>;
  /** Words inside names that tell the type: "Brigade" → group. */
  cues: ReadonlyMap<string, MentionType>;
  /** Titles and offices before names, lower case: "foreign minister". */
  titles: ReadonlyMap<string, "leads" | "speaks" | "office" | "rank" | "honorific">;
  /** Words within names that are written small: "al", "bin", "van". */
  particles: ReadonlySet<string>;
  givenNames: ReadonlySet<string>;
}

/** The key under which spellings of one name meet: case, apostrophes, hyphens, dots and a leading article do not count. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’‘`ʿʾ.]/g, "")
    .replace(/[^\p{L}\p{N}&]+/gu, " ")
    .trim()
    .replace(/^the /, "");
}
