import { calendarDay, type DayNumber, mondayOf, monthStart, weekdayOf } from "./calendar.ts";
import type { Meaning, Period } from "./meaning.ts";
import type { Standpoint } from "./standpoint.ts";
import {
  type Closed,
  dayStretch,
  daysStretch,
  monthStretch,
  monthsStretch,
  yearStretch,
  yearsStretch,
} from "./stretch.ts";

/** "last week", "earlier this month", "the weekend". */
export function placePeriod(meaning: Extract<Meaning, { is: "period" }>, from: Standpoint): Closed | null {
  const whole = wholePeriod(meaning.period, meaning.offset, from);
  if (!whole || meaning.half === null) return whole;
  return meaning.half === "earlier" ? daysStretch(whole.first, from.day) : daysStretch(from.day, whole.last);
}

function wholePeriod(period: Period, offset: number | "near", from: Standpoint): Closed | null {
  if (period === "weekend") return placeWeekend(offset, from);
  if (offset === "near") return null;
  const { year, month } = calendarDay(from.day);
  switch (period) {
    case "day":
      return dayStretch(from.day + offset);
    case "week":
      return weekFrom(mondayOf(from.day) + 7 * offset);
    case "month":
      return monthOf(year, month + offset);
    case "quarter":
      return quarterOf(year, Math.floor((month - 1) / 3) + offset);
    case "year":
      return yearStretch(year + offset);
    default:
      return eraOf(year, period === "decade" ? 10 : 100, offset);
  }
}

function weekFrom(monday: DayNumber): Closed | null {
  const week = daysStretch(monday, monday + 6);
  return week && { ...week, grain: "week" };
}

/** A month by its number, which may run below 1 or beyond 12. */
function monthOf(year: number, month: number): Closed {
  const { year: realYear, month: realMonth } = calendarDay(monthStart(year, month));
  return monthStretch(realYear, realMonth);
}

const quarterOf = (year: number, index: number) => monthsStretch(monthStart(year, index * 3 + 1), 3, "none");

function eraOf(year: number, years: 10 | 100, offset: number): Closed {
  const first = (Math.floor(year / years) + offset) * years;
  const grain = years === 10 ? "decade" : "century";
  return yearsStretch(first, first + years - 1, years === 10 ? `${first / 10}X` : `${first / 100}XX`, grain);
}

/** Saturday and Sunday. On a Monday or Tuesday "this weekend" is the one just over, unless the sentence looks ahead. */
function placeWeekend(offset: number | "near", { day, lean }: Standpoint): Closed | null {
  const own = mondayOf(day) + 5;
  const isUnderWay = day >= own;
  const latest = isUnderWay ? own : own - 7;
  if (lean === "forward" && (offset === "near" || offset === 0)) return daysStretch(own, own + 1);
  if (offset === "near") return daysStretch(latest, latest + 1);
  const isJustOver = offset === 0 && weekdayOf(day) < 2;
  const saturday = isJustOver ? latest : own + 7 * offset;
  return daysStretch(saturday, saturday + 1);
}
