import { dayNumber } from "./calendar.ts";
import type { Season } from "./meaning.ts";
import type { Closed } from "./stretch.ts";

/**
 * The widest of the two ways to count a season, by the month and by the sun, in the northern half of the world: the
 * reports read so far are written there or for it.
 */
const bounds: Record<Season, { edtf: number; from: [number, number]; to: [number, number] }> = {
  spring: { edtf: 21, from: [3, 1], to: [6, 20] },
  summer: { edtf: 22, from: [6, 1], to: [9, 22] },
  autumn: { edtf: 23, from: [9, 1], to: [12, 21] },
  winter: { edtf: 24, from: [12, 1], to: [3, 20] },
};

/** A season by the year in which it begins. */
export function seasonOf(year: number, season: Season): Closed {
  const { edtf, from, to } = bounds[season];
  const first = dayNumber(year, ...from);
  const last = dayNumber(season === "winter" ? year + 1 : year, ...to);
  return { first, last, edtf: `${year}-${edtf}`, grain: "season" };
}

/** "The winter of 2014" may have begun or ended in that year: nothing in the words says which. */
export function statedSeason(year: number, season: Season, through: number | null): Closed {
  const begun = seasonOf(year, season);
  if (season !== "winter" || through !== null) return begun;
  return { ...begun, first: seasonOf(year - 1, season).first };
}
