import { isAcronymOf } from "./name-likeness.ts";
import { type NameSort, nameWords } from "./name-words.ts";
import { soundsAlike, wordDistance } from "./word-distance.ts";

/** Whether two names are taken for one, and the values that made it so. */
export interface NameComparison {
  same: boolean;
  /** 0 to 1; from `sameFrom` on, the same. */
  score: number;
  /** One sentence piece for each thing that counted, in the order in which it was found. */
  why: string[];
}

/** Where a score says "same". */
export const sameFrom = 0.5;

/**
 * Compares two names by themselves, with nothing known of who bears them: words are paired by how far apart they are
 * written, and what is left over on one side or both is weighed. People may leave names out ("Sirajuddin Haqqani"),
 * bodies may not ("Bank of China (Singapore)"); a number that differs makes another body.
 */
export function compareNames(one: string, other: string, sort: NameSort): NameComparison {
  const a = nameWords(one, sort).words;
  const b = nameWords(other, sort).words;
  if (a.length === 0 || b.length === 0) return verdict(one === other ? 1 : 0, ["nothing in it can be compared"]);
  if (ideographs.test(one) && ideographs.test(other) && one.normalize("NFKC") !== other.normalize("NFKC"))
    return verdict(0, ["written with other characters"]);
  if (a.join("") === b.join("")) return verdict(1, ["the same words"]);
  if (sort === "body") {
    const short = acronym(one, other);
    if (short !== null) return verdict(0.8, [`${short} are the initials`]);
    if (numbersDiffer(a, b)) return verdict(0.2, ["another number"]);
  }
  const paired = pairWords(a, b);
  const whole = runTogether(a, b);
  return whole !== null && whole.score > paired.score
    ? whole
    : sort === "person"
      ? judgePerson(paired)
      : judgeBody(paired);
}

function verdict(score: number, why: string[]): NameComparison {
  return { same: score >= sameFrom, score: Math.round(score * 1000) / 1000, why };
}

/** Scripts in which a character is a syllable or a word: another one is another name. */
const ideographs = /[\p{Script=Han}\p{Script=Hangul}]/u;

function acronym(one: string, other: string): string | null {
  const short = (name: string): string => name.replace(/\s+(?:of\s+)?\p{Lu}\p{Ll}+$/u, "");
  for (const [a, b] of [
    [one, other],
    [other, one],
  ] as const)
    if (isAcronymOf(a, b.replace(/[’']s\b/g, "")) || isAcronymOf(short(a), b.replace(/[’']s\b/g, ""))) return a;
  return null;
}

function numbersDiffer(a: readonly string[], b: readonly string[]): boolean {
  const numbers = (words: readonly string[]) =>
    words
      .filter((word) => /\d/.test(word))
      .sort()
      .join(" ");
  return numbers(a) !== numbers(b);
}

interface Paired {
  pairs: { a: string; b: string; edits: number }[];
  leftA: string[];
  leftB: string[];
  score: number;
}

/** Pairs each word with the nearest of the other name, nearest pairs first. An initial pairs with what it may stand for. */
function pairWords(a: readonly string[], b: readonly string[]): Paired {
  const candidates = a.flatMap((x, i) => b.map((y, j) => ({ i, j, a: x, b: y, edits: editsBetween(x, y) })));
  candidates.sort((one, other) => one.edits - other.edits || Math.abs(one.i - one.j) - Math.abs(other.i - other.j));
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  const pairs: Paired["pairs"] = [];
  for (const { i, j, edits, a: x, b: y } of candidates) {
    if (usedA.has(i) || usedB.has(j) || edits > allowed(x, y)) continue;
    usedA.add(i);
    usedB.add(j);
    pairs.push({ a: x, b: y, edits });
  }
  return {
    pairs,
    leftA: a.filter((_, i) => !usedA.has(i)),
    leftB: b.filter((_, j) => !usedB.has(j)),
    score: 0,
  };
}

