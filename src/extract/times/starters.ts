import { isApostrophe } from "./reading.ts";
import type { TimeToken } from "./tokens.ts";
import * as words from "./words.ts";

/** Words that may begin a time, and are in so many other places that they do not tell of one. */
const openers: ReadonlySet<string> = new Set([
  ...words.listed(`
    the a an this these that last past next coming previous following preceding upcoming recent ensuing subsequent
    early late mid earlier later middle end start beginning close final latter half just only exactly more less fewer
    well up at most as eve same every each once twice since by right its outset new boxing valentine bastille good eid
  `),
  ...words.shortWeekdays.keys(),
  ...words.numberWords.keys(),
  ...words.ordinalWords.keys(),
  ...words.looseCounts.keys(),
  ...words.hedges.keys(),
]);

/** Words one of which is in every time that is not written in figures. */
const tellers: ReadonlySet<string> = new Set([
  ...words.listed(`
    yesterday today tonight tomorrow recently lately soon shortly moments seconds then now present times daily weekly
    monthly quarterly annually nightly hourly annual yearly weekends weekdays fitr adha ashura nowruz ramadan halloween
    christmas easter thanksgiving weekend
  `),
  ...words.months.keys(),
  ...words.weekdays.keys(),
  ...[...words.weekdays.keys()].map((day) => `${day}s`),
  ...words.seasons.keys(),
  ...words.units.keys(),
  ...words.periods.keys(),
  ...words.dayParts,
]);

/** How many words may stand before the telling one: "the second half of the last of …" is nearly the longest. */
const reach = 10;

/** Marks the tokens where a time may begin: what opens one, with a word that tells of time soon after. Most are passed over at once. */
export function findStarts(tokens: readonly TimeToken[]): boolean[] {
  const starts: boolean[] = new Array(tokens.length).fill(false);
  let telling = Number.POSITIVE_INFINITY;
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at]!;
    if (tells(token)) telling = at;
    starts[at] = telling - at <= reach && (telling === at || opens(token));
  }
  return starts;
}

function tells(token: TimeToken): boolean {
  if (token.kind === "word") return tellers.has(token.word);
  if (token.word === "9") return true; // "9/11"
  const isYear = token.kind === "number" && token.end - token.start === 4;
  return isYear || token.kind === "date" || token.kind === "decade";
}

function opens(token: TimeToken): boolean {
  if (token.kind === "word") return openers.has(token.word);
  return token.kind !== "mark" || isApostrophe(token.word);
}
