import { monthNumber, monthPattern } from "./months.ts";

/** A date found in a line, as EDTF: a day, a day and a time as the line writes it, or a month. */
export interface LineDate {
  edtf: string;
  /** The words of the date within the line. */
  start: number;
  end: number;
  /** The time stands before the date, or a zone or the weather beside it: a site's clock, not a publication date. */
  clock: boolean;
}

/** Which number comes first in `03/04/2019`; null leaves such dates unread. */
export type NumberOrder = "day-first" | "month-first" | null;

/** The date that a line gives, with its time when one stands beside it. Null when it gives none. */
export function dateInLine(line: string, order: NumberOrder = null): LineDate | null {
  if (line.length > 500) return dateInLine(line.slice(0, 500), order);
  if (!/\d/.test(line)) return null;
  return gluedClock(line) ?? wordDate(line) ?? signDate(line) ?? numericDate(line, order);
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

let dayFirst: RegExp | null = null;
let monthFirst: RegExp | null = null;
let yearFirst: RegExp | null = null;

function wordDate(line: string): LineDate | null {
  dayFirst ??= new RegExp(
    `(?<![\\d.]|\\d:)(\\d{1,2})(?:st|nd|rd|th|er|\\.|º|ª|-?го)?[\\s\\u00a0-]+(?:of |de |d['’]|del )?(${monthPattern()})\\.?(?![\\p{L}\\p{M}]),?[\\s\\u00a0-]+(?:de |del |di )?['’]?(\\d{4}|\\d{2}(?![\\d:.]))(?!\\d)`,
    "iu",
  );
  monthFirst ??= new RegExp(
    `(?<![\\p{L}\\p{M}])(${monthPattern()})\\.?[\\s\\u00a0-]+(\\d{1,2})(?:st|nd|rd|th|\\.)?,?[\\s\\u00a0-]+(\\d{4})(?!\\d)`,
    "iu",
  );
  yearFirst ??= new RegExp(`(?<!\\d)(\\d{4})[.,]?\\s+(?:m\\.\\s+)?(${monthPattern()})\\.?\\s+(\\d{1,2})(?!\\d)`, "iu");
  const found = [
    [dayFirst.exec(line), 3, 2, 1],
    [monthFirst.exec(line), 3, 1, 2],
    [yearFirst.exec(line), 1, 2, 3],
  ] as const;
  for (const [match, year, month, day] of found) {
    const number = match && monthNumber(match[month]!);
    if (match && number) return withTime(line, match, fullYear(match[year]!), number, match[day]!);
  }
  return null;
}

/** `2019年12月8日`, `2019년 12월 8일`. */
function signDate(line: string): LineDate | null {
  const match = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/.exec(line);
  return match && withTime(line, match, match[1]!, match[2]!, match[3]!);
}

/** `17.02.2031`, `2031-02-17`, `17/02/2031`; two numbers that could both be months go by the order of the country. */
function numericDate(line: string, order: NumberOrder): LineDate | null {
  const iso = /(?<!\d)(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(line);
  if (iso) return withTime(line, iso, iso[1]!, iso[3]!, iso[4]!);
  const dotted = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2}(?![\d.:]))(?!\d)/.exec(line);
  if (dotted) return withTime(line, dotted, fullYear(dotted[3]!), dotted[2]!, dotted[1]!);
  const slashed = /(?<![\d/])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2}(?!\d))(?!\d)/.exec(line);
  if (!slashed) return null;
  const [first, second] = [Number(slashed[1]), Number(slashed[3])];
  const year = fullYear(slashed[4]!);
  if (first > 12 || first === second || (second <= 12 && order === "day-first"))
    return withTime(line, slashed, year, second, first);
  return second > 12 || order === "month-first" ? withTime(line, slashed, year, first, second) : null;
}

function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) > 70 ? `19${year}` : `20${year}`;
}

const timeAfter =
  /^[\s\u00a0,|•·–—-]*(?:(?:at|um|à|a las|alle|kl\.?|в|o)\s+|@\s*|T)?(\d{1,2})[:.h](\d{2})(?::(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?(?:\s*\(?(Z\b|(?:GMT|UTC)\s*(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}))?/i;
const timeBefore =
  /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?\s*((?:GMT|UTC)\s*(?:[+-]\d{1,2}(?::?\d{2})?)?)?(?:\s*[,/|]?\s*\p{L}{2,9}day,?)?[\s,/|·•–—-]*$/iu;

function withTime(
  line: string,
  match: RegExpExecArray,
  year: string,
  month: string | number,
  day: string | number,
): LineDate | null {
  const date = dayOf(year, Number(month), Number(day));
  if (!date) return null;
  const after = timeAfter.exec(line.slice(match.index + match[0].length));
  const before = after ? null : timeBefore.exec(line.slice(0, match.index));
  const start = before?.index ?? match.index;
  const end = match.index + match[0].length + (after?.[0].trimEnd().length ?? 0);
  const clock = before !== null || /°|\blocal time\b/i.test(line);
  const time = timeOf(after ?? before);
  return { edtf: time ? `${date}T${time}` : date, start, end, clock };
}

function dayOf(year: string, month: number, day: number): string | null {
  if (Number(year) < 1800 || Number(year) > 2100 || month < 1 || month > 12 || day < 1) return null;
  return day <= new Date(Date.UTC(Number(year), month, 0)).getUTCDate() ? `${year}-${pad(month)}-${pad(day)}` : null;
}

function timeOf(match: RegExpExecArray | null): string | null {
  if (!match || Number(match[1]) > 24 || Number(match[2]) > 59) return null;
  const hour = twentyFour(Number(match[1]), match[4]);
  return `${pad(hour)}:${match[2]}${match[3] ? `:${match[3]}` : ""}${zoneOf(match[5])}`;
}

function twentyFour(hour: number, half: string | undefined): number {
  if (!half) return hour;
  return /^p/i.test(half) ? (hour % 12) + 12 : hour % 12;
}

function zoneOf(zone: string | undefined): string {
  if (!zone) return "";
  const offset = /([+-])(\d{1,2}):?(\d{2})?/.exec(zone);
  return offset ? `${offset[1]}${pad(offset[2]!)}:${offset[3] ?? "00"}` : "Z";
}

const pad = (digits: string | number): string => String(digits).padStart(2, "0");
