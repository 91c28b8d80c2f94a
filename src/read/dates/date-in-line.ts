import { dayOf, dayOfReign, gregorianDay, gregorianOfNumbers } from "./calendars.ts";
import { westernDigits } from "./digits.ts";
import { findMonthWords, type Month, type MonthWord, monthNumber } from "./months.ts";
import { timeBeside } from "./time-of-day.ts";

/** A date found in a line, as EDTF: a day, or a day and a time as the line writes it. */
export interface LineDate {
  edtf: string;
  /** The words of the date within the line. */
  start: number;
  end: number;
  /** The time stands before the date, or the weather beside it: a site's clock, not a publication date. */
  clock: boolean;
}

/** Which number comes first in `03/04/2019`; null leaves such dates unread. */
export type NumberOrder = "day-first" | "month-first" | null;

/**
 * The date that a line gives, with its time when one stands beside it; in the Gregorian, Persian, Muslim, Hebrew, Buddhist or
 * Japanese calendar. Null when it gives none.
 */
export function dateInLine(line: string, order: NumberOrder = null): LineDate | null {
  if (line.length > 500) return dateInLine(line.slice(0, 500), order);
  if (!/\p{Nd}/u.test(line)) return null;
  const text = westernDigits(line);
  return gluedClock(text) ?? wordDate(text) ?? signDate(text) ?? numberedMonth(text) ?? numericDate(text, order);
}

/**
 * The month that a line gives with its year and no day, as EDTF: "February 2016" is `2016-02`. Only where the line says little
 * else: in running text a month is what the story tells of.
 */
export function monthInLine(line: string): string | null {
  if (line.length > 60 || !/\p{Nd}/u.test(line)) return null;
  const text = westernDigits(line);
  for (const { months, start, end } of findMonthWords(text)) {
    const year = /^\.?,?[\s\u00a0/-]+(?:de |del |di )?((?:19|20)\d{2})(?![\d:])/u.exec(text.slice(end))?.[1];
    const month = months.find(({ calendar }) => calendar === "gregory");
    const rest = text.length - (end - start) - 4;
    if (year && month && rest < 25 && !/\d/.test(text.slice(0, start))) return `${year}-${pad(month.number)}`;
  }
  return null;
}

/** `09:05 GMT +308 December 2019`: the scraper has joined the offset and the day. */
function gluedClock(line: string): LineDate | null {
  const match = /(\d{1,2}):(\d{2})\s*(?:GMT|UTC)\s*([+-])(\d{1,2})(\d{2})\s+(\p{L}{3,9})\.?\s+(\d{4})/iu.exec(line);
  const month = match && monthNumber(match[6]!);
  if (!match || !month) return null;
  const [all, hour, minute, sign, offset, day, , year] = match;
  if (Number(offset) > 14 || Number(day) < 1 || Number(day) > 31) return null;
  const edtf = `${year}-${pad(month)}-${pad(day!)}T${pad(hour!)}:${minute}${sign}${pad(offset!)}:00`;
  return { edtf, start: match.index, end: match.index + all.length, clock: true };
}

/** How a date stands around the name of its month: what comes before it, what after, and which groups hold day and year. */
interface Shape {
  before: RegExp;
  after: RegExp;
  parts: (before: RegExpExecArray, after: RegExpExecArray) => { day: string; year: string };
}

