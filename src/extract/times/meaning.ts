import type { Figures } from "./tokens.ts";

/** Lengths of time that words name. */
export type Unit = "minute" | "hour" | "day" | "week" | "month" | "year" | "decade" | "century";

/** Named stretches of the calendar that can be "last", "this" or "next". */
export type Period = "day" | "week" | "weekend" | "month" | "quarter" | "year" | "decade" | "century";

export type Season = "spring" | "summer" | "autumn" | "winter";

/** How many, and how sure. `low` and `high` bound a count that is not a number: "a few" is 2 to 6. */
export interface Quantity {
  amount: number | null;
  low: number;
  high: number;
  /** "some ten", "more than ten", "nearly ten", "ten". */
  hedge: "about" | "over" | "under" | "none";
}

/** Which piece of a longer stretch: "early", "the second half of". */
export type Part =
  | { is: "third"; which: "early" | "middle" | "late" }
  | { is: "edge"; which: "start" | "end" }
  | { is: "fraction"; of: 2 | 4; index: number }
  /** The nth stretch of so long; -1 is the last. */
  | { is: "slice"; nth: number; quantity: Quantity; unit: Unit };

/** "last", "this", "next", or none of them said. */
export type Which = "last" | "this" | "next" | "near";

/** What the words of a time say, before anyone knows when the report was published. */
export type Meaning =
  | { is: "date"; year: number | null; month: number | null; day: number | null; weekday: number | null; which: Which }
  | { is: "figures"; figures: Figures }
  | { is: "years"; first: number; last: number; edtf: string; grain: "decade" | "century" | "year" }
  /** `through` is the year in which a winter ends, when both are said: "the winter of 2013-14". */
  | { is: "season"; season: Season; year: number | null; through: number | null; which: Which }
  | { is: "holiday"; name: string; year: number | null; which: Which }
  | { is: "weekday"; weekday: number; which: Which }
  /** `offset` counts from the report's own; "near" is a weekend that is neither last, this nor next. */
  | { is: "period"; period: Period; offset: number | "near"; half: "earlier" | "later" | null }
  | { is: "part"; part: Part; whole: Meaning }
  | { is: "day"; offset: number; spread: number }
  | { is: "shifted"; days: number; from: Meaning }
  | { is: "about"; centre: Meaning }
  | { is: "within"; inner: Meaning; outer: Meaning }
  | { is: "away"; direction: "before" | "after"; quantity: Quantity; unit: Unit; from: "report" | "event" }
  | { is: "window"; direction: "before" | "after"; quantity: Quantity; unit: Unit; from: "report" | "event" }
  | { is: "same"; unit: Unit }
  | { is: "unsaid"; direction: "before" | "after" | "at"; from: "report" | "event"; unit: Unit | null }
  | { is: "duration"; quantity: Quantity; unit: Unit }
  | { is: "frequency" }
  | { is: "range"; from: Meaning; to: Meaning };
