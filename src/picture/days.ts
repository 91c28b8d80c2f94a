import type { Day, Interval } from "../terms/index.ts";

/** The first and last day that an EDTF date allows: `2031-02` is the whole of February; null where there is none. */
export function daysOf(edtf: string | null): { start: Day; end: Day } | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(edtf ?? "");
  if (match === null) return null;
  const [, year, month, day] = match;
  if (day !== undefined) return { start: `${year}-${month}-${day}`, end: `${year}-${month}-${day}` };
  if (month === undefined || Number(month) > 12) return { start: `${year}-01-01`, end: `${year}-12-31` };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { start: `${year}-${month}-01`, end: `${year}-${month}-${last}` };
}

/** A day some days later; negative numbers go back. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export const unknownTime: Interval = { edtf: null, start: null, end: null };
