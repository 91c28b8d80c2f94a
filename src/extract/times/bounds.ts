import type { FoundTime } from "./grammar.ts";
import { isApostrophe, wordAt } from "./reading.ts";
import type { TimeToken } from "./tokens.ts";
import { listed } from "./words.ts";

type Tokens = readonly TimeToken[];

/** What the words around a time make of it: since when, until when, no later than, only before, only after. */
export interface Bound {
  of: "event" | "since" | "until";
  side: "on" | "by" | "before" | "after";
  about: boolean;
}

const plain: Bound = { of: "event", side: "on", about: false };

const abouts = new Set(["around", "about", "circa", "roughly", "approximately", "c"]);
const passedOver = listed(`
  least at the on in as early or mid - approximately sometime
`);

/** Words before a time and what they make of it. */
const bounds = new Map<string, Partial<Bound>>([
  ["since", { of: "since" }],
  ["starting", { of: "since" }],
  ["beginning", { of: "since" }],
  ["effective", { of: "since" }],
  ["until", { of: "until" }],
  ["till", { of: "until" }],
  ["by", { side: "by" }],
  ["before", { side: "before" }],
  ["after", { side: "after" }],
  ["following", { side: "after" }],
]);

/** Words of two parts, written from the one next to the time. */
const doubles = new Map<string, Partial<Bound>>([
  ["of as", { of: "since" }],
  ["from as", { of: "since" }],
  ["to up", { of: "until" }],
  ["to prior", { side: "before" }],
  ["of ahead", { side: "before" }],
  ["than later", { side: "by" }],
  ["through running", { of: "until" }],
]);

/** How many small words may stand between "since" and its time: "since at least early 2012". */
const reach = 3;

/** Finds what bounds a time, looking at the few words before it and the one after. */
export function findBound(tokens: Tokens, time: FoundTime): Bound {
  if (isOpenFrom(tokens, time)) return { ...plain, of: "since" };
  let about = false;
  for (let i = time.first - 1; i >= Math.max(0, time.first - 1 - reach); i--) {
    const word = wordAt(tokens, i);
    const bound = bounds.get(word) ?? doubles.get(`${word} ${wordAt(tokens, i - 1)}`);
    if (bound && word === "since" && isRecord(tokens, i)) return { ...plain, about, side: "after" };
    if (bound) return settle({ ...plain, about, ...bound }, tokens, time, i);
    if (abouts.has(word)) about = true;
    else if (!passedOver.has(word)) break;
  }
  return { ...plain, about };
}

/** "for the first time since 2012", "the deadliest raid since May": not a state that began then, only an event after it. */
function isRecord(tokens: Tokens, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - recordReach); i--) {
    const word = wordAt(tokens, i);
    if (word === "," || word === ".") return false;
    if (records.has(word) || (word.length > 5 && word.endsWith("est"))) return true;
  }
  return false;
}

const recordReach = 4;
const records = new Set(["first", "time", "worst", "second", "third", "most", "best", "last"]);

/** "from Monday on", "from 2012 onwards". */
function isOpenFrom(tokens: Tokens, time: FoundTime): boolean {
  const after = wordAt(tokens, time.next);
  return wordAt(tokens, time.first - 1) === "from" && ["on", "onwards", "onward", "forward"].includes(after);
}

/** "After Tuesday's clash" and "before the 2003 invasion" name another event's time: no bound then, only that time. */
function settle(bound: Bound, tokens: Tokens, time: FoundTime, at: number): Bound {
  if (bound.of !== "event") return bound;
  const isDirect = at === time.first - 1 || abouts.has(wordAt(tokens, at + 1));
  return isDirect && !isAttributive(tokens, time.next) ? bound : { ...bound, side: "on" };
}

const followers = listed(`
  and but when as that the a an in at to with for on by or if while because was were is are be has had have will
  would could should he she they it said after before which who not amid following over from under against into
  we no there so than did does may might can local his their its of about
`);

/** True when a noun follows that the time describes: "Friday prayers", "Tuesday's vote". */
function isAttributive(tokens: Tokens, next: number): boolean {
  const after = tokens[next];
  if (!after) return false;
  if (isApostrophe(after.word)) return wordAt(tokens, next + 1) === "s";
  return after.kind === "word" && !after.capital && !followers.has(after.word);
}
