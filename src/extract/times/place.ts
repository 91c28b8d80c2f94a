import { calendarDay, type DayNumber, dayNumber, isWithinReach, mondayOf, monthStart, weekdayOf } from "./calendar.ts";
import { holidays } from "./holidays.ts";
import type { Lean } from "./lean.ts";
import type { Meaning, Period, Which } from "./meaning.ts";
import { partOf } from "./parts-of.ts";
import { seasonOf, statedSeason } from "./seasons.ts";
import {
  aboutStretch,
  type Closed,
  dayStretch,
  daysStretch,
  isClosed,
  isRealDay,
  monthStretch,
  monthsStretch,
  type Stretch,
  yearStretch,
  yearsStretch,
} from "./stretch.ts";
import type { Figures } from "./tokens.ts";
import { awayFrom, windowFrom } from "./widths.ts";

/** Where times are placed from: the day of the report, and which way its sentence looks. */
export interface Standpoint {
  day: DayNumber;
  lean: Lean;
}

/** Places what words mean on the calendar; null when it is told from another event, or out of reach. */
export function place(meaning: Meaning, from: Standpoint): Stretch | null {
  switch (meaning.is) {
    case "date":
      return placeDate(meaning, from);
    case "figures":
      return placeFigures(meaning.figures, from);
    case "years":
      return yearsStretch(meaning.first, meaning.last, meaning.edtf, meaning.grain);
    case "season":
      return placeSeason(meaning, from);
    case "holiday":
      return placeHoliday(meaning, from);
    case "weekday":
      return dayStretch(placeWeekday(meaning.weekday, meaning.which, from));
    case "period":
      return placePeriod(meaning, from);
    case "day":
      return placeDay(from.day + meaning.offset, meaning.spread);
    case "part":
      return withClosed(place(meaning.whole, from), (whole) => partOf(meaning.part, whole));
    case "shifted":
      return withClosed(place(meaning.from, from), (day) => dayStretch(day.first + meaning.days));
    case "about":
      return withClosed(place(meaning.centre, from), widen);
    case "within":
      return withClosed(place(meaning.outer, from), (outer) => placeWithin(meaning.inner, outer) ?? outer);
    case "away":
      return meaning.from === "event" ? null : awayFrom(from.day, meaning.direction, meaning.quantity, meaning.unit);
    case "window":
      return meaning.from === "event" ? null : windowFrom(from.day, meaning.direction, meaning.quantity, meaning.unit);
    case "unsaid":
      return meaning.from === "event" ? null : placeUnsaid(meaning.direction, from.day);
    case "range":
      return placeRange(meaning, from);
    case "same":
    case "duration":
    case "frequency":
      return null;
  }
}

const withClosed = (stretch: Stretch | null, then: (closed: Closed) => Stretch | null) =>
  isClosed(stretch) ? then(stretch) : null;

const placeDay = (day: DayNumber, spread: number) => (spread === 0 ? dayStretch(day) : daysStretch(day - spread, day));

type DateMeaning = Extract<Meaning, { is: "date" }>;

