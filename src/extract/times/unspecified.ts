import type { Meaning } from "./meaning.ts";
import { seasonOf } from "./seasons.ts";

/** A day and month of a year nobody knows, as EDTF writes it: `XXXX-02-03`. Null for what is no such date. */
export function unspecifiedYear(meaning: Meaning): string | null {
  switch (meaning.is) {
    case "date":
      return meaning.year === null && meaning.month !== null ? written(meaning.month, meaning.day) : null;
    case "season":
      return meaning.year === null ? `XXXX${seasonOf(2000, meaning.season).edtf.slice(4)}` : null;
    case "range":
      return writtenRange(meaning.from, meaning.to);
    default:
      return null;
  }
}

function written(month: number, day: number | null): string {
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  return day === null ? `XXXX-${twoDigits(month)}` : `XXXX-${twoDigits(month)}-${twoDigits(day)}`;
}

function writtenRange(from: Meaning, to: Meaning): string | null {
  const first = unspecifiedYear(from);
  const last = unspecifiedYear(to);
  return first && last ? `${first}/${last}` : null;
}
