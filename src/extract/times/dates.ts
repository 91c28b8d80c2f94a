import { isYear, monthLength } from "./calendar.ts";
import type { Meaning } from "./meaning.ts";
import { type Reading, skip, wordAt } from "./reading.ts";
import type { TimeToken } from "./tokens.ts";
import { counted, doubtfulMonths, listed, months, numberWords, shortWeekdays, weekdays } from "./words.ts";

type Tokens = readonly TimeToken[];
type DateMeaning = Extract<Meaning, { is: "date" }>;

const unsaid: DateMeaning = { is: "date", year: null, month: null, day: null, weekday: null, which: "near" };

/** Reads a date in figures, "Feb. 3, 2016", "3 February", "Thursday, Dec. 15", "May 15-24", "February 2016", "March". */
export function readDate(tokens: Tokens, at: number): Reading | null {
  const token = tokens[at]!;
  if (token.figures) return { next: at + 1, meaning: { is: "figures", figures: token.figures } };
  const lead = readLeadingWeekday(tokens, at);
  const attacks = readSeptemberAttacks(tokens, at);
  if (attacks) return attacks;
  const date = readMonthFirst(tokens, lead.next) ?? readDayFirst(tokens, lead.next);
  if (!date) return lead.next > at ? null : readBareMonth(tokens, at);
  return { next: date.next, meaning: withWeekday(date.meaning, lead.weekday) };
}

/** "9/11" and "the Sept. 11 attacks" are of 2001, whenever the report is. */
function readSeptemberAttacks(tokens: Tokens, at: number): Reading | null {
  const meaning: DateMeaning = { ...unsaid, year: 2001, month: 9, day: 11 };
  const [first, slash, last] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (first.word === "9" && slash?.word === "/" && last?.word === "11" && slash.glued && last.glued) {
    const isLonger = wordAt(tokens, at + 3) === "/" || wordAt(tokens, at - 1) === "/";
    return isLonger ? null : { next: at + 3, meaning };
  }
  const month = first.word.startsWith("sep") ? readMonth(tokens, at) : null;
  const isThatDay = month?.month === 9 && wordAt(tokens, month.next) === "11";
  return isThatDay && attackWords.has(wordAt(tokens, month.next + 1)) ? { next: month.next + 1, meaning } : null;
}

const attackWords = new Set(["attacks", "attack", "terror", "terrorist", "hijackers", "hijackings", "plotters"]);

function withWeekday(meaning: Meaning, weekday: number | null): Meaning {
  return meaning.is === "date" && meaning.day !== null ? { ...meaning, weekday } : meaning;
}

/** "Thursday," before a date; short forms too, for here they cannot be other words. */
function readLeadingWeekday(tokens: Tokens, at: number): { next: number; weekday: number | null } {
  const word = wordAt(tokens, at);
  const full = weekdays.get(word);
  const weekday = full ?? shortWeekdays.get(word);
  if (weekday === undefined || !tokens[at]!.capital) return { next: at, weekday: null };
  let next = skip(tokens, at + 1, ".");
  next = skip(tokens, next, "morning", "afternoon", "evening", "night");
  return { next: skip(tokens, skip(tokens, next, ","), "the"), weekday };
}

/** "Feb. 3, 2016", "May 15-24", "October 2016", "May 3 to 5". */
function readMonthFirst(tokens: Tokens, at: number): Reading | null {
  const month = readMonth(tokens, at);
  if (!month) return null;
  const dayAt = skip(tokens, month.next, "the");
  const day = readDay(tokens, dayAt, month.month);
  if (day && !isCounted(tokens, day.next)) return readMonthDays(tokens, month.month, day);
  const year = readYearAfter(tokens, skip(tokens, month.next, "of"));
  if (!year || isCounted(tokens, year.next)) return null;
  return { next: year.next, meaning: { ...unsaid, month: month.month, year: year.year } };
}

function readMonthDays(tokens: Tokens, month: number, day: { next: number; day: number }): Reading {
  const last = readRangeEnd(tokens, day.next, month, day.day);
  const year = readYearAfter(tokens, last?.next ?? day.next);
  return {
    next: year?.next ?? last?.next ?? day.next,
    meaning: dayOrDays(year?.year ?? null, month, day.day, last?.day ?? null),
  };
}

/** "3 February 2016", "the 3rd of February", "3-5 March", "between 3 and 5 March". */
function readDayFirst(tokens: Tokens, at: number): Reading | null {
  const first = readDay(tokens, skip(tokens, at, "the"), null);
  if (!first) return null;
  const last = readRangeEnd(tokens, first.next, null, first.day);
  const monthAt = skip(tokens, last?.next ?? first.next, "of");
  const month = readMonth(tokens, monthAt);
  if (!month || Math.max(first.day, last?.day ?? 0) > monthLength(2000, month.month)) return null;
  const year = readYearAfter(tokens, month.next);
  return {
    next: year?.next ?? month.next,
    meaning: dayOrDays(year?.year ?? null, month.month, first.day, last?.day ?? null),
  };
}

function dayOrDays(year: number | null, month: number, day: number, last: number | null): Meaning {
  const from: DateMeaning = { ...unsaid, year, month, day };
  return last === null ? from : { is: "range", from, to: { ...from, day: last } };
}

