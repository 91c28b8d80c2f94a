import type { ClaimTime } from "../../terms/dates.ts";
import { placeAbsolute } from "./absolute.ts";
import type { AnchorDays } from "./anchor.ts";
import type { Bound } from "./bounds.ts";
import { writeDay } from "./calendar.ts";
import type { Lean } from "./lean.ts";
import type { Meaning } from "./meaning.ts";
import { place } from "./place.ts";
import { relativeOf } from "./relative.ts";
import { daysStretch, type Stretch } from "./stretch.ts";
import { unspecifiedYear } from "./unspecified.ts";

/** The dates of a time, as a claim carries them, before its words are pointed to. */
type Timing = Omit<ClaimTime, "text">;

/** Dates what words mean, as far as the report's own date allows. */
export function timeMeaning(meaning: Meaning, bound: Bound, lean: Lean, anchor: AnchorDays | null): Timing {
  const centred: Meaning = bound.about ? { is: "about", centre: meaning } : meaning;
  const stretch = placeFrom(centred, lean, anchor);
  if (stretch) return { ...written(bounded(stretch, bound, lean, anchor)), of: bound.of };
  const relative = relativeOf(centred);
  const edtf = unspecifiedYear(meaning);
  return { edtf, start: null, end: null, of: bound.of, ...(relative ? { relative } : {}) };
}

function written({ first, last, edtf }: Stretch): Pick<ClaimTime, "edtf" | "start" | "end"> {
  // "after recently" is open at both ends: it says nothing that could be written.
  const said = edtf.replace("/", "") === "" ? null : edtf;
  return { edtf: said, start: first === null ? null : writeDay(first), end: last === null ? null : writeDay(last) };
}

/** A report dated only to its month or year makes wide what counts from it: from its first day and from its last. */
function placeFrom(meaning: Meaning, lean: Lean, anchor: AnchorDays | null): Stretch | null {
  // The report's date tells which way round 5/2/2016 is, so that there it counts even for a full date.
  const absolute = anchor && meaning.is === "figures" ? null : placeAbsolute(meaning);
  if (absolute || !anchor) return absolute;
  const early = place(meaning, { day: anchor.first, lean });
  if (!early || anchor.first === anchor.last) return early;
  const late = place(meaning, { day: anchor.last, lean });
  return late && union(early, late);
}

function union(early: Stretch, late: Stretch): Stretch | null {
  if (early.edtf === late.edtf) return early;
  if (early.first === null || late.last === null) return null;
  return daysStretch(early.first, late.last, "both");
}

/** "by Friday", "before 2012", "after Tuesday" leave one side open. */
function bounded(stretch: Stretch, bound: Bound, lean: Lean, anchor: AnchorDays | null): Stretch {
  const { first, last, edtf } = stretch;
  const from = edtf.split("/")[0]!;
  const to = edtf.split("/").at(-1)!;
  switch (bound.side) {
    case "on":
      return stretch;
    case "by":
      return openBefore(last, to, lean === "forward" ? anchor : null);
    case "before":
      return openBefore(first === null ? null : first - 1, first === null ? "" : writeDay(first - 1), null);
    case "after":
      return { first, last: null, edtf: `${from}/`, grain: "days" };
  }
}

/** What is still to happen by a day cannot happen before the report. */
function openBefore(last: number | null, to: string, anchor: AnchorDays | null): Stretch {
  const first = anchor && last !== null && anchor.first <= last ? anchor.first : null;
  const from = first === null ? "" : writeDay(first);
  return { first, last, edtf: from === to ? to : `${from}/${to}`, grain: "days" };
}
