import type { Meaning, Part } from "./meaning.ts";
import { readLength } from "./quantities.ts";
import { isDash, type Reader, type Reading, skip, wordAt } from "./reading.ts";
import type { TimeToken } from "./tokens.ts";
import { ordinalWords, units } from "./words.ts";

type Tokens = readonly TimeToken[];

interface FoundPart {
  next: number;
  part: Part;
}

/** Reads "early June", "mid-2013", "late last year", "the end of March", "the first half of 2016", "the last week of May". */
export function readPart(tokens: Tokens, at: number, readWhole: Reader): Reading | null {
  const found = readThird(tokens, at) ?? readNamedPart(tokens, skip(tokens, at, "the", "its"));
  if (!found) return null;
  const whole = readWhole(tokens, found.next);
  if (!whole) return null;
  return { next: whole.next, meaning: partOf(found.part, whole.meaning) };
}

/** A day has no part that we tell apart: "early Friday" is Friday. */
function partOf(part: Part, whole: Meaning): Meaning {
  const isDay = whole.is === "weekday" || whole.is === "day" || (whole.is === "date" && whole.day !== null);
  return isDay || whole.is === "range" || whole.is === "figures" ? whole : { is: "part", part, whole };
}

const thirds = new Map<string, "early" | "middle" | "late">([
  ["early", "early"],
  ["late", "late"],
  ["mid", "middle"],
  ["middle", "middle"],
]);

/** "early", "mid-", "late in". "The late Ahmad" is no time, and has none after it. */
function readThird(tokens: Tokens, at: number): FoundPart | null {
  const wordPlace = skip(tokens, at, "the");
  const which = thirds.get(wordAt(tokens, wordPlace));
  if (!which) return null;
  const jointAt = isDash(wordAt(tokens, wordPlace + 1)) ? wordPlace + 2 : skip(tokens, wordPlace + 1, "in", "to");
  const next = wordAt(tokens, jointAt) === "mid" ? skip(tokens, jointAt + 1, "-") : jointAt;
  return { next, part: { is: "third", which } };
}

const edges = new Map<string, Part>([
  ["beginning", { is: "edge", which: "start" }],
  ["start", { is: "edge", which: "start" }],
  ["outset", { is: "edge", which: "start" }],
  ["end", { is: "edge", which: "end" }],
  ["close", { is: "edge", which: "end" }],
  ["middle", { is: "third", which: "middle" }],
]);

/** "end of", "first half of", "third quarter of", "first three months of", "last week of", "final days of". */
function readNamedPart(tokens: Tokens, at: number): FoundPart | null {
  const edge = edges.get(wordAt(tokens, at));
  if (edge) return wordAt(tokens, at + 1) === "of" ? { next: at + 2, part: edge } : null;
  const word = wordAt(tokens, at);
  const nth = word === "last" || word === "final" || word === "latter" ? -1 : ordinal(tokens[at], word);
  if (nth === null) return null;
  return readFraction(tokens, at + 1, nth) ?? readSlice(tokens, at + 1, nth);
}

function ordinal(token: TimeToken | undefined, word: string): number | null {
  return token?.kind === "ordinal" ? token.value : (ordinalWords.get(word) ?? null);
}

function ofAfter(tokens: Tokens, at: number, part: Part): FoundPart | null {
  return wordAt(tokens, at) === "of" || wordAt(tokens, at) === "in" ? { next: at + 1, part } : null;
}

function readFraction(tokens: Tokens, at: number, nth: number): FoundPart | null {
  const of = wordAt(tokens, at) === "half" ? 2 : wordAt(tokens, at) === "quarter" ? 4 : null;
  if (of === null || nth > of) return null;
  return ofAfter(tokens, at + 1, { is: "fraction", of, index: nth < 0 ? of - 1 : nth - 1 });
}

const oneUnit = { amount: 1, low: 1, high: 1, hedge: "none" } as const;

/** Only what stands at either edge: "the second week of March" is read as the second seven days. */
function readSlice(tokens: Tokens, at: number, nth: number): FoundPart | null {
  const length = nth === 1 || nth === -1 ? readLength(tokens, at) : null;
  if (length) {
    const { quantity, unit } = length;
    return ofAfter(tokens, length.next, { is: "slice", nth, quantity, unit });
  }
  const unit = units.get(wordAt(tokens, at));
  if (!unit || unit.plural || nth > 12) return null;
  return ofAfter(tokens, at + 1, { is: "slice", nth, quantity: oneUnit, unit: unit.unit });
}
