import { calendarDay, type DayNumber, isWithinReach, weekdayOf } from "./calendar.ts";
import type { Meaning } from "./meaning.ts";
import { partOf } from "./parts-of.ts";
import { placeDate, placeFigures, placeHoliday, placeSeason, placeWeekday } from "./place-date.ts";
import { placePeriod } from "./place-period.ts";
import type { Standpoint } from "./standpoint.ts";
import { aboutStretch, type Closed, dayStretch, daysStretch, isClosed, type Stretch, yearsStretch } from "./stretch.ts";
import { awayFrom, windowFrom } from "./widths.ts";

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
  if (hasYear(from) && !hasYear(to) && isOnCalendar(to)) {
    const first = place(from, standpoint);
    const last = isClosed(first) ? place(to, { day: first.first, lean: "forward" }) : null;
    return join(first, last);
  }
  const last = place(to, standpoint);
  const first =
    isClosed(last) && isOnCalendar(from) ? place(from, { day: last.last, lean: "back" }) : place(from, standpoint);
  return join(first, last);
}

const hasYear = (meaning: Meaning) => "year" in meaning && meaning.year !== null;
/** True of what the calendar has every year or week, and the words say no more of. */
export const isOnCalendar = (meaning: Meaning): boolean =>
  meaning.is === "part" ? isOnCalendar(meaning.whole) : ["date", "weekday", "season", "holiday"].includes(meaning.is);

function join(first: Stretch | null, last: Stretch | null): Closed | null {
  if (!isClosed(first) || !isClosed(last) || first.first > last.last) return null;
  const from = first.edtf.split("/")[0]!;
  const to = last.edtf.split("/").at(-1)!;
  const isReal = isWithinReach(first.first) && isWithinReach(last.last);
  return isReal
    ? { first: first.first, last: last.last, edtf: from === to ? from : `${from}/${to}`, grain: "days" }
    : null;
}
