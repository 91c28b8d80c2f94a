import { wordAt } from "./reading.ts";
import type { TimeToken } from "./tokens.ts";

/** Which way a date with no year, or a bare weekday, is to be looked for from the day of the report. */
export type Lean = "forward" | "back" | "none";

const ahead = new Set([
  ...["will", "ll", "shall", "due", "scheduled", "slated", "expected", "expects", "expect", "plans", "plan", "planned"],
  ...[
    "planning",
    "upcoming",
    "intends",
    "intend",
    "hopes",
    "promises",
    "promised",
    "vowed",
    "vows",
    "pledged",
    "deadline",
  ],
  ...["would", "tomorrow", "forthcoming", "proposed", "aims", "prepares", "preparing"],
]);

const behind = new Set([
  ...[
    "had",
    "was",
    "were",
    "did",
    "began",
    "took",
    "fell",
    "broke",
    "went",
    "came",
    "left",
    "met",
    "held",
    "won",
    "lost",
  ],
  ...["fought", "hit", "shot", "led", "made", "became", "rose", "gave", "saw", "struck", "sent", "ago"],
]);

/** Talk about talk says nothing of when: "said Tuesday" after a plan is still past. */
const tellers = new Set([
  "said",
  "says",
  "told",
  "reported",
  "added",
  "wrote",
  "announced",
  "stated",
  "according",
  "confirmed",
]);

/** How far back a verb may stand from its date. */
const reach = 12;

/**
 * Reads the words before a time for the tense they are told in: the nearest telling word decides. Cheap and without
 * grammar, so it only ever chooses between two readings that are both possible.
 */
export function findLean(tokens: readonly TimeToken[], at: number): Lean {
  for (let i = at - 1; i >= Math.max(0, at - reach); i--) {
    const word = wordAt(tokens, i);
    if (word === "." || word === ";" || word === ":") return "none";
    if (tellers.has(word)) return "back";
    if (ahead.has(word)) return isDenied(word, tokens, i) ? "back" : "forward";
    if (behind.has(word)) return wordAt(tokens, i + 1) === "to" ? "forward" : "back";
    if (isInfinitiveAhead(tokens, i)) return "forward";
    if (word.length > 4 && word.endsWith("ed") && !tokens[i]!.capital) return "back";
  }
  return "none";
}

/** "had planned", "was scheduled": told of the past, yet what was planned may still lie ahead of the past. */
const isDenied = (word: string, tokens: readonly TimeToken[], at: number) =>
  word !== "would" && wordAt(tokens, at - 1) === "had";

/** "is to meet on Friday", "are set to". */
function isInfinitiveAhead(tokens: readonly TimeToken[], at: number): boolean {
  const before = wordAt(tokens, at - 1);
  return (
    wordAt(tokens, at) === "to" && ["is", "are", "set", "ready", "likely", "agreed", "agree", "about"].includes(before)
  );
}
