import { isApostrophe } from "./reading.ts";
import type { TimeToken } from "./tokens.ts";
import * as words from "./words.ts";

/** Words that begin a time and belong to no table of their own. */
const others = words.listed(`
  the a an this these that last past next coming previous following preceding upcoming recent ensuing subsequent
  early late mid earlier later middle end start beginning close final latter half just only exactly more less fewer
  well up at most as yesterday today tonight tomorrow overnight eve same every each once twice recently lately since
  by soon shortly moments seconds right day daily weekly monthly quarterly annually nightly hourly annual yearly
  weekends weekdays its outset hours christmas easter thanksgiving ramadan eid nowruz ashura new boxing valentine
  bastille halloween good
`);

const starters: ReadonlySet<string> = new Set([
  ...others,
  ...words.months.keys(),
  ...words.weekdays.keys(),
  ...[...words.weekdays.keys()].map((day) => `${day}s`),
  ...words.shortWeekdays.keys(),
  ...words.seasons.keys(),
  ...words.units.keys(),
  ...words.periods.keys(),
  ...words.numberWords.keys(),
  ...words.ordinalWords.keys(),
  ...words.looseCounts.keys(),
  ...words.hedges.keys(),
  ...words.dayParts,
]);

/** True when a time can begin with this token. Most words of a report cannot, and are passed over at once. */
export function mayBegin(token: TimeToken): boolean {
  if (token.kind === "word") return starters.has(token.word);
  return token.kind !== "mark" || isApostrophe(token.word);
}
