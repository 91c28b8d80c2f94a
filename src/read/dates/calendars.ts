import {
  type Calendar,
  CalendarDate,
  GregorianCalendar,
  HebrewCalendar,
  IslamicUmalquraCalendar,
  JapaneseCalendar,
  PersianCalendar,
  TaiwanCalendar,
  toCalendar,
} from "@internationalized/date";
import type { Month } from "./months.ts";

const calendars: Record<Exclude<Month["calendar"], "gregory">, Calendar> = {
  islamic: new IslamicUmalquraCalendar(),
  persian: new PersianCalendar(),
  hebrew: new HebrewCalendar(),
};

/**
 * The Gregorian day of a date in the calendar that the year fits best, as EDTF; null when the year fits none of them or the day
 * does not exist. A Muslim month begins with the moon as it is seen, a day earlier or later by country: its days are approximate.
 * `gregorianDay("1437", months of "Rabi al-Thani", 26)` is `2016-02-05~`.
 */
export function gregorianDay(year: string, months: readonly Month[], day: number): string | null {
  const calendar = calendarOf(Number(year));
  const month = months.find((each) => each.calendar === calendar);
  if (!month) return null;
  if (month.calendar === "gregory") return dayOf(westernYear(Number(year)), month.number, day);
  const found = convert(calendars[month.calendar], Number(year), month.number, day);
  return found && month.calendar === "islamic" ? `${found}~` : found;
}

/** `1394/11/16` and `1437/4/26`: the count of years tells the Persian calendar from the Muslim one. */
export function gregorianOfNumbers(year: number, month: number, day: number): string | null {
  if (year >= 1369 && year < firstMuslimYear) return convert(calendars.persian, year, month, day);
  const found = year >= firstMuslimYear && year <= 1460 ? convert(calendars.islamic, year, month, day) : null;
  return found && `${found}~`;
}

const firstMuslimYear = 1411; // 1990, before the web; the Persian 1411 is 2032, the years between are not told apart by number.

/** `平成28年`, `令和元年`, `民國105年`: a day counted from a reign or from the republic. */
export function dayOfReign(reign: string, year: number, month: number, day: number): string | null {
  const republic = /^[中民]/.test(reign);
  const era = { 令和: "reiwa", 平成: "heisei", 昭和: "showa" }[reign];
  if (!republic && !era) return null;
  const calendar = republic ? new TaiwanCalendar() : new JapaneseCalendar();
  const date = new CalendarDate(calendar, republic ? "minguo" : era!, year, month, day);
  return date.day === day ? toCalendar(date, gregorian).toString() : null;
}

/** A day of the Gregorian calendar as EDTF; null for 31 February, and for years in which nobody reported. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1800 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? `${year}-${pad(month)}-${pad(day)}` : null;
}

const gregorian = new GregorianCalendar();
const pad = (number: number): string => String(number).padStart(2, "0");

function calendarOf(year: number): Month["calendar"] | null {
  if (year >= 5650 && year <= 5860) return "hebrew";
  if (year >= 1369 && year < firstMuslimYear) return "persian";
  if (year >= firstMuslimYear && year <= 1460) return "islamic";
  return dayOf(westernYear(year), 1, 1) ? "gregory" : null;
}

/** Thai pages count from the death of the Buddha. */
const westernYear = (year: number): number => (year > 2480 && year < 2643 ? year - 543 : year);

function convert(calendar: Calendar, year: number, month: number, day: number): string | null {
  const number = calendar.identifier === "hebrew" ? hebrewMonth(calendar, year, month) : month;
  const date = new CalendarDate(calendar, year, number, day);
  return date.day === day && date.month === number && date.year === year
    ? toCalendar(date, gregorian).toString()
    : null;
}

/** A common year has one Adar, its sixth month. */
function hebrewMonth(calendar: Calendar, year: number, month: number): number {
  const isLeap = calendar.getMonthsInYear(new CalendarDate(calendar, year, 1, 1)) === 13;
  return isLeap || month < 7 ? month : month - 1;
}
