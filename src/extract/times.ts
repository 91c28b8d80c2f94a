import type { ClaimTime } from "../terms/dates.ts";
import { type AnchorDays, readAnchor } from "./times/anchor.ts";
import { type Bound, findBound } from "./times/bounds.ts";
import { type FoundTime, readTimes } from "./times/grammar.ts";
import { findLean, type Lean } from "./times/lean.ts";
import type { Meaning } from "./times/meaning.ts";
import { wordAt } from "./times/reading.ts";
import { timeMeaning } from "./times/timing.ts";
import { cutTokens, type TimeToken } from "./times/tokens.ts";

/** What a report's times count from. */
export interface TimeAnchor {
  /** EDTF date or date-time of the report; null when it gives none. */
  published: string | null;
  /** BCP 47; English when not given. Of other languages only dates in figures are read. */
  language?: string;
}

/** Words of a report that say when, how long or how often. Offsets are UTF-16 code units into the text. */
export interface TimeExpression {
  start: number;
  end: number;
  time: ClaimTime;
  /** True when the words give nothing to count or look up: "recently", "a few days later". */
  vague: boolean;
  kind: "point" | "duration" | "frequency";
}

/**
 * Finds the times told in a stretch of text, in order, never overlapping, and dates them from the report's own date.
 * "on Tuesday" in a report of 5 February 2016 is 2016-02-02; "two weeks ago" is `2016-01-22~`, 19 to 25 January. Never
 * throws; takes time linear in the text.
 */
export function findTimes(text: string, start: number, end: number, anchor: TimeAnchor): TimeExpression[] {
  const from = Math.max(0, Math.min(start, text.length));
  const to = Math.max(from, Math.min(end, text.length));
  const tokens = cutTokens(text, from, to);
  const days = readAnchor(anchor.published);
  const found = readTimes(tokens);
  const read = isEnglish(anchor.language) ? found : found.filter(({ meaning }) => meaning.is === "figures");
  return read.map((time) => express(tokens, time, days));
}

const isEnglish = (language: string | undefined) => language === undefined || /^en\b/i.test(language);

function express(tokens: readonly TimeToken[], found: FoundTime, anchor: AnchorDays | null): TimeExpression {
  const start = tokens[found.first]!.start;
  const end = tokens[found.next - 1]!.end;
  const bound = findBound(tokens, found);
  const told = findLean(tokens, found.first, found.next);
  const lean = leanOf(bound.side, told);
  const lasting = found.meaning.is === "duration" && isLasting(tokens, found.first);
  const meaning = settleTense(found.meaning, tokens, found.first, lean, lasting);
  const timing = timeMeaning(meaning, lasting ? { ...bound, of: "since" } : bound, lean, anchor);
  return { start, end, time: { ...timing, text: [start, end] }, vague: isVague(meaning), kind: kindOf(found.meaning) };
}

/** "by Friday" with no tense to tell is a day to come; what was "before Christmas" need not be after Christmas now. */
function leanOf(side: Bound["side"], told: Lean): Lean {
  if (side === "by" && told === "none") return "forward";
  return side === "before" && told === "back" ? "none" : told;
}

/** "has ruled for three years" began three years ago; "will be over in two weeks" lies two weeks ahead. */
function settleTense(
  meaning: Meaning,
  tokens: readonly TimeToken[],
  at: number,
  lean: Lean,
  lasting: boolean,
): Meaning {
  if (meaning.is !== "duration") return meaning;
  const { quantity, unit } = meaning;
  if (lasting) return { is: "away", direction: "before", quantity, unit, from: "report" };
  const isAhead = lean === "forward" && wordAt(tokens, at - 1) === "in";
  return isAhead ? { is: "away", direction: "after", quantity, unit, from: "report" } : meaning;
}

/** How far before "for three years" the "has" of "has ruled" may stand. */
const perfectReach = 8;

function isLasting(tokens: readonly TimeToken[], at: number): boolean {
  if (wordAt(tokens, at - 1) !== "for") return false;
  for (let i = at - 2; i >= Math.max(0, at - perfectReach); i--) {
    const word = wordAt(tokens, i);
    if (word === "has" || word === "have" || word === "ve") return true;
    if ([",", ".", ";", ":", "had", "will", "would", "was", "were"].includes(word)) return false;
  }
  return false;
}

function kindOf(meaning: Meaning): TimeExpression["kind"] {
  return meaning.is === "duration" || meaning.is === "frequency" ? meaning.is : "point";
}

function isVague(meaning: Meaning): boolean {
  switch (meaning.is) {
    case "unsaid":
      return true;
    case "away":
    case "window":
    case "duration":
      return meaning.quantity.amount === null;
    case "about":
      return isVague(meaning.centre);
    default:
      return false;
  }
}
