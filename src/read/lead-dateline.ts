import type { Note, Report } from "../terms/index.ts";
import { datelineOf, type LeadDateline } from "./dateline.ts";
import { dayOf } from "./dates/calendars.ts";
import type { Page } from "./page.ts";

const longestWait = 60; // Days from a dateline to the saving of the page within which its year is beyond doubt.

/** What the dateline at the head of the lead adds to the report: the place, the day, and the publication date where the page gives none. */
export function fromLead(
  { text, parts, published, publishedFrom, captured, notes }: Page,
  saved: string | null,
): Pick<Report, "dateline" | "published" | "publishedFrom"> & { notes: Note[] } {
  const lead = parts.find(({ kind }) => kind === "lead");
  const found = lead ? datelineOf(text.slice(lead.start, lead.end)) : null;
  if (!lead || !found) return { published, publishedFrom, notes };
  const date = found.date && fullDate(found.date, published ?? saved ?? captured);
  const dateline = { span: [lead.start, lead.start + found.length] as [number, number], place: found.place, date };
  if (published || !found.date) return { dateline, published, publishedFrom, notes };
  if (date)
    return {
      ...{ dateline, published: date, publishedFrom: "dateline" },
      notes: notes.filter(({ code }) => !code.startsWith("date.")),
    };
  return { dateline, published, publishedFrom, notes: [...notes, noYear] };
}

const noYear: Note = {
  code: "date.no-year",
  text: "The dateline gives a day and no year, and when the page was saved is not known.",
};

/** A day without its year is of the year in which it comes shortly before `known`, the day of publication or of saving. */
function fullDate({ year, month, day }: NonNullable<LeadDateline["date"]>, known: string | null): string | null {
  if (year !== null) return dayOf(year, month, day);
  const last = Date.parse(known?.slice(0, 10) ?? "");
  if (Number.isNaN(last)) return null;
  for (const candidate of [0, -1, 1].map((step) => dayOf(new Date(last).getUTCFullYear() + step, month, day))) {
    const days = candidate ? (last - Date.parse(candidate)) / 86_400_000 : Number.NaN;
    if (candidate && days >= -1 && days <= longestWait) return candidate;
  }
  return null;
}