function placeDate(date: DateMeaning, from: Standpoint): Closed | null {
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

/** Day and month that could be either way round: the one that is not in the future, else both and all between. */
function placeFigures({ year, a, b, order }: Figures, from: Standpoint | null): Closed | null {
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

function placeSeason(meaning: Extract<Meaning, { is: "season" }>, from: Standpoint): Closed | null {
  const { season, year, through, which } = meaning;
  if (year !== null) return statedSeason(year, season, through);
  return choose((candidate) => seasonOf(candidate, season), which, from);
}

function placeHoliday(meaning: Extract<Meaning, { is: "holiday" }>, from: Standpoint): Closed | null {
  const [month, day] = holidays.get(meaning.name)!;
  const inYear = (year: number) => dayStretch(dayNumber(year, month, day));
  return meaning.year !== null ? inYear(meaning.year) : choose(inYear, meaning.which, from);
}

/** "on Tuesday" is the latest one up to the report, or the coming one in talk of the future. */
function placeWeekday(weekday: number, which: Which, { day, lean }: Standpoint): DayNumber {
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

function placePeriod(meaning: Extract<Meaning, { is: "period" }>, from: Standpoint): Closed | null {
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

/** How far "around" reaches, by the precision of what it stands before. */
function widen(centre: Closed): Closed | null {
  const days = { day: 2, days: 3, week: 3, month: 31, season: 45, year: 365, decade: 1827, century: 9131 }[
    centre.grain
  ];
  const soft = centre.edtf.includes("/") ? centre.edtf : `${centre.edtf.replace("~", "")}~`;
  const wide = aboutStretch(centre.first, centre.first - days, centre.last + days, "day");
  return wide && { ...wide, edtf: soft };
}

/** The occurrence of a month, date or weekday inside a longer stretch: "March of last year". */
function placeWithin(inner: Meaning, outer: Closed): Stretch | null {
  if (inner.is === "weekday") {
    const day = outer.first + ((inner.weekday - weekdayOf(outer.first) + 7) % 7);
    return day <= outer.last ? dayStretch(day) : null;
  }
  const year = calendarDay(outer.first).year;
  const dated = inner.is === "date" || inner.is === "season" || inner.is === "holiday" ? { ...inner, year } : inner;
  const placed = place(dated, { day: outer.first, lean: "none" });
  return isClosed(placed) && placed.first >= outer.first - 31 && placed.first <= outer.last ? placed : null;
}

function placeUnsaid(direction: "before" | "after" | "at", day: DayNumber): Stretch | null {
  const edtf = dayStretch(day)?.edtf;
  if (edtf === undefined) return null;
  if (direction === "at") return { first: day, last: day, edtf: `${edtf}~`, grain: "day" };
  if (direction === "before") return { first: null, last: day, edtf: `/${edtf}`, grain: "days" };
  return { first: day, last: null, edtf: `${edtf}/`, grain: "days" };
}

/** The later end is placed first, and the earlier looked for before it; unless only the earlier has its year. */
function placeRange({ from, to }: Extract<Meaning, { is: "range" }>, standpoint: Standpoint): Closed | null {
  if (hasYear(from) && !hasYear(to) && isCalendar(to)) {
    const first = place(from, standpoint);
    const last = isClosed(first) ? place(to, { day: first.first, lean: "forward" }) : null;
    return join(first, last);
  }
  const last = place(to, standpoint);
  const first =
    isClosed(last) && isCalendar(from) ? place(from, { day: last.last, lean: "back" }) : place(from, standpoint);
  return join(first, last);
}

const hasYear = (meaning: Meaning) => "year" in meaning && meaning.year !== null;
const isCalendar = (meaning: Meaning): boolean =>
  meaning.is === "part" ? isCalendar(meaning.whole) : ["date", "weekday", "season", "holiday"].includes(meaning.is);

function join(first: Stretch | null, last: Stretch | null): Closed | null {
  if (!isClosed(first) || !isClosed(last) || first.first > last.last) return null;
  const from = first.edtf.split("/")[0]!;
  const to = last.edtf.split("/").at(-1)!;
  const isReal = isWithinReach(first.first) && isWithinReach(last.last);
  return isReal
    ? { first: first.first, last: last.last, edtf: from === to ? from : `${from}/${to}`, grain: "days" }
    : null;
}

/** Places what needs no report: dates with their year. Null for all else. */
export function placeAbsolute(meaning: Meaning): Stretch | null {
  switch (meaning.is) {
    case "date":
    case "season":
    case "holiday":
      return meaning.year === null ? null : place(meaning, nowhere);
    case "years":
      return place(meaning, nowhere);
    case "figures":
      return placeFigures(meaning.figures, null);
    case "part":
      return isAbsolute(meaning.whole) ? place(meaning, nowhere) : null;
    case "about":
      return isAbsolute(meaning.centre) ? place(meaning, nowhere) : null;
    case "shifted":
      return isAbsolute(meaning.from) ? place(meaning, nowhere) : null;
    case "range":
      return isAbsolute(meaning.from) || isAbsolute(meaning.to) ? placeAbsoluteRange(meaning) : null;
    default:
      return null;
  }
}

/** Never used to place anything: what is absolute does not look at it. */
const nowhere: Standpoint = { day: 0, lean: "none" };

const isAbsolute = (meaning: Meaning): boolean => placeAbsolute(meaning) !== null;

/** "from May to July 2015" has one year for both ends; "from 2012 to last week" has none for the second. */
function placeAbsoluteRange(range: Extract<Meaning, { is: "range" }>): Stretch | null {
  const isPlaceable = (meaning: Meaning) => isAbsolute(meaning) || (isCalendar(meaning) && meaning.is !== "weekday");
  return isPlaceable(range.from) && isPlaceable(range.to) ? placeRange(range, nowhere) : null;
}
