import { addMonths, calendarDay } from "./calendar.ts";
import type { Part } from "./meaning.ts";
import { type Closed, daysStretch, monthsStretch, type Softness, yearsStretch } from "./stretch.ts";
import { shift } from "./widths.ts";

/** The piece of a stretch that "early", "the end of" or "the first half of" means. */
export function partOf(part: Part, whole: Closed): Closed | null {
  switch (part.is) {
    case "third":
      return cut(whole, { early: 0, middle: 1, late: 2 }[part.which] / 3, 1 / 3, softness[part.which]);
    case "edge":
      return cutEdge(whole, part.which);
    case "fraction":
      return cut(whole, part.index / part.of, 1 / part.of, "none");
    case "slice":
      return cutSlice(whole, part);
  }
}

const softness = { early: "end", middle: "both", late: "start" } as const;

/** The edge of a year is a month, of a month five days, of a decade two years. */
const edgeShare: Record<Closed["grain"], number> = {
  ...{ day: 1, days: 0.2, week: 2 / 7, month: 1 / 6, season: 0.25, year: 1 / 12, decade: 0.2, century: 0.1 },
};

function cutEdge(whole: Closed, which: "start" | "end"): Closed | null {
  const share = edgeShare[whole.grain];
  return which === "start" ? cut(whole, 0, share, "end") : cut(whole, 1 - share, share, "start");
}

/** Cuts in whole months from a year, in whole years from a decade, and in days from what is shorter. */
function cut(whole: Closed, from: number, share: number, soft: Softness): Closed | null {
  if (whole.grain === "year") {
    return monthsStretch(addMonths(whole.first, Math.round(from * 12)), Math.max(1, Math.round(share * 12)), soft);
  }
  if (whole.grain === "decade" || whole.grain === "century") return cutYears(whole, from, share, soft);
  const days = whole.last - whole.first + 1;
  const first = whole.first + Math.round(from * days);
  const last = whole.first + Math.max(1, Math.round((from + share) * days)) - 1;
  return daysStretch(first, Math.max(first, last), soft);
}

function cutYears(whole: Closed, from: number, share: number, soft: Softness): Closed {
  const firstYear = calendarDay(whole.first).year;
  const years = whole.grain === "decade" ? 10 : 100;
  const first = firstYear + Math.floor(from * years);
  const last = firstYear + Math.ceil((from + share) * years) - 1;
  const start = soft === "start" || soft === "both" ? "~" : "";
  const end = soft === "end" || soft === "both" ? "~" : "";
  return yearsStretch(first, last, `${first}${start}/${last}${end}`, "days");
}

/** "the first three months of", "the last week of", "the second week of"; never beyond the whole. */
function cutSlice(whole: Closed, part: Extract<Part, { is: "slice" }>): Closed | null {
  const { nth, quantity, unit } = part;
  const isSharp = quantity.amount !== null && quantity.hedge === "none";
  if (nth < 0) {
    const first = Math.max(whole.first, shift(whole.last + 1, -quantity.high, unit));
    return daysStretch(first, whole.last, isSharp ? "none" : "start");
  }
  const first = shift(whole.first, (nth - 1) * quantity.high, unit);
  const last = Math.min(whole.last, shift(whole.first, nth * quantity.high, unit) - 1);
  return daysStretch(first, last, isSharp ? "none" : "end");
}
