/** A day as a whole number: days since 1 January 1970. Plain UTC arithmetic: a calendar day has no zone. */
export type DayNumber = number;

const dayLength = 86_400_000;

/** Years outside are not dates that news gives: "900,000 years ago" stays unplaced. */
const firstYear = 1000;
const lastYear = 2999;

export function dayNumber(year: number, month: number, day: number): DayNumber {
  return Date.UTC(year, month - 1, day) / dayLength;
}

interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

export function calendarDay(number: DayNumber): CalendarDay {
  const date = new Date(number * dayLength);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function isWithinReach(number: DayNumber): boolean {
  return number >= dayNumber(firstYear, 1, 1) && number <= dayNumber(lastYear, 12, 31);
}

export const isYear = (value: number) => Number.isInteger(value) && value >= firstYear && value <= lastYear;

/** `2016-02-05`. */
export function writeDay(number: DayNumber): string {
  return new Date(number * dayLength).toISOString().slice(0, 10);
}

/** `2016-02`. */
export const writeMonth = (number: DayNumber) => writeDay(number).slice(0, 7);

/** `2016`. */
export const writeYear = (number: DayNumber) => writeDay(number).slice(0, 4);

/** Monday is 0. */
export const weekdayOf = (number: DayNumber) => (((number + 3) % 7) + 7) % 7;

export const mondayOf = (number: DayNumber) => number - weekdayOf(number);

export function monthLength(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The same day of another month; the 31st becomes the last day of a shorter one. */
export function addMonths(number: DayNumber, months: number): DayNumber {
  const { year, month, day } = calendarDay(number);
  const index = year * 12 + month - 1 + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return dayNumber(newYear, newMonth, Math.min(day, monthLength(newYear, newMonth)));
}

export const monthStart = (year: number, month: number) => dayNumber(year, month, 1);
export const monthEnd = (year: number, month: number) => dayNumber(year, month, monthLength(year, month));
