import { wordAt } from "./reading.ts";
import type { TimeToken } from "./tokens.ts";
import { listed } from "./words.ts";

/** Which way a date with no year, or a bare weekday, is to be looked for from the day of the report. */
export type Lean = "forward" | "back" | "none";

/** Speak of what is to come, wherever they stand before the time. */
const ahead = listed(`
  will ll shall due scheduled slated expected expects expect planned planning upcoming would could can should must might
  hope hoping hopes tomorrow forthcoming preparing prepares deadline looming
`);

/** Speak of what is to come when "to" and a verb follow: "vowed to leave on Friday", yet "vowed on Friday". */
const promises = listed(`
  plans plan intends intend promises promised vowed vows pledged pledges proposed proposes aims agreed agree agrees
  threatened threatens ready set likely about wants want is are
`);

/** Pasts that do not end in "ed". */
const behind = listed(`
  had was were did began took fell broke went came left met held won lost fought hit shot led made became rose gave saw
  struck sent ago spoke stood ran drew got flew swore swept beat bought brought built caught chose dealt drove felt found
  grew heard kept knew paid put sank sold sought shook spent stole taught thought threw understood withdrew overthrew
`);

/** Talk about talk says nothing of when: "said Tuesday" after a plan is still past. */
const tellers = listed(`said says told reported added wrote announced stated according confirmed`);

/** How far back a verb may stand from its date. */
const reach = 12;

/**
 * Reads the words before a time for the tense they are told in: the nearest telling word decides. Cheap and without
 * grammar, so it only ever chooses between two readings that are both possible. With no such word before, a "will" right
 * after tells: "the vote in November will …".
 */
export function findLean(tokens: readonly TimeToken[], at: number, next: number): Lean {
  const lean = leanBefore(tokens, at);
  if (lean !== "none") return lean;
  return ["will", "ll"].some((word) => [0, 1, 2].some((i) => wordAt(tokens, next + i) === word)) ? "forward" : "none";
}

function leanBefore(tokens: readonly TimeToken[], at: number): Lean {
  let isInfinitive = false;
  for (let i = at - 1; i >= Math.max(0, at - reach); i--) {
    const word = wordAt(tokens, i);
    if (word === "." || word === ";" || word === ":") return "none";
    if (tellers.has(word)) return "back";
    if (ahead.has(word)) return isPast(word, tokens, i) ? "back" : "forward";
    if (promises.has(word) && isInfinitive) return "forward";
    if (behind.has(word) && wordAt(tokens, i - 1) !== "be")
      return isInfinitive && isWasTo(tokens, i) ? "forward" : "back";
    if (isPastVerb(tokens, i)) return "back";
    isInfinitive = word === "to" || (isInfinitive && isAdverb(word));
  }
  return "none";
}

/** "to" counts only right after the promise: "agreed to meet", not "agreed with Ahmad to the plan". */
const isAdverb = (word: string) => word.endsWith("ly");

/** "was to report", "were to meet". */
const isWasTo = (tokens: readonly TimeToken[], at: number) => ["was", "were"].includes(wordAt(tokens, at));

/** "attacked", "was decided"; in "will be decided" and "to be held" the words before decide. */
function isPastVerb(tokens: readonly TimeToken[], at: number): boolean {
  const { word, capital } = tokens[at]!;
  const isForm = word.length > 4 && word.endsWith("ed") && !capital;
  return isForm && !["be", "get"].includes(wordAt(tokens, at - 1));
}

/** "had planned": told of the past. */
const isPast = (word: string, tokens: readonly TimeToken[], at: number) =>
  word !== "would" && wordAt(tokens, at - 1) === "had";
