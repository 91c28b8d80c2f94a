import { z } from "zod";
import { Span } from "./span.ts";

/** A day, `2016-02-05`. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export type Day = z.infer<typeof Day>;

/** A date or date-time in EDTF (ISO 8601-2 level 1): `2016`, `2016-02`, `2016-02-05`, `2016-02-05T09:05+03:00`, `2016-01-26~`. */
export const Edtf = z.string().min(4);
export type Edtf = z.infer<typeof Edtf>;

/**
 * A time span relative to a date that the report does not give, kept as said: "some ten days ago" in a page with no
 * publication date is ten days, approximate, before the report. Never turned into a date without an anchor.
 */
export const RelativeTime = z.object({
  direction: z.enum(["before", "after", "at"]),
  /** How many units away; null when not said ("recently"). */
  amount: z.number().nullable(),
  unit: z.enum(["day", "week", "month", "year", "hour"]).nullable(),
  approximate: z.boolean(),
  /** What it counts from: the report's publication, or another event told in the text. */
  from: z.enum(["report", "event"]),
});
export type RelativeTime = z.infer<typeof RelativeTime>;

/**
 * When a claim says that something happened or held. `start` and `end` are the earliest and latest day that the words
 * allow (inclusive); null is unknown. `edtf` is null when the words are unanchored; then `relative` keeps them.
 */
export const ClaimTime = z.object({
  edtf: Edtf.nullable(),
  start: Day.nullable(),
  end: Day.nullable(),
  /** The words in the report that say so; null when the date comes from the report as a whole. */
  text: Span.nullable(),
  /** What it dates: the event itself, since when or until when a state holds, or only the report that tells it. */
  of: z.enum(["event", "since", "until", "report"]),
  relative: RelativeTime.optional(),
});
export type ClaimTime = z.infer<typeof ClaimTime>;

/** An interval of days with uncertain ends, as ties carry it. */
export const Interval = z.object({ edtf: Edtf.nullable(), start: Day.nullable(), end: Day.nullable() });
export type Interval = z.infer<typeof Interval>;