const shapes: readonly Shape[] = [
  {
    before: /(?<![\d.]|\d:)(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª|-?го|-а)?[\s\u00a0/-]+(?:of |de |d['’]|del |ב)?$/iu,
    after:
      /^\.?(?:\s?\/\s?[\p{L}\p{M} ]{2,14})?[,،]?[\s\u00a0/-]+(?:de |del |di )?['’]?(\d{4}|\d{2}(?![\d:.]))(?!\d)/iu,
    parts: (before, after) => ({ day: before[1]!, year: after[1]! }),
  },
  {
    before: /(?<![\p{L}\p{M}])$/u,
    after: /^\.?[\s\u00a0-]+(\d{1,2})(?:st|nd|rd|th|\.)?[,،]?[\s\u00a0-]+(\d{4})(?!\d)/iu,
    parts: (_, after) => ({ day: after[1]!, year: after[2]! }),
  },
  {
    before: /(?<!\d)(\d{4})[.,]?\s+(?:m\.\s+)?$/iu,
    after: /^\.?\s+(\d{1,2})(?!\d)/u,
    parts: (before, after) => ({ day: after[1]!, year: before[1]! }),
  },
];

function wordDate(line: string): LineDate | null {
  const words = findMonthWords(line);
  for (const shape of shapes)
    for (const word of words) {
      const date = shapedDate(line, word, shape);
      if (date) return date;
    }
  return null;
}

function shapedDate(line: string, { months, start, end }: MonthWord, { before, after, parts }: Shape): LineDate | null {
  const ahead = before.exec(line.slice(Math.max(0, start - 20), start));
  const behind = ahead && after.exec(line.slice(end, end + 40));
  if (!ahead || !behind) return null;
  const { day, year } = parts(ahead, behind);
  const date = gregorianDay(fullYear(year), withoutTwoDigitYears(months, year), Number(day));
  return date === null ? null : withTime(line, start - ahead[0].length, end + behind[0].length, date);
}

/** `5 Tir 94` may be anything; two digits are a year of the Gregorian calendar only. */
const withoutTwoDigitYears = (months: readonly Month[], year: string): readonly Month[] =>
  year.length === 4 ? months : months.filter(({ calendar }) => calendar === "gregory");

/** `2019年12月8日`, `2019년 12월 8일`, `平成28年2月5日`. */
function signDate(line: string): LineDate | null {
  const match =
    /(?:(令和|平成|昭和|民國|民国|中華民國)\s?)?(\d{1,4}|元)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/.exec(
      line,
    );
  if (!match) return null;
  const year = match[2] === "元" ? 1 : Number(match[2]);
  const [month, day] = [Number(match[3]), Number(match[4])];
  const date = match[1] ? dayOfReign(match[1], year, month, day) : dayOf(year, month, day);
  return dated(line, match, date);
}

/** `5 tháng 2, 2016`: the months of Vietnamese are numbers. */
function numberedMonth(line: string): LineDate | null {
  const match = /(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})(?!\d)/iu.exec(line);
  return match && dated(line, match, dayOf(Number(match[3]), Number(match[2]), Number(match[1])));
}

/** `17.02.2031`, `2031-02-17`, `17/02/2031`; two numbers that could both be months go by the order of the country. */
function numericDate(line: string, order: NumberOrder): LineDate | null {
  const iso = /(?<!\d)(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(line);
  if (iso) {
    const [year, month, day] = [Number(iso[1]), Number(iso[3]), Number(iso[4])];
    return dated(line, iso, dayOf(year, month, day) ?? gregorianOfNumbers(year, month, day));
  }
  const dotted = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2}(?![\d:.]))(?!\d)/.exec(line);
  if (dotted) return dated(line, dotted, dayOf(Number(fullYear(dotted[3]!)), Number(dotted[2]), Number(dotted[1])));
  const slashed = /(?<![\d/])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2}(?!\d))(?!\d)/.exec(line);
  if (!slashed) return null;
  const [first, second] = [Number(slashed[1]), Number(slashed[3])];
  const year = Number(fullYear(slashed[4]!));
  if (first > 12 || first === second || (second <= 12 && order === "day-first"))
    return dated(line, slashed, dayOf(year, second, first));
  return second > 12 || order === "month-first" ? dated(line, slashed, dayOf(year, first, second)) : null;
}

function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) > 70 ? `19${year}` : `20${year}`;
}

const dated = (line: string, match: RegExpExecArray, date: string | null): LineDate | null =>
  date === null ? null : withTime(line, match.index, match.index + match[0].length, date);

function withTime(line: string, start: number, end: number, date: string): LineDate {
  const beside = timeBeside(line, start, end, date);
  const time = date.endsWith("~") ? null : beside?.time; // What is true of the day about a date is not true of its hour.
  return {
    edtf: time ? `${date}T${time}` : date,
    start: beside?.start ?? start,
    end: beside?.end ?? end,
    clock: (beside?.before === true && !saysPublished.test(line)) || /°|\blocal time\b/i.test(line),
  };
}

/** "Published 4:05 PM EST, Fri February 5, 2016" has its time before its day too, and is no clock. */
const saysPublished =
  /\b(publish|publié|publicad|posted|updated?|issued|released|first|last|created|veröffentlicht|stand|aktualisiert)/i;

const pad = (digits: string | number): string => String(digits).padStart(2, "0");
