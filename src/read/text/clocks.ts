const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const monthName =
  "(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?";

/** A date found in a line, as EDTF: a day, or a day and a time as the line writes it. */
export interface LineDate {
  edtf: string;
  /** The words of the date within the line. */
  start: number;
  end: number;
  /** The time stands before the date, or a zone or the weather beside it: a site's clock, not a publication date. */
  clock: boolean;
}

/** The date that a line gives, with its time when one stands beside it. Null when it gives none. */
export function dateInLine(line: string): LineDate | null {
  return gluedClock(line) ?? wordDate(line) ?? numericDate(line);
}

/** `09:05 GMT +308 December 2019`: the scraper has joined the offset and the day. */
function gluedClock(line: string): LineDate | null {
  const match = new RegExp(
    `(\\d{1,2}):(\\d{2})\\s*(?:GMT|UTC)\\s*([+-])(\\d{1,2})(\\d{2})\\s+${monthName}\\s+(\\d{4})`,
    "i",
  ).exec(line);
  if (!match) return null;
  const [all, hour, minute, sign, offset, day, month, year] = match;
  if (Number(offset) > 14 || Number(day) < 1 || Number(day) > 31) return null;
  const zone = `${sign}${pad(offset!)}:00`;
  return {
    edtf: `${year}-${pad(monthOf(month!))}-${pad(day!)}T${pad(hour!)}:${minute}${zone}`,
    start: match.index,
    end: match.index + all!.length,
    clock: true,
  };
}

function wordDate(line: string): LineDate | null {
  const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+${monthName},?\\s+(\\d{4})\\b`, "i").exec(
    line,
  );
  if (dayFirst) return withTime(line, dayFirst, dayFirst[3]!, monthOf(dayFirst[2]!), dayFirst[1]!);
  const monthFirst = new RegExp(`\\b${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, "i").exec(line);
  if (monthFirst) return withTime(line, monthFirst, monthFirst[3]!, monthOf(monthFirst[1]!), monthFirst[2]!);
  return null;
}

/** `17.02.2031`, `2031-02-17`, `17/02/2031`; two numbers that could both be months are left alone. */
function numericDate(line: string): LineDate | null {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(line);
  if (iso) return withTime(line, iso, iso[1]!, iso[2]!, iso[3]!);
  const dotted = /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/.exec(line);
  if (dotted) return withTime(line, dotted, dotted[3]!, dotted[2]!, dotted[1]!);
  const slashed = /\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b/.exec(line);
  if (!slashed) return null;
  const [first, second] = [Number(slashed[1]), Number(slashed[2])];
  if (first > 12) return withTime(line, slashed, slashed[3]!, slashed[2]!, slashed[1]!);
  if (second > 12) return withTime(line, slashed, slashed[3]!, slashed[1]!, slashed[2]!);
  return first === second ? withTime(line, slashed, slashed[3]!, slashed[1]!, slashed[2]!) : null;
}

function withTime(line: string, match: RegExpExecArray, year: string, month: string, day: string): LineDate | null {
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  const after =
    /^[\s,|–—-]*(?:at\s+|@\s*)?(\d{1,2})[:.](\d{2})\s*(am|pm|a\.m\.|p\.m\.)?\s*(?:(?:GMT|UTC|Z)\s*([+-]\d{1,2})?(?::?(\d{2}))?)?/i.exec(
      line.slice(match.index + match[0].length),
    );
  const before =
    /(\d{1,2}):(\d{2})\s*(am|pm)?\s*(?:(?:GMT|UTC)\s*([+-]\d{1,2})?)?(?:\s*,?\s*(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?)?[\s,|·•–—-]*$/i.exec(
      line.slice(0, match.index),
    );
  const time = after ?? before;
  const weather = /°\s?[CF]\b/.test(line);
  const clock = weather || (after === null && before !== null) || /\blocal time\b/i.test(line);
  const start = before && !after ? before.index : match.index;
  const end = match.index + match[0].length + (after ? after[0].trimEnd().length : 0);
  if (!time) return { edtf: date, start, end, clock };
  const hour = twentyFour(Number(time[1]), time[3]);
  const zone = /GMT|UTC/i.test(time[0]) ? zoneOf(time[4]) : "";
  return { edtf: `${date}T${pad(String(hour))}:${time[2]}${zone}`, start, end, clock };
}

function twentyFour(hour: number, half: string | undefined): number {
  if (!half) return hour;
  return /^p/i.test(half) ? (hour % 12) + 12 : hour % 12;
}

const zoneOf = (offset: string | undefined): string => (offset ? `${offset[0]}${pad(offset.slice(1))}:00` : "Z");
const pad = (digits: string): string => digits.padStart(2, "0");
const monthOf = (name: string): string =>
  String(months.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1);
