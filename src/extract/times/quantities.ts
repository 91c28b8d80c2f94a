import type { Quantity, Unit } from "./meaning.ts";
import { isDash, skip, wordAt } from "./reading.ts";
import type { TimeToken } from "./tokens.ts";
import { doubleHedges, hedges, looseCounts, numberWords, uncounted, units } from "./words.ts";

/** A length of time in words: "some ten days", "a year and a half", "weeks". */
export interface Length {
  next: number;
  quantity: Quantity;
  unit: Unit;
  /** How the count was said: not at all ("weeks"), by an article ("a week"), or by a number. */
  said: "bare" | "article" | "number";
}

interface Count {
  next: number;
  amount: number | null;
  low: number;
  high: number;
  said: "article" | "number";
}

type Tokens = readonly TimeToken[];

/** Adjectives that may stand between the count and the unit. */
const fillers = [
  "long",
  "more",
  "full",
  "whole",
  "straight",
  "consecutive",
  "calendar",
  "short",
  "bloody",
  "or",
  "odd",
];

/** Reads a length of time beginning at a token. */
export function readLength(tokens: Tokens, at: number): Length | null {
  const hedge = readHedge(tokens, at);
  const count = readCount(tokens, hedge.next);
  const plus = readPlus(tokens, count?.next ?? hedge.next);
  const unitAt = skip(tokens, plus ?? count?.next ?? hedge.next, ...fillers);
  const unit = units.get(wordAt(tokens, unitAt));
  if (!unit || (!count && !unit.plural)) return null;
  if (count?.said === "article" && unit.plural) return null;
  const half = readHalf(tokens, unitAt + 1);
  const range = count ?? { amount: null, ...uncounted[unit.unit] };
  const tail = readOrSo(tokens, half.next);
  const hedged = hedge.is !== "none" ? hedge.is : plus ? "over" : tail ? "about" : "none";
  const quantity = { ...measure(range, unit.times, half.extra), hedge: hedged } as const;
  return { next: tail ?? half.next, quantity, unit: unit.unit, said: count?.said ?? "bare" };
}

type Range = Pick<Quantity, "amount" | "low" | "high">;

function measure({ amount, low, high }: Range, times: number, extra: number): Range {
  const scaled = (value: number) => value * times + extra;
  return { amount: amount === null ? null : scaled(amount), low: scaled(low), high: scaled(high) };
}

/** "20-plus months", "20+ months". */
function readPlus(tokens: Tokens, at: number): number | null {
  const wordPlace = isDash(wordAt(tokens, at)) ? at + 1 : at;
  const word = wordAt(tokens, wordPlace);
  return word === "plus" || word === "+" ? wordPlace + 1 : null;
}

/** "two years or so". */
function readOrSo(tokens: Tokens, at: number): number | null {
  return wordAt(tokens, at) === "or" && wordAt(tokens, at + 1) === "so" ? at + 2 : null;
}

/** Reads "three-year" and "72-hour" before a noun; not "three-year-old". */
export function readHyphenated(tokens: Tokens, at: number): Length | null {
  const count = readNumber(tokens, at);
  if (!count || !isDash(wordAt(tokens, count.next)) || !tokens[count.next]!.glued) return null;
  const unit = units.get(wordAt(tokens, count.next + 1));
  if (!unit || unit.plural || !tokens[count.next + 1]!.glued) return null;
  const next = count.next + 2;
  if (isDash(wordAt(tokens, next)) && !isDash(wordAt(tokens, next + 1)) && wordAt(tokens, next + 1) !== "long")
    return null;
  const { amount, low, high } = count;
  return { next, quantity: { amount, low, high, hedge: "none" }, unit: unit.unit, said: "number" };
}

function readHedge(tokens: Tokens, at: number): { next: number; is: Quantity["hedge"] } {
  const double = doubleHedges.get(`${wordAt(tokens, at)} ${wordAt(tokens, at + 1)}`);
  if (double) return { next: at + 2, is: double };
  const single = hedges.get(wordAt(tokens, at));
  return single ? { next: at + 1, is: single } : { next: at, is: "none" };
}

/** Reads "ten", "25", "twenty-five", "two or three", "a few", "a couple of", "half a", "a". */
function readCount(tokens: Tokens, at: number): Count | null {
  return readLoose(tokens, at) ?? readNumberRange(tokens, at) ?? readArticle(tokens, at);
}

function readArticle(tokens: Tokens, at: number): Count | null {
  const word = wordAt(tokens, at);
  if (word === "half" && (wordAt(tokens, at + 1) === "a" || wordAt(tokens, at + 1) === "an")) {
    return { next: at + 2, amount: 0.5, low: 0.5, high: 0.5, said: "article" };
  }
  if (word !== "a" && word !== "an") return null;
  return { next: at + 1, amount: 1, low: 1, high: 1, said: "article" };
}

/** "few", "a few", "the few", "several", "a couple of", "a dozen". */
function readLoose(tokens: Tokens, at: number): Count | null {
  const word = wordAt(tokens, skip(tokens, at, "a", "the", "just"));
  const loose = looseCounts.get(word);
  if (!loose) return null;
  const next = skip(tokens, skip(tokens, at, "a", "the", "just") + 1, "of");
  return { next, ...loose, said: "number" };
}

/** "two or three", "three to four", "10-12". */
function readNumberRange(tokens: Tokens, at: number): Count | null {
  const from = readNumber(tokens, at);
  if (!from) return null;
  const joint = wordAt(tokens, from.next);
  if (joint !== "or" && joint !== "to" && !isDash(joint)) return from;
  const to = readNumber(tokens, from.next + 1);
  if (!to || to.amount <= from.amount || !units.has(wordAt(tokens, to.next))) return from;
  return { next: to.next, amount: (from.amount + to.amount) / 2, low: from.amount, high: to.amount, said: "number" };
}

/** A count written as one number: "ten", "twenty-five", "25", "1,200", "two and a half". */
function readNumber(tokens: Tokens, at: number): (Count & { amount: number }) | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === "number" || token.kind === "amount") return exactly(token.value, at + 1);
  const value = numberWords.get(token.word);
  if (value === undefined) return null;
  if (value >= 20 && isDash(wordAt(tokens, at + 1))) {
    const ones = numberWords.get(wordAt(tokens, at + 2));
    if (ones !== undefined && ones < 10) return exactly(value + ones, at + 3);
  }
  const half = readHalf(tokens, at + 1);
  return exactly(value + half.extra, half.next);
}

function exactly(amount: number, next: number): Count & { amount: number } {
  return { next, amount, low: amount, high: amount, said: "number" };
}

/** "and a half", after a number or after its unit. */
function readHalf(tokens: Tokens, at: number): { next: number; extra: number } {
  const is = wordAt(tokens, at) === "and" && wordAt(tokens, at + 1) === "a" && wordAt(tokens, at + 2) === "half";
  return is ? { next: at + 3, extra: 0.5 } : { next: at, extra: 0 };
}