/** The other end of "15-24", "3 to 5", "3 and 5"; "3, 4 and 5" is read by its ends. */
function readRangeEnd(
  tokens: Tokens,
  at: number,
  month: number | null,
  from: number,
): { next: number; day: number } | null {
  let next = at;
  // Four listed days at most: "3, 4, 5, 6 and 7 March" is rare and a longer list is no date.
  for (let listed = 0; listed < 3 && wordAt(tokens, next) === "," && month === null; listed++) {
    const day = readDay(tokens, next + 1, month);
    if (!day) return null;
    next = day.next;
  }
  if (!rangeWords.has(wordAt(tokens, next))) return null;
  const last = readDay(tokens, skip(tokens, next + 1, "the"), month);
  return last && last.day > from && !isCounted(tokens, last.next) ? last : null;
}

const rangeWords = new Set(["-", "–", "—", "/", "to", "and", "or", "through", "until", "till"]);

/** A month's name, its point if it is shortened, and whether the words after it may belong to it. */
export function readMonth(tokens: Tokens, at: number): { next: number; month: number } | null {
  const token = tokens[at];
  const month = token && months.get(token.word);
  if (!month) return null;
  // "may" and "march" in small letters are verbs, unless a figure stands on either side ("3 may 2016").
  if (!token.capital && doubtfulMonths.has(token.word) && !isFigure(tokens[at - 1])) return null;
  const short = token.word.length < 5 && token.word !== "june" && token.word !== "july" && token.word !== "may";
  return { next: short && tokens[at + 1]?.glued ? skip(tokens, at + 1, ".") : at + 1, month };
}

const isFigure = (token: TimeToken | undefined) => token?.kind === "number" || token?.kind === "ordinal";

function readDay(tokens: Tokens, at: number, month: number | null): { next: number; day: number } | null {
  const token = tokens[at];
  if (!token || (token.kind !== "number" && token.kind !== "ordinal")) return null;
  const longest = month === null ? 31 : monthLength(2000, month);
  // "March 05" is a day, "March 005" is not; "7:30" and "5%" are not.
  if (token.value < 1 || token.value > longest || token.end - token.start > 4) return null;
  const after = tokens[at + 1];
  if (after?.glued && (after.word === ":" || after.word === "%")) return null;
  return { next: at + 1, day: token.value };
}

/** A year after a date: "2016", ", 2016"; not the count of "in March 2,000 people", nor "March 3, 2000 people". */
function readYearAfter(tokens: Tokens, at: number): { next: number; year: number } | null {
  const yearAt = skip(tokens, at, ",");
  const token = tokens[yearAt];
  if (token?.kind !== "number" || token.end - token.start !== 4 || !isYear(token.value)) return null;
  return isCounted(tokens, yearAt + 1) ? null : { next: yearAt + 1, year: token.value };
}

/** True when what stands here is counted by the number before it. */
export function isCounted(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.word === "%" || (token.word === ":" && tokens[at + 1]?.glued && isFigure(tokens[at + 1]))) return true;
  return counted.has(token.word) || (numberWords.has(token.word) && token.word !== "one");
}

/** "March" alone: only where nothing but a month can stand. */
function readBareMonth(tokens: Tokens, at: number): Reading | null {
  const month = readMonth(tokens, at);
  if (!month) return null;
  const isPlain = tokens[at]!.capital && !doubtfulMonths.has(tokens[at]!.word);
  if (!isPlain && !isAskedFor(tokens, at, month.next)) return null;
  return { next: month.next, meaning: { ...unsaid, month: month.month } };
}

/** After these only a time makes sense of a month's name. "By May" and "for May" may speak of Theresa May. */
const askers = listed(`
  in since until till during early mid late last next this throughout each every past coming previous following
`);
const weakAskers = listed(`
  by from of before after to through and between for around with
`);
const people = new Set(["may", "april", "june", "jan"]);

function isAskedFor(tokens: Tokens, at: number, next: number): boolean {
  const before = wordAt(tokens, at - 1) === "-" ? wordAt(tokens, at - 2) : wordAt(tokens, at - 1);
  if (askers.has(before) || isBesideMonth(tokens, at, next)) return true;
  if (wordAt(tokens, next) === "of" && wordAt(tokens, next + 2) === "year") return true;
  if (before === "of" && partWords.has(wordAt(tokens, at - 2))) return true;
  if (owners.has(before)) return isPlainNoun(tokens[next]);
  return weakAskers.has(before) && !people.has(tokens[at]!.word);
}

/** "May to July", "in May or June": one month vouches for the other. */
function isBesideMonth(tokens: Tokens, at: number, next: number): boolean {
  if (monthRange.has(wordAt(tokens, next)) && months.has(wordAt(tokens, next + 1))) return true;
  return monthRange.has(wordAt(tokens, at - 1)) && months.has(wordAt(tokens, at - 2));
}

/** "the March vote", "a June poll", "its April offensive". */
const owners = new Set(["the", "a", "s", "her", "his", "its", "their"]);
const partWords = listed(`
  end start beginning middle half week weeks month days close quarter night outset morning evening
`);
const monthRange = new Set(["-", "–", "to", "and", "through", "until", "or"]);
const smallWords = listed(`
  on for of to in by and was were is against that from at
`);

const isPlainNoun = (token: TimeToken | undefined) =>
  token?.kind === "word" && !token.capital && !smallWords.has(token.word);
