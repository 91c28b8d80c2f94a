import { type DayNumber, dayNumber, weekdayOf } from "./calendar.ts";
import { type Closed, dayStretch, daysStretch } from "./stretch.ts";

/** The days of a feast in one year of the common calendar; null when it does not fall in it. */
type Feast = (year: number) => Closed | null;

const fixed =
  (month: number, day: number): Feast =>
  (year) =>
    dayStretch(dayNumber(year, month, day));

/** Feasts by their names in small letters, without the "'s" of "New Year's Eve". */
export const feasts: ReadonlyMap<string, Feast> = new Map([
  ["christmas eve", fixed(12, 24)],
  ["christmas day", fixed(12, 25)],
  ["christmas", fixed(12, 25)],
  ["boxing day", fixed(12, 26)],
  ["new year eve", fixed(12, 31)],
  ["new year day", fixed(1, 1)],
  ["valentine day", fixed(2, 14)],
  ["may day", fixed(5, 1)],
  ["bastille day", fixed(7, 14)],
  ["halloween", fixed(10, 31)],
  ["nowruz", (year) => daysStretch(dayNumber(year, 3, 20), dayNumber(year, 3, 21))],
  ["thanksgiving day", thanksgiving],
  ["thanksgiving", thanksgiving],
  ["good friday", (year) => dayStretch(easterSunday(year) - 2)],
  ["easter sunday", (year) => dayStretch(easterSunday(year))],
  ["easter monday", (year) => dayStretch(easterSunday(year) + 1)],
  ["easter", (year) => daysStretch(easterSunday(year) - 2, easterSunday(year) + 1)],
  ["ramadan", (year) => islamicDays(year, 9, 1, 30)],
  ["eid al fitr", (year) => islamicDays(year, 10, 1, 3)],
  ["eid al adha", (year) => islamicDays(year, 12, 10, 13)],
  ["ashura", (year) => islamicDays(year, 1, 10, 10)],
]);

/** The fourth Thursday of November, as the United States keep it. */
function thanksgiving(year: number): Closed | null {
  const first = dayNumber(year, 11, 1);
  return dayStretch(first + ((3 - weekdayOf(first) + 7) % 7) + 21);
}

/** Western Easter, by the anonymous Gregorian computation (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayNumber(year, Math.floor(f / 31), (f % 31) + 1);
}

/** 1 Muharram of year 1 in the civil count, in days since 1970. */
const islamicEpoch = dayNumber(622, 7, 19);

/** In days: twelve months of the moon. */
const islamicYear = 354.3667;

/** Days of the Islamic calendar by its arithmetic form. The moon is seen a day earlier or later from place to place. */
function islamicDays(year: number, month: number, from: number, to: number): Closed | null {
  const guess = Math.floor((dayNumber(year, 1, 1) - islamicEpoch) / islamicYear) + 1;
  for (const islamic of [guess, guess + 1]) {
    const monthStart = islamicMonth(islamic, month);
    if (new Date(monthStart * 86_400_000).getUTCFullYear() !== year) continue;
    return daysStretch(monthStart + from - 2, monthStart + to, "both");
  }
  return null;
}

/** The first day of a month: 30 and 29 days by turns, eleven leap days in thirty years. */
function islamicMonth(year: number, month: number): DayNumber {
  const years = 354 * (year - 1) + Math.floor((3 + 11 * year) / 30);
  return islamicEpoch + Math.ceil(29.5 * (month - 1)) + years;
}
