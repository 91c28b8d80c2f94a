import { calendarDay, type DayNumber, dayNumber, mondayOf, weekdayOf } from "./calendar.ts";
import { feasts } from "./feasts.ts";
import type { Meaning, Which } from "./meaning.ts";
import { seasonOf, statedSeason } from "./seasons.ts";
import type { Standpoint } from "./standpoint.ts";
import { type Closed, dayStretch, daysStretch, isRealDay, monthStretch, yearStretch } from "./stretch.ts";
import type { Figures } from "./tokens.ts";

type DateMeaning = Extract<Meaning, { is: "date" }>;

export function placeDate(date: DateMeaning, from: Standpoint): Closed | null {
  if (date.year !== null) return dateInYear(date, date.year);
  const weekday = date.weekday;
  const onWeekday = (year: number) => {
    const stretch = dateInYear(date, year);
    return stretch && (weekday === null || weekdayOf(stretch.first) === weekday) ? stretch : null;
  };
  // A weekday that fits no near year is the report's slip: the date stands.
  return choose(onWeekday, date.which, from) ?? choose((year) => dateInYear(date, year), date.which, from);
}

/** The date in one year, or null where that year has no such day. */
function dateInYear({ month, day }: DateMeaning, year: number): Closed | null {
  if (month === null) return yearStretch(year);
  if (day === null) return monthStretch(year, month);
  return isRealDay(year, month, day) ? dayStretch(dayNumber(year, month, day)) : null;
}

/** A date with no year may lie a month ahead of the report and no more, unless its sentence looks ahead. */
const aheadDays = 31;

/** Seven years hold every weekday of a date, leap years make it eleven. */
const yearsSearched = 11;

/** Picks the year for what returns every year, by "last", "next" or the nearest to the report. */
function choose(inYear: (year: number) => Closed | null, which: Which, from: Standpoint): Closed | null {
  const { year } = calendarDay(from.day);
  const looksAhead = which === "next" || (which === "near" && from.lean === "forward");
  for (let i = 0; i <= yearsSearched; i++) {
    const stretch = inYear(looksAhead ? year - 1 + i : year + 1 - i);
    if (stretch && fits(stretch, which, from)) return stretch;
  }
  return null;
}

function fits(stretch: Closed, which: Which, { day, lean }: Standpoint): boolean {
  switch (which) {
    case "last":
      return stretch.last < day;
    case "next":
      return stretch.first > day;
    case "this":
      return stretch.first <= day + 183 && stretch.last >= day - 365;
    case "near":
      if (lean === "forward") return stretch.last >= day;
      return stretch.first <= day + (lean === "back" ? 0 : aheadDays);
  }
}

/**
 * Day and month that could be either way round: the one that is not in the future, else both and all between.
 * With no report to look from (null) both.
 */
export function placeFigures({ year, a, b, order }: Figures, from: Standpoint | null): Closed | null {
  const monthFirst = isRealDay(year, a, b) ? dayNumber(year, a, b) : null;
  const dayFirst = isRealDay(year, b, a) ? dayNumber(year, b, a) : null;
  if (order !== "unknown") {
    const day = order === "month-day" ? monthFirst : dayFirst;
    return day === null ? null : dayStretch(day);
  }
  const days = [monthFirst, dayFirst].filter((day) => day !== null);
  const told = from ? days.filter((day) => day <= from.day + aheadDays) : days;
  const likely = told.length > 0 ? told : days;
  return likely.length === 1 ? dayStretch(likely[0]!) : daysStretch(Math.min(...likely), Math.max(...likely));
}

export function placeSeason(meaning: Extract<Meaning, { is: "season" }>, from: Standpoint): Closed | null {
  const { season, year, through, which } = meaning;
  if (year !== null) return statedSeason(year, season, through);
  return choose((candidate) => seasonOf(candidate, season), which, from);
}

export function placeHoliday(meaning: Extract<Meaning, { is: "holiday" }>, from: Standpoint): Closed | null {
  const inYear = feasts.get(meaning.name)!;
  return meaning.year !== null ? inYear(meaning.year) : choose(inYear, meaning.which, from);
}

/** "on Tuesday" is the latest one up to the report, or the coming one in talk of the future. */
export function placeWeekday(weekday: number, which: Which, { day, lean }: Standpoint): DayNumber {
  const back = (weekdayOf(day) - weekday + 7) % 7;
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  switch (which) {
    case "last":
      return day - (back || 7);
    case "next":
      return day + (ahead || 7);
    case "this":
      return mondayOf(day) + weekday;
    case "near":
      return lean === "forward" ? day + ahead : day - back;
  }
}
