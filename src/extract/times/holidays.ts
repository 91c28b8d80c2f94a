import { isYear } from "./calendar.ts";
import { readWhich } from "./days.ts";
import { feasts } from "./feasts.ts";
import { isDash, type Reading, skip, skipPossessive, wordAt } from "./reading.ts";
import type { TimeToken } from "./tokens.ts";

type Tokens = readonly TimeToken[];

/** In words: "eid al adha", "new year eve". */
const longestName = 3;

/** Reads "Christmas Eve", "New Year's Day 2016", "last Easter", "this Ramadan", "Eid al-Fitr". */
export function readHoliday(tokens: Tokens, at: number): Reading | null {
  const lead = readWhich(tokens, at);
  if (!tokens[lead.next]?.capital) return null;
  const named = readName(tokens, lead.next);
  if (!named) return null;
  const yearAt = skip(tokens, skip(tokens, named.next, ","), "of", "in");
  const token = tokens[yearAt];
  const year = token?.kind === "number" && token.value > 1800 && isYear(token.value) ? token.value : null;
  const next = year === null ? named.next : yearAt + 1;
  return { next, meaning: { is: "holiday", name: named.name, year, which: lead.which } };
}

/** The longest name of a feast that begins here. A possessive inside it is passed over, and so is a dash. */
function readName(tokens: Tokens, at: number): { next: number; name: string } | null {
  let name = "";
  let next = at;
  let best: { next: number; name: string } | null = null;
  for (let i = 0; i < longestName; i++) {
    name = name ? `${name} ${wordAt(tokens, next)}` : wordAt(tokens, next);
    if (feasts.has(name)) best = { next: next + 1, name };
    next = skipPossessive(tokens, next + 1);
    if (isDash(wordAt(tokens, next))) next++;
  }
  return best;
}
