import { readMonth } from "./dates.ts";
import { readWhich } from "./days.ts";
import type { Meaning, Period } from "./meaning.ts";
import { type Reading, skip, wordAt } from "./reading.ts";
import type { TimeToken } from "./tokens.ts";
import { periods, seasons } from "./words.ts";

type Tokens = readonly TimeToken[];

/** Reads "last week", "this year", "earlier this month", "the weekend", "last March", "next summer", "the week before last". */
export function readPeriod(tokens: Tokens, at: number): Reading | null {
  return readWeekBeforeLast(tokens, at) ?? readHalf(tokens, at) ?? readOwn(tokens, at) ?? readWeekend(tokens, at);
}

/** "earlier this week", "later this month", "earlier in the year". */
function readHalf(tokens: Tokens, at: number): Reading | null {
  const half = wordAt(tokens, at);
  if (half !== "earlier" && half !== "later") return null;
  const nounAt = skip(tokens, at + 1, "in");
  const isThis = nounAt > at + 1 ? wordAt(tokens, nounAt) === "the" : wordAt(tokens, nounAt) === "this";
  const period = periods.get(wordAt(tokens, nounAt + 1));
  if (!period) return null;
  if (isThis) return { next: nounAt + 2, meaning: { is: "period", period, offset: 0, half } };
  return readOwn(tokens, nounAt);
}

/** "last week", "this coming month", "next June", "last winter". Not "the last week", which counts back from today. */
function readOwn(tokens: Tokens, at: number): Reading | null {
  if (wordAt(tokens, at) === "the") return null;
  const { next, which } = readWhich(tokens, at);
  if (which === "near" || wordAt(tokens, at) === "past") return null;
  // "this past year" is a stretch that ends today, not a year of the calendar.
  if (wordAt(tokens, at) === "this" && next > at + 1 && periods.get(wordAt(tokens, next)) !== "weekend") {
    return readNamed(tokens, next, which, false);
  }
  if (wordAt(tokens, at - 1) === "the" || wordAt(tokens, at - 1) === "very") return null;
  return readNamed(tokens, next, which, true);
}

function readNamed(tokens: Tokens, at: number, which: "last" | "this" | "next", units: boolean): Reading | null {
  const word = wordAt(tokens, at);
  const period = periods.get(word);
  if (period && units && !isQuarterFinal(tokens, at)) return periodReading(at + 1, period, which);
  const season = seasons.get(word);
  if (season && !tokens[at]!.capital) {
    return { next: at + 1, meaning: { is: "season", season, year: null, through: null, which } };
  }
  const month = tokens[at]?.capital ? readMonth(tokens, at) : null;
  if (!month) return null;
  return { next: month.next, meaning: { is: "date", year: null, month: month.month, day: null, weekday: null, which } };
}

const isQuarterFinal = (tokens: Tokens, at: number) =>
  wordAt(tokens, at) === "quarter" && wordAt(tokens, at + 1) === "-";

function periodReading(next: number, period: Period, which: "last" | "this" | "next"): Reading | null {
  // "this day" and "next day" are told from another event.
  if (period === "day") return null;
  const offset = { last: -1, this: 0, next: 1 }[which];
  return { next, meaning: { is: "period", period, offset, half: null } };
}

/** "the week before last", "the year after next". */
function readWeekBeforeLast(tokens: Tokens, at: number): Reading | null {
  const nounAt = skip(tokens, at, "the");
  const period = periods.get(wordAt(tokens, nounAt));
  if (!period) return null;
  const two = `${wordAt(tokens, nounAt + 1)} ${wordAt(tokens, nounAt + 2)}`;
  const offset = two === "before last" ? -2 : two === "after next" ? 2 : 0;
  return offset ? { next: nounAt + 3, meaning: { is: "period", period, offset, half: null } } : null;
}

/** "the weekend", "the long weekend". */
function readWeekend(tokens: Tokens, at: number): Reading | null {
  if (wordAt(tokens, at) !== "the") return null;
  const nounAt = skip(tokens, at + 1, "long", "holiday", "past");
  if (wordAt(tokens, nounAt) !== "weekend" || isFollowedByName(tokens, nounAt)) return null;
  const near: Meaning = { is: "period", period: "weekend", offset: "near", half: null };
  return { next: nounAt + 1, meaning: near };
}

/** "the weekend before", "the weekend of May 5": another weekend. */
const isFollowedByName = (tokens: Tokens, at: number) => ["before", "after", "of"].includes(wordAt(tokens, at + 1));

/** Reads the stretch that "the end of …" and "early in …" may speak of with no number: "the year", "the month". */
export function readThePeriod(tokens: Tokens, at: number): Reading | null {
  const period = periods.get(wordAt(tokens, at + 1));
  if (wordAt(tokens, at) !== "the" || !period || period === "day" || period === "weekend") return null;
  return { next: at + 2, meaning: { is: "period", period, offset: 0, half: null } };
}
