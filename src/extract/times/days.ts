import type { Meaning } from "./meaning.ts";
import { isApostrophe, type Reading, skip, wordAt } from "./reading.ts";
import type { TimeToken } from "./tokens.ts";
import { dayParts, instants, listed, months, weekdays } from "./words.ts";

type Tokens = readonly TimeToken[];

const day = (offset: number, spread = 0): Meaning => ({ is: "day", offset, spread });

/** Reads "yesterday", "today", "tonight", "tomorrow morning", "the day before yesterday", "last night", "overnight". */
export function readDayWord(tokens: Tokens, at: number): Reading | null {
  const far = readFarDay(tokens, at);
  if (far) return far;
  const word = wordAt(tokens, at);
  const offset = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 }[word];
  if (offset === undefined) return readPartOfDay(tokens, at);
  return isTitle(tokens, at) ? null : { next: skipDayPart(tokens, at + 1), meaning: day(offset) };
}

/** "USA Today", "Russia Today", "Psychology Today": a capital after a capital is a title. */
function isTitle(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1];
  return tokens[at]!.capital && before?.kind === "word" && before.capital && !months.has(before.word);
}

function readFarDay(tokens: Tokens, at: number): Reading | null {
  const dayAt = skip(tokens, at, "the");
  if (wordAt(tokens, dayAt) !== "day") return null;
  const two = `${wordAt(tokens, dayAt + 1)} ${wordAt(tokens, dayAt + 2)}`;
  if (two === "before yesterday") return { next: dayAt + 3, meaning: day(-2) };
  return two === "after tomorrow" ? { next: dayAt + 3, meaning: day(2) } : null;
}

/** "this morning", "last night", "overnight", "earlier today". */
function readPartOfDay(tokens: Tokens, at: number): Reading | null {
  const word = wordAt(tokens, at);
  const next = wordAt(tokens, at + 1);
  // A night has two days; a report of the morning after calls both of them "overnight" and "last night".
  if (word === "overnight" && !isNounNext(tokens[at + 1])) return { next: at + 1, meaning: day(0, 1) };
  if (word === "last" && (next === "night" || next === "evening")) return lastNight(tokens, at, next);
  if (word === "this" && dayParts.has(next)) return { next: at + 2, meaning: day(0) };
  if ((word === "earlier" || word === "later") && (next === "today" || next === "yesterday")) {
    return { next: at + 2, meaning: day(next === "today" ? 0 : -1) };
  }
  return null;
}

function lastNight(tokens: Tokens, at: number, word: string): Reading | null {
  if (wordAt(tokens, at - 1) === "the") return null;
  return { next: at + 2, meaning: word === "night" ? day(0, 1) : day(-1) };
}

const isNounNext = (token: TimeToken | undefined) =>
  token?.kind === "word" &&
  !token.capital &&
  ["bag", "stay", "train", "success", "hours", "flight"].includes(token.word);

/** Past "night" in "Tuesday night" and "at dawn" in "Tuesday at dawn". */
function skipDayPart(tokens: Tokens, at: number): number {
  if (dayParts.has(wordAt(tokens, at))) return at + 1;
  const partAt = skip(tokens, at, "at", "before", "in", "around");
  const word = wordAt(tokens, skip(tokens, partAt, "the"));
  return partAt > at && dayParts.has(word) && word !== "night" ? skip(tokens, partAt, "the") + 1 : at;
}

/** Newspapers, teams, days with a name of their own: "Sunday Times", "Black Friday". */
const afterNames = listed(`
  times telegraph mirror express mail post herald independent sun tribune star movement mosque club group
  massacre agreement live school market addams
`);
const beforeNames = listed(`
  black good bloody super cyber palm holy fat ash giving shrove casual
`);

/** Reads "Tuesday", "Tuesday night", "last Friday", "this coming Monday", "late Sunday". */
export function readWeekday(tokens: Tokens, at: number): Reading | null {
  const part = skip(tokens, at, "early", "late", "earlier", "later", "mid");
  const lead = readWhich(tokens, skip(tokens, part, "on"));
  const dayAt = lead.next;
  const weekday = weekdays.get(wordAt(tokens, dayAt));
  if (weekday === undefined || isNamedDay(tokens, dayAt)) return null;
  return { next: skipDayPart(tokens, dayAt + 1), meaning: { is: "weekday", weekday, which: lead.which } };
}

/** "last", "next", "this past", "the coming", or nothing. */
export function readWhich(tokens: Tokens, at: number): { next: number; which: "last" | "this" | "next" | "near" } {
  const bodyAt = skip(tokens, at, "this", "the");
  const word = wordAt(tokens, bodyAt);
  if (word === "last" || word === "past") return { next: bodyAt + 1, which: "last" };
  if (word === "next" || word === "coming" || word === "upcoming") return { next: bodyAt + 1, which: "next" };
  return bodyAt > at && wordAt(tokens, at) === "this" ? { next: bodyAt, which: "this" } : { next: at, which: "near" };
}

function isNamedDay(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before?.capital && beforeNames.has(before.word)) return true;
  if (!after?.capital || after.kind !== "word") return false;
  if (afterNames.has(after.word)) return true;
  if (after.word === "night" && ["live", "football"].includes(wordAt(tokens, at + 2))) return true;
  // "the Friday Movement": an article before and a capital after make it part of a name.
  const isDated = months.has(after.word) || dayParts.has(after.word);
  return (before?.word === "the" || before?.word === "a") && !isDated;
}

/** Reads "the night of Feb. 3", "the early hours of Sunday", "dawn on Friday", "the morning"; `readDay` reads the day. */
export function readPartOf(tokens: Tokens, at: number, readDay: (at: number) => Reading | null): Reading | null {
  let next = skip(tokens, skip(tokens, skip(tokens, at, "the"), "early", "late", "small", "pre"), "-");
  const word = wordAt(tokens, next);
  if (!dayParts.has(word) && word !== "hours") return null;
  next = skip(tokens, next + 1, "local");
  const joint = wordAt(tokens, next);
  if (joint !== "of" && joint !== "on" && joint !== "," && !weekdays.has(joint)) return null;
  return readDay(weekdays.has(joint) ? next : skip(tokens, next + 1, "the"));
}

/** Reads "dawn" and "midnight" after "at" or "before": some day's, which the words do not say. */
export function readInstant(tokens: Tokens, at: number): Reading | null {
  const before = wordAt(tokens, at - 1);
  if (!instants.has(wordAt(tokens, at)) || tokens[at]!.capital || isApostrophe(before)) return null;
  if (!["at", "before", "after", "since", "around", "until", "by"].includes(before)) return null;
  return { next: at + 1, meaning: { is: "unsaid", direction: "at", from: "event", unit: "hour" } };
}
