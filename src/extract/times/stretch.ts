import {
  addMonths,
  calendarDay,
  type DayNumber,
  isWithinReach,
  monthEnd,
  monthLength,
  monthStart,
  writeDay,
  writeMonth,
  writeYear,
} from "./calendar.ts";

type Grain = "day" | "days" | "week" | "month" | "season" | "year" | "decade" | "century";

/** Which ends of a stretch the words leave blurred; such an end is written with "~". */
export type Softness = "start" | "end" | "both" | "none";

/** Days from `first` to `last`, both included; null is not known. `edtf` says the same with its precision. */
export interface Stretch {
  first: DayNumber | null;
  last: DayNumber | null;
  edtf: string;
  grain: Grain;
}

/** A stretch with both ends. */
export interface Closed extends Stretch {
  first: DayNumber;
  last: DayNumber;
}

export const isClosed = (stretch: Stretch | null): stretch is Closed =>
  stretch !== null && stretch.first !== null && stretch.last !== null;

export function dayStretch(day: DayNumber): Closed | null {
  return isWithinReach(day) ? { first: day, last: day, edtf: writeDay(day), grain: "day" } : null;
}

export function daysStretch(first: DayNumber, last: DayNumber, soft: Softness = "none"): Closed | null {
  if (!isWithinReach(first) || !isWithinReach(last) || first > last) return null;
  const from = soft === "start" || soft === "both" ? `${writeDay(first)}~` : writeDay(first);
  const to = soft === "end" || soft === "both" ? `${writeDay(last)}~` : writeDay(last);
  return { first, last, edtf: first === last ? from : `${from}/${to}`, grain: "days" };
}

/** About a day, month or year, written at that precision; the days say how far it may be off. */
export function aboutStretch(
  centre: DayNumber,
  first: DayNumber,
  last: DayNumber,
  grain: "day" | "month" | "year",
): Closed | null {
  if (!isWithinReach(first) || !isWithinReach(last) || first > last) return null;
  const write = { day: writeDay, month: writeMonth, year: writeYear }[grain];
  return { first, last, edtf: `${write(centre)}~`, grain: first === last ? "day" : "days" };
}

export function monthStretch(year: number, month: number): Closed {
  const first = monthStart(year, month);
  return { first, last: monthEnd(year, month), edtf: writeMonth(first), grain: "month" };
}

/** Months from one to another of the same or a later year. */
export function monthsStretch(first: DayNumber, count: number, soft: Softness): Closed {
  const lastMonth = calendarDay(addMonths(first, count - 1));
  const last = monthEnd(lastMonth.year, lastMonth.month);
  const from = soft === "start" || soft === "both" ? `${writeMonth(first)}~` : writeMonth(first);
  const to = soft === "end" || soft === "both" ? `${writeMonth(last)}~` : writeMonth(last);
  const edtf = count === 1 ? `${writeMonth(first)}${soft === "none" ? "" : "~"}` : `${from}/${to}`;
  return { first, last, edtf, grain: "days" };
}

export function yearStretch(year: number): Closed {
  return { first: monthStart(year, 1), last: monthEnd(year, 12), edtf: String(year).padStart(4, "0"), grain: "year" };
}

export function yearsStretch(first: number, last: number, edtf: string, grain: Grain): Closed {
  return { first: monthStart(first, 1), last: monthEnd(last, 12), edtf, grain };
}

export function isRealDay(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= monthLength(year, month);
}