function editsBetween(x: string, y: string): number {
  if (x === y) return 0;
  if (x.length === 1 || y.length === 1) return x[0] === y[0] ? 0.25 : Infinity;
  return wordDistance(x, y);
}

/** How many edits a word bears: one, and two from six letters on when it begins alike. A number bears none. */
function allowed(x: string, y: string): number {
  if (/\d/.test(x) || /\d/.test(y)) return 0;
  const length = Math.max(x.length, y.length);
  if (Math.min(x.length, y.length) === 1) return 0.25;
  if (length <= 2) return 0.6;
  if (length <= 5 || !soundsAlike(x[0]!, y[0]!)) return 1.2;
  return length <= 9 ? 2 : 2.6;
}

/** The same letters with other breaks between words: "Good Will", "van der Bilt". */
function runTogether(a: readonly string[], b: readonly string[]): NameComparison | null {
  const [x, y] = [a.join(""), b.join("")];
  if (x.length < 7 || a.length === b.length) return null;
  const edits = wordDistance(x, y);
  return edits <= x.length * 0.12 ? verdict(1 - edits / x.length, [`the same letters, ${edits} edits apart`]) : null;
}

function judgePerson({ pairs, leftA, leftB }: Paired): NameComparison {
  const why = told(pairs, leftA, leftB);
  const matched = letters(pairs.map(({ a }) => a));
  if (pairs.length === 0) return verdict(0, why);
  const both = leftA.length > 0 && leftB.length > 0;
  const edits = pairs.reduce((sum, pair) => sum + pair.edits, 0);
  if (both) return verdict(Math.min(0.4, (0.5 * matched) / (matched + letters(leftA) + letters(leftB))), why);
  const initials = pairs.filter(({ a, b }) => Math.min(a.length, b.length) === 1).length;
  if (initials === pairs.length) return verdict(0.3, [...why, "nothing but initials"]);
  // One word for a whole name has to be that word.
  const lone =
    Math.min(pairs.length + leftA.length, pairs.length + leftB.length) === 1 && leftA.length + leftB.length > 0;
  if (lone && edits > 1) return verdict(0.4, why);
  return verdict(1 - edits / Math.max(matched, 1) - 0.05 * (leftA.length + leftB.length), why);
}

function judgeBody({ pairs, leftA, leftB }: Paired): NameComparison {
  const why = told(pairs, leftA, leftB);
  if (pairs.length === 0) return verdict(0, why);
  const left = [...leftA, ...leftB];
  const edits = pairs.reduce((sum, pair) => sum + pair.edits, 0);
  const matched = letters(pairs.map(({ a }) => a));
  const one = 1 - edits / matched;
  // A word more makes another body, unless it only says what sort of body it is.
  const telling = left.filter((word) => !sortWords.has(word));
  return verdict(telling.length === 0 ? one - 0.1 * left.length : Math.min(0.45, one - 0.3 * telling.length), why);
}

/** Words that say what sort of body it is and are left out at will. */
const sortWords = new Set(
  "group movement organization party front army forces association union international europe holdings company".split(
    " ",
  ),
);

const letters = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length, 0);

function told(pairs: Paired["pairs"], leftA: readonly string[], leftB: readonly string[]): string[] {
  const equal = pairs.filter(({ edits }) => edits === 0).map(({ a }) => a);
  const near = pairs
    .filter(({ edits }) => edits > 0)
    .map(({ a, b, edits }) =>
      Math.min(a.length, b.length) === 1 ? `${a} for ${b}` : `${a} / ${b}, ${Math.round(edits * 10) / 10} edits`,
    );
  const why = [...(equal.length > 0 ? [`both have ${equal.join(" ")}`] : []), ...near];
  if (leftA.length > 0) why.push(`only the first has ${leftA.join(" ")}`);
  if (leftB.length > 0) why.push(`only the second has ${leftB.join(" ")}`);
  return why;
}
