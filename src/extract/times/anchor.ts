import { type DayNumber, dayNumber, isYear, monthEnd, monthLength, monthStart } from "./calendar.ts";

/** The days on which a report may have been published; one day when its date is exact. */
export interface AnchorDays {
  first: DayNumber;
  last: DayNumber;
}

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T~?%/ ])/;

/**
 * Reads a publication date in EDTF: a day, a month, a year, or a date-time, whose local day counts as it is written. Null
 * for none, or none that can be read. A day marked uncertain or approximate may be one off either way.
 */
export function readAnchor(published: string | null): AnchorDays | null {
  const found = published === null ? null : shape.exec(published.trim());
  if (!found) return null;
  const [written, year, month, day] = found;
  if (!isYear(Number(year))) return null;
  const days = anchorDays(Number(year), month, day);
  const isUnsure = /^[~?%]/.test(published!.trim().slice(written.length));
  return days && isUnsure ? { first: days.first - 1, last: days.last + 1 } : days;
}

function anchorDays(year: number, month: string | undefined, day: string | undefined): AnchorDays | null {
  if (month === undefined) return { first: monthStart(year, 1), last: monthEnd(year, 12) };
  const number = Number(month);
  if (number < 1 || number > 12) return null;
  if (day === undefined) return { first: monthStart(year, number), last: monthEnd(year, number) };
  if (Number(day) < 1 || Number(day) > monthLength(year, number)) return null;
  const at = dayNumber(year, number, Number(day));
  return { first: at, last: at };
}
