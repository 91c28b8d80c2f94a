import { addMonths, type DayNumber } from "./calendar.ts";
import type { Quantity, Unit } from "./meaning.ts";
import { aboutStretch, type Closed, daysStretch } from "./stretch.ts";

/**
 * How far off a count of units may be, in days, when it is given as a plain number. People count few days exactly and
 * round the rest: "two weeks ago" is seldom fourteen days, "two years ago" seldom in the same month.
 */
function slackOf(count: number, unit: Unit): number {
  switch (unit) {
    case "minute":
    case "hour":
      return 0;
    case "day":
      return count <= 3 ? 0 : Math.max(1, Math.round(count * 0.1));
    case "week":
      return Math.max(3, Math.round(count));
    case "month":
      return Math.max(15, Math.round(count * 3));
    case "year":
      return Math.max(183, Math.round(count * 36.5));
    case "decade":
      return Math.max(731, Math.round(count * 731));
    case "century":
      return Math.max(7305, Math.round(count * 7305));
  }
}

/** "some ten days" is 8 to 12, "some two weeks" ten to eighteen days. */
function hedgedSlack(count: number, unit: Unit): number {
  if (unit === "day") return Math.max(1, Math.ceil(count * 0.2));
  return Math.round(slackOf(count, unit) * 1.5);
}

/** The day so many units from another; part units count in days. */
export function shift(day: DayNumber, count: number, unit: Unit): DayNumber {
  switch (unit) {
    case "minute":
      return day + Math.trunc(count / 1440);
    case "hour":
      return day + Math.trunc(count / 24);
    case "day":
      return day + Math.round(count);
    case "week":
      return day + Math.round(count * 7);
    default:
      return shiftMonths(day, count * monthsIn[unit]);
  }
}

const monthsIn = { month: 1, year: 12, decade: 120, century: 1200 } as const;

function shiftMonths(day: DayNumber, months: number): DayNumber {
  const whole = Math.trunc(months);
  return addMonths(day, whole) + Math.round((months - whole) * 30);
}

/** More than a count that is no number allows; the widest news uses them for. */
const furthest = 100_000;

/** Where "three weeks ago" lies: the days it allows and its date at the precision of the unit. */
export function awayFrom(
  day: DayNumber,
  direction: "before" | "after",
  quantity: Quantity,
  unit: Unit,
  share = 1,
): Closed | null {
  const { amount, low, high, hedge } = quantity;
  if (high > furthest) return null;
  // "half a year" and "a year and a half" are counts of months.
  if (unit === "year" && low === high && !Number.isInteger(low)) {
    const months = { ...quantity, amount: low * 12, low: low * 12, high: low * 12 };
    return awayFrom(day, direction, months, "month", share);
  }
  const sign = direction === "before" ? -1 : 1;
  const slack = Math.round(share * (hedge === "none" ? slackOf(high, unit) : hedgedSlack(high, unit)));
  // "more than two years" lies beyond two, "nearly two years" short of it.
  const near = shift(day, sign * low, unit) - sign * (hedge === "over" || amount === null ? 0 : slack);
  const far =
    shift(day, sign * high, unit) +
    sign * (hedge === "under" || amount === null ? 0 : slack * (hedge === "over" ? 2 : 1));
  const [first, last] = clip(day, direction, Math.min(near, far), Math.max(near, far), unit);
  if (amount === null) return daysStretch(first, last, "both");
  if (first === last && unit === "day" && hedge === "none") return daysStretch(first, last);
  return aboutStretch(shift(day, sign * amount, unit), first, last, precisionOf(unit));
}

/** Hours may fall on the day before, as the report's own hour is not known; nothing of the past lies after the report. */
function clip(
  day: DayNumber,
  direction: string,
  first: DayNumber,
  last: DayNumber,
  unit: Unit,
): [DayNumber, DayNumber] {
  const spread = unit === "hour" ? 1 : 0;
  return direction === "before" ? [first - spread, Math.min(last, day)] : [Math.max(first, day), last + spread];
}

function precisionOf(unit: Unit): "day" | "month" | "year" {
  if (unit === "month") return "month";
  return unit === "year" || unit === "decade" || unit === "century" ? "year" : "day";
}

/** Where "the past three years" lies: from about three years before the day, to the day. */
export function windowFrom(
  day: DayNumber,
  direction: "before" | "after",
  quantity: Quantity,
  unit: Unit,
): Closed | null {
  // "The past year" begins more nearly a year ago than "a year ago" lies: half the slack.
  const far = awayFrom(day, direction, quantity, unit, 0.5);
  if (!far) return null;
  const isSharp = quantity.amount !== null && quantity.hedge === "none" && isShort(unit);
  if (isSharp) return sharpWindow(day, direction, quantity, unit);
  return direction === "before" ? daysStretch(far.first, day, "start") : daysStretch(day, far.last, "end");
}

const isShort = (unit: Unit) => unit === "hour" || unit === "minute" || unit === "day";

/** "The past 24 hours" reach into the day before, "the past three days" to the third. */
function sharpWindow(day: DayNumber, direction: "before" | "after", quantity: Quantity, unit: Unit): Closed | null {
  const count = unit === "day" ? quantity.high : Math.ceil(quantity.high / (unit === "hour" ? 24 : 1440));
  return direction === "before" ? daysStretch(day - Math.round(count), day) : daysStretch(day, day + Math.round(count));
}
