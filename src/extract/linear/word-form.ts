import type { Word } from "../tagger.ts";

/** What the models see of a word: hashes of its spelling and of parts of it. Equal spellings have equal forms. */
export interface WordForm {
  /** The spelling with digits as 0 and typographic signs as CoreNLP writes them: “ as ``, ( as -LRB-. */
  readonly spelling: string;
  readonly exact: number;
  /** What `exact` would be in small letters. */
  readonly exactSmall: number;
  /** A word of four letters or more, and how it begins. */
  readonly long: boolean;
  readonly capital: boolean;
  /** No small letter in it: "US", "IRAN". */
  readonly capitals: boolean;
  readonly lower: number;
  readonly prefix1: number;
  readonly prefix3: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  /** Runs of capitals, small letters, digits and signs: "Al-Qaeda" is Xx-Xx. */
  readonly shape: number;
}

/** The forms of a sentence's words. A straight quotation mark opens when it leans on the next word only. */
export function formsOf(words: readonly Word[]): WordForm[] {
  return words.map((word, at) => {
    if (word.text !== '"') return formOf(word.text);
    const leansBack = at > 0 && words[at - 1]!.end === word.start;
    const leansForward = at + 1 < words.length && words[at + 1]!.start === word.end;
    return formOf(leansForward && !leansBack ? "``" : "''");
  });
}

const known = new Map<string, WordForm>();
const KNOWN_LIMIT = 200_000; // spellings, some 60 MB; a week of wire news holds fewer

/** The form of one spelling. */
export function formOf(text: string): WordForm {
  const found = known.get(text);
  if (found) return found;
  if (known.size >= KNOWN_LIMIT) known.clear();
  const form = makeForm(text);
  known.set(text, form);
  return form;
}

function makeForm(text: string): WordForm {
  const spelling = plainSpelling(text);
  const small = spelling.toLowerCase();
  return {
    spelling,
    exact: hashText(spelling, 1),
    exactSmall: hashText(small, 1),
    long: /\p{L}{4}/u.test(spelling),
    capital: /^\p{Lu}/u.test(spelling),
    capitals: /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u.test(spelling),
    lower: hashText(small, 2),
    prefix1: hashText(spelling.slice(0, 1), 3),
    prefix3: hashText(small.slice(0, 3), 4),
    suffix1: hashText(small.slice(-1), 5),
    suffix2: hashText(small.slice(-2), 6),
    suffix3: hashText(small.slice(-3), 7),
    suffix4: hashText(small.slice(-4), 8),
    shape: hashText(shapeOf(spelling), 9),
  };
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ["“", "``"],
  ["„", "``"],
  ["«", "``"],
  ["‘", "`"],
  ["”", "''"],
  ["»", "''"],
  ['"', "''"],
  ["(", "-LRB-"],
  [")", "-RRB-"],
  ["[", "-LSB-"],
  ["]", "-RSB-"],
  ["{", "-LCB-"],
  ["}", "-RCB-"],
  ["–", "--"],
  ["—", "--"],
  ["―", "--"],
  ["…", "..."],
]);

function plainSpelling(text: string): string {
  const sign = SIGNS.get(text);
  if (sign) return sign;
  return text
    .slice(0, 60) // longer ones are addresses and keys: their beginning tells enough
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[‐‑]/g, "-")
    .replace(/\d/g, "0");
}

function shapeOf(spelling: string): string {
  return spelling
    .replace(/\p{Lu}+/gu, "X")
    .replace(/\p{L}+/gu, (letters) => (/^X+$/.test(letters) ? "X" : letters.startsWith("X") ? "Xx" : "x"))
    .replace(/0+/g, "0")
    .slice(0, 8);
}

/** FNV-1a over UTF-16 code units, begun differently for every kind of part. */
export function hashText(text: string, kind: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(kind, 0x9e3779b1);
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
