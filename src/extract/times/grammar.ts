import { readAway, readEventDay, readUnsaid, readWindow } from "./away.ts";
import { readDate } from "./dates.ts";
import { readDayWord, readInstant, readPartOf, readWeekday } from "./days.ts";
import { readDuration, readFrequency } from "./durations.ts";
import { readHoliday } from "./holidays.ts";
import type { Meaning } from "./meaning.ts";
import { readPart } from "./parts.ts";
import { readPeriod, readThePeriod } from "./periods.ts";
import { isDash, type Reader, type Reading, readLongest, skip, wordAt } from "./reading.ts";
import { findStarts } from "./starters.ts";
import type { TimeToken } from "./tokens.ts";
import { readEra, readSeason, readYear } from "./years.ts";

type Tokens = readonly TimeToken[];

/** A time found in a sentence: its first token and the one after its last. */
export interface FoundTime {
  first: number;
  next: number;
  meaning: Meaning;
}

/** Finds the times of a sentence in order; none overlaps another. Each token is tried once, with bounded look-ahead. */
export function readTimes(tokens: Tokens): FoundTime[] {
  const found: FoundTime[] = [];
  const starts = findStarts(tokens);
  let at = 0;
  while (at < tokens.length) {
    const reading = starts[at] ? readTime(tokens, at) : null;
    if (reading) found.push({ first: at, ...reading });
    at = reading?.next ?? at + 1;
  }
  return found;
}

const calendarReaders: Reader[] = [
  readDate,
  readYear,
  readEra,
  readSeason,
  readHoliday,
  readPeriod,
  readWeekday,
  readDayWord,
];

const readCalendar: Reader = (tokens, at) => {
  const reading = readLongest(calendarReaders, tokens, at);
  return reading && readOuter(tokens, reading);
};

/** What "the end of" may stand before: the calendar, and "the year" too. */
const readWhole: Reader = (tokens, at) => readCalendar(tokens, at) ?? readThePeriod(tokens, at);

const partReader: Reader = (tokens, at) => readPart(tokens, at, readWhole);
const partOfReader: Reader = (tokens, at) => readPartOf(tokens, at, (dayAt) => readCalendar(tokens, dayAt));
const eveReader: Reader = (tokens, at) => readEve(tokens, at);

const pointReaders: Reader[] = [readCalendar, partReader, partOfReader, eveReader];

const otherReaders: Reader[] = [
  readAway,
  readWindow,
  readEventDay,
  readUnsaid,
  readInstant,
  readFrequency,
  readDuration,
];

function readTime(tokens: Tokens, at: number): Reading | null {
  const point = readLongest(pointReaders, tokens, at);
  const ranged = point && readRange(tokens, at, point);
  const other = readLongest(otherReaders, tokens, at);
  if (other && (!ranged || other.next > ranged.next)) return readInner(tokens, other);
  return ranged && readInner(tokens, ranged);
}

/** "the eve of the vote" is no date; "the eve of May 5" is the day before it. */
function readEve(tokens: Tokens, at: number): Reading | null {
  const eveAt = skip(tokens, at, "the");
  if (wordAt(tokens, eveAt) !== "eve" || wordAt(tokens, eveAt + 1) !== "of") return null;
  const day = readCalendar(tokens, skip(tokens, eveAt + 2, "the"));
  return day && { next: day.next, meaning: { is: "shifted", days: -1, from: day.meaning } };
}

/** "Tuesday last week", "March of last year", "the summer of last year". */
function readOuter(tokens: Tokens, inner: Reading): Reading {
  if (!isOpen(inner.meaning)) return inner;
  const outerAt = skip(tokens, skip(tokens, inner.next, ","), "of");
  const outer = readPeriod(tokens, outerAt);
  if (!outer || !isStretch(outer.meaning)) return inner;
  return { next: outer.next, meaning: { is: "within", inner: inner.meaning, outer: outer.meaning } };
}

/** "last week, on Tuesday", "last year in March", "a week ago Tuesday". */
function readInner(tokens: Tokens, outer: Reading): Reading {
  const isAway = outer.meaning.is === "away" && outer.meaning.unit === "week" && outer.meaning.from === "report";
  if (!isAway && !isStretch(outer.meaning)) return outer;
  const innerAt = skip(tokens, skip(tokens, outer.next, ","), "on", "in");
  const inner = readLongest([readDate, readWeekday], tokens, innerAt);
  if (!inner || !isOpen(inner.meaning) || (isAway && inner.meaning.is !== "weekday")) return outer;
  return { next: inner.next, meaning: { is: "within", inner: inner.meaning, outer: outer.meaning } };
}

/** A time that a longer stretch may still place: no year said, and neither "last" nor "next". */
function isOpen(meaning: Meaning): boolean {
  if (meaning.is === "date" || meaning.is === "season" || meaning.is === "holiday") {
    return meaning.year === null && meaning.which === "near";
  }
  return meaning.is === "weekday" && meaning.which === "near";
}

function isStretch(meaning: Meaning): boolean {
  return meaning.is === "period" && ["week", "month", "year"].includes(meaning.period) && meaning.half === null;
}

const rangeWords = new Set(["to", "through", "until", "till", "-", "–"]);

/** "May to July 2015", "Monday through Friday", "2014 to the present"; with "between" before, "Monday and Friday". */
function readRange(tokens: Tokens, at: number, from: Reading): Reading {
  const joint = wordAt(tokens, from.next);
  const isBetween = joint === "and" && wordAt(tokens, at - 1) === "between";
  if (!isBetween && !rangeWords.has(joint)) return from;
  const to = readLongest(pointReaders, tokens, from.next + 1) ?? readPresent(tokens, from.next + 1);
  if (!to || !isRangeable(from.meaning) || !isRangeable(to.meaning)) return from;
  return { next: to.next, meaning: { is: "range", from: from.meaning, to: to.meaning } };
}

const isRangeable = (meaning: Meaning) => meaning.is !== "range" && meaning.is !== "within";

function readPresent(tokens: Tokens, at: number): Reading | null {
  const wordPlace = skip(tokens, at, "the");
  const isNow = ["now", "present"].includes(wordAt(tokens, wordPlace)) && !isDash(wordAt(tokens, wordPlace + 1));
  return isNow ? { next: wordPlace + 1, meaning: { is: "day", offset: 0, spread: 0 } } : null;
}
