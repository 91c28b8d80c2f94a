import { isYear } from "./calendar.ts";
import { readWhich } from "./days.ts";
import type { Reading } from "./reading.ts";
import { skip, skipPossessive, wordAt } from "./reading.ts";
import type { TimeToken } from "./tokens.ts";

/** Days with a name that fall on the same date every year: month, day. Feasts that move are not told from their names. */
export const holidays: ReadonlyMap<string, [number, number]> = new Map([
  ["christmas eve", [12, 24]],
  ["christmas day", [12, 25]],
  ["christmas", [12, 25]],
  ["boxing day", [12, 26]],
  ["new year eve", [12, 31]],
  ["new year day", [1, 1]],
  ["valentine day", [2, 14]],
  ["may day", [5, 1]],
  ["bastille day", [7, 14]],
  ["halloween", [10, 31]],
  ["armistice day", [11, 11]],
]);

const longestName = 3;

/** Reads "Christmas Eve", "New Year's Day 2016", "last Christmas". */
export function readHoliday(tokens: readonly TimeToken[], at: number): Reading | null {
  const lead = readWhich(tokens, at);
  if (!tokens[lead.next]?.capital) return null;
  const named = readName(tokens, lead.next);
  if (!named) return null;
  const yearAt = skip(tokens, skip(tokens, named.next, ","), "of");
  const token = tokens[yearAt];
  const year = token?.kind === "number" && token.value > 1800 && isYear(token.value) ? token.value : null;
  return {
    next: year === null ? named.next : yearAt + 1,
    meaning: { is: "holiday", name: named.name, year, which: lead.which },
  };
}

function readName(tokens: readonly TimeToken[], at: number): { next: number; name: string } | null {
  let name = "";
  let next = at;
  let best: { next: number; name: string } | null = null;
  for (let i = 0; i < longestName; i++) {
    name = name ? `${name} ${wordAt(tokens, next)}` : wordAt(tokens, next);
    next = skipPossessive(tokens, next + 1);
    if (holidays.has(name)) best = { next: skipBack(tokens, next), name };
  }
  return best;
}

/** The possessive after the name belongs to what follows: "Christmas's truce". */
const skipBack = (tokens: readonly TimeToken[], next: number) => (wordAt(tokens, next - 1) === "s" ? next - 2 : next);
