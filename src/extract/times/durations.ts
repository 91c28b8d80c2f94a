import { type Length, readHyphenated, readLength } from "./quantities.ts";
import { isDash, type Reading, skip, wordAt } from "./reading.ts";
import type { TimeToken } from "./tokens.ts";
import { dayParts, listed, seasons, units, weekdays } from "./words.ts";

type Tokens = readonly TimeToken[];

/** After these an uncounted or single length is a duration and not a rate: "for years", "after a year". */
const spanWords = listed(`
  for after within lasting lasted took spent during over than of in
`);

/** Reads "three years", "for decades", "a five-day truce". Ages and rates are none. */
export function readDuration(tokens: Tokens, at: number): Reading | null {
  const hyphenated = readHyphenated(tokens, at);
  if (hyphenated) return wordAt(tokens, hyphenated.next) === "anniversary" ? null : reading(hyphenated);
  const length = readLength(tokens, at);
  if (!length || isAge(tokens, at, length.next)) return null;
  const before = wordAt(tokens, at - 1);
  if (length.said === "bare" && !["for", "within", "after", "spent", "in"].includes(before)) return null;
  // "one day there will be peace" counts nothing.
  if (wordAt(tokens, at) === "one" && length.unit === "day" && !spanWords.has(before)) return null;
  if (length.said === "article" && !spanWords.has(before) && length.quantity.hedge === "none") return null;
  return reading(length);
}

function reading({ next, quantity, unit }: Length): Reading {
  return { next, meaning: { is: "duration", quantity, unit } };
}

/** "30 years old", "two months of age", "aged 12 years", "four-year-old". */
function isAge(tokens: Tokens, at: number, next: number): boolean {
  const after = wordAt(tokens, isDash(wordAt(tokens, next)) ? next + 1 : next);
  if (after === "old" || after === "olds") return true;
  if (after === "of" && wordAt(tokens, next + 1) === "age") return true;
  return ["aged", "age"].includes(wordAt(tokens, at - 1));
}

const rates = listed(`
  daily weekly monthly quarterly annually nightly hourly annual yearly
`);

/** Reads "daily", "every week", "each Friday", "twice a month", "Fridays", "on weekends". */
export function readFrequency(tokens: Tokens, at: number): Reading | null {
  const word = wordAt(tokens, at);
  const next = readRate(tokens, at, word) ?? readEvery(tokens, at, word) ?? readTimesA(tokens, at, word);
  return next === null ? null : { next, meaning: { is: "frequency" } };
}

/** A capital is a newspaper's ("the Daily Mail"), unless it begins the sentence. */
function readRate(tokens: Tokens, at: number, word: string): number | null {
  if (rates.has(word)) return tokens[at]!.capital && at > 0 ? null : at + 1;
  const isPluralDay = weekdays.has(word.slice(0, -1)) && word.endsWith("s") && tokens[at]!.capital;
  return isPluralDay || word === "weekends" || word === "weekdays" ? at + 1 : null;
}

function readEvery(tokens: Tokens, at: number, word: string): number | null {
  if (word !== "every" && word !== "each") return null;
  const length = readLength(tokens, at + 1);
  if (length) return length.next;
  const nounAt = skip(tokens, at + 1, "other", "single");
  const noun = wordAt(tokens, nounAt);
  const isTime = units.has(noun) || dayParts.has(noun) || seasons.has(noun) || weekdays.has(noun) || noun === "weekend";
  return isTime ? nounAt + 1 : null;
}

/** "twice a week", "once every two years", "three times a day". */
function readTimesA(tokens: Tokens, at: number, word: string): number | null {
  const rateAt = word === "once" || word === "twice" ? at + 1 : readTimes(tokens, at);
  if (rateAt === null) return null;
  if (wordAt(tokens, rateAt) === "every") return readEvery(tokens, rateAt, "every");
  const unit = units.get(wordAt(tokens, rateAt + 1));
  return ["a", "per", "an"].includes(wordAt(tokens, rateAt)) && unit && !unit.plural ? rateAt + 2 : null;
}

function readTimes(tokens: Tokens, at: number): number | null {
  return wordAt(tokens, at + 1) === "times" ? at + 2 : null;
}
