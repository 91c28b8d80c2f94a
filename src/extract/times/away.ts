import type { Quantity, Unit } from "./meaning.ts";
import { type Length, readLength } from "./quantities.ts";
import { isApostrophe, type Reading, skip, skipPossessive, wordAt } from "./reading.ts";
import type { TimeToken } from "./tokens.ts";
import { dayParts, uncounted, units } from "./words.ts";

type Tokens = readonly TimeToken[];
type Direction = "before" | "after";
type From = "report" | "event";

/** Where a length is counted from, by the words after it. */
const anchors = new Map<string, [Direction, From]>([
  ["ago", ["before", "report"]],
  ["hence", ["after", "report"]],
  ["later", ["after", "event"]],
  ["afterwards", ["after", "event"]],
  ["afterward", ["after", "event"]],
  ["after", ["after", "event"]],
  ["following", ["after", "event"]],
  ["into", ["after", "event"]],
  ["earlier", ["before", "event"]],
  ["before", ["before", "event"]],
  ["previously", ["before", "event"]],
  ["beforehand", ["before", "event"]],
  ["prior", ["before", "event"]],
]);

/** Reads "three weeks ago", "some ten days ago", "a few days later", "a year earlier", "two days after", "days from now". */
export function readAway(tokens: Tokens, at: number): Reading | null {
  // "the two weeks before": the article adds nothing; "the day before" is read as an event's own day.
  const length = readLength(tokens, skip(tokens, at, "just", "only", "exactly"));
  if (!length) return null;
  const anchor = readAnchor(tokens, length);
  if (!anchor) return readTimeAhead(tokens, at, length);
  const { direction, from } = anchor;
  return { next: anchor.next, meaning: { is: "away", direction, quantity: length.quantity, unit: length.unit, from } };
}

function readAnchor(tokens: Tokens, length: Length): { next: number; direction: Direction; from: From } | null {
  const word = wordAt(tokens, length.next);
  if (word === "from" && ["now", "today"].includes(wordAt(tokens, length.next + 1))) {
    return { next: length.next + 2, direction: "after", from: "report" };
  }
  const known = anchors.get(word);
  if (!known || isSomethingElse(tokens, length, word)) return null;
  return { next: length.next + 1, direction: known[0], from: known[1] };
}

/** "Weeks into March", "days after Tuesday" stand; "for years before" and "earlier this week" do not count from an event. */
function isSomethingElse(tokens: Tokens, length: Length, word: string): boolean {
  const after = wordAt(tokens, length.next + 1);
  if (word === "earlier" || word === "later") return after === "this";
  // "after years of war" and "for days after" are spans, and a bare "days before" needs no number: "days before the vote".
  return word === "into" && length.said === "bare";
}

/** "in two weeks' time", "in a week's time". */
function readTimeAhead(tokens: Tokens, at: number, length: Length): Reading | null {
  if (wordAt(tokens, at - 1) !== "in") return null;
  const timeAt = skipPossessive(tokens, length.next);
  if (timeAt === length.next || wordAt(tokens, timeAt) !== "time") return null;
  const { quantity, unit } = length;
  return { next: timeAt + 1, meaning: { is: "away", direction: "after", quantity, unit, from: "report" } };
}

const one: Quantity = { amount: 1, low: 1, high: 1, hedge: "none" };

/** What stands before a window of time, its direction, and what it is counted from. */
const windowWords = new Map<string, [Direction, From]>([
  ["past", ["before", "report"]],
  ["last", ["before", "report"]],
  ["recent", ["before", "report"]],
  ["next", ["after", "report"]],
  ["coming", ["after", "report"]],
  ["previous", ["before", "event"]],
  ["preceding", ["before", "event"]],
  ["following", ["after", "event"]],
  ["ensuing", ["after", "event"]],
  ["subsequent", ["after", "event"]],
]);

/** Reads "the past 24 hours", "the last few years", "recent weeks", "this past week", "the coming days", "the previous year". */
export function readWindow(tokens: Tokens, at: number): Reading | null {
  const wordPlace = skip(tokens, at, "the", "this", "these");
  const word = wordAt(tokens, wordPlace);
  const known = windowWords.get(word);
  if (!known) return null;
  const length = readWindowLength(tokens, wordPlace, word, wordPlace > at);
  if (!length) return null;
  const [direction, from] = known;
  const { quantity, unit, next } = length;
  if (from === "event" && quantity.amount === 1) {
    const end = dayParts.has(wordAt(tokens, next)) ? next + 1 : next;
    return { next: end, meaning: { is: "away", direction, quantity, unit, from } };
  }
  return { next, meaning: { is: "window", direction, quantity, unit, from } };
}

type WindowLength = Pick<Length, "next" | "quantity" | "unit">;

function readWindowLength(tokens: Tokens, at: number, word: string, marked: boolean): WindowLength | null {
  const length = readLength(tokens, at + 1);
  if (length && length.said !== "article") return length.said === "bare" ? readUncounted(tokens, length, word) : length;
  const unit = units.get(wordAt(tokens, at + 1));
  // "last week" and "next year" with no article are weeks and years of the calendar; "the past week" counts back.
  const counts = marked || word === "past" || word === "previous" || word === "following" || word === "preceding";
  if (!unit || unit.plural || !counts || word === "recent" || word === "subsequent") return null;
  if ((word === "last" || word === "next") && isNamedAfter(tokens, at + 2)) return null;
  const { times } = unit;
  const quantity = { ...one, amount: times, low: times, high: times };
  return { next: at + 2, quantity, unit: unit.unit };
}

/** "The last day of the truce", "the next day's talks": not counted from the report. */
const isNamedAfter = (tokens: Tokens, at: number) => wordAt(tokens, at) === "of" || isApostrophe(wordAt(tokens, at));

/** "The coming days and weeks" are as long as the longer. "the last days of the siege" are not counted from the report at all. */
function readUncounted(tokens: Tokens, length: Length, word: string): WindowLength | null {
  if (word === "last" || word === "next") return null;
  const longer = wordAt(tokens, length.next) === "and" ? units.get(wordAt(tokens, length.next + 1)) : undefined;
  const unit = longer?.plural ? longer.unit : length.unit;
  const { low, high } = uncounted[unit];
  const quantity: Quantity = { amount: null, low, high: Math.ceil(high * recentShare), hedge: "none" };
  return { next: longer?.plural ? length.next + 2 : length.next, quantity, unit };
}

/** "Recent years" reach back less far than "years ago" may lie. */
const recentShare = 0.6;

/** Reads "the day before", "the next day", "the same day", "that night", "the night before", "a day earlier". */
export function readEventDay(tokens: Tokens, at: number): Reading | null {
  const first = wordAt(tokens, at);
  if (first === "that") return readSame(tokens, at + 1);
  const wordPlace = skip(tokens, at, "the");
  const word = wordAt(tokens, wordPlace);
  if (word === "very" || word === "same") return readSame(tokens, skip(tokens, wordPlace, "very", "same"));
  if (word === "next") return readNextDay(tokens, wordPlace + 1, wordPlace > at);
  if (word === "following" || word === "previous") return readFollowingNight(tokens, wordPlace, word);
  return wordPlace > at ? readDayBefore(tokens, wordPlace) : null;
}

function readSame(tokens: Tokens, at: number): Reading | null {
  const nounAt = skip(tokens, at, "same", "very");
  const unit = unitOrDayPart(wordAt(tokens, nounAt));
  return unit ? { next: nounAt + 1, meaning: { is: "same", unit } } : null;
}

function unitOrDayPart(word: string): Unit | null {
  const unit = units.get(word);
  if (unit) return unit.plural || unit.unit === "minute" || unit.unit === "hour" ? null : unit.unit;
  return dayParts.has(word) || word === "weekend" ? "day" : null;
}

/** "the next day" is an event's; "next week" the report's, so that only a day or its part is read here. */
function readNextDay(tokens: Tokens, at: number, afterThe: boolean): Reading | null {
  const word = wordAt(tokens, at);
  const unit = unitOrDayPart(word);
  if (unit !== "day" || (!afterThe && word !== "day" && word !== "morning")) return null;
  return { next: at + 1, meaning: { is: "away", direction: "after", quantity: one, unit, from: "event" } };
}

/** "the following morning", "the previous night". */
function readFollowingNight(tokens: Tokens, at: number, word: "following" | "previous"): Reading | null {
  if (!dayParts.has(wordAt(tokens, at + 1))) return null;
  const direction = word === "following" ? "after" : "before";
  return { next: at + 2, meaning: { is: "away", direction, quantity: one, unit: "day", from: "event" } };
}

/** "the day before", "the week after", "the month earlier". */
function readDayBefore(tokens: Tokens, at: number): Reading | null {
  const unit = unitOrDayPart(wordAt(tokens, at));
  const known = anchors.get(wordAt(tokens, at + 1));
  if (!unit || !known || known[1] === "report" || ["following", "into"].includes(wordAt(tokens, at + 1))) return null;
  return { next: at + 2, meaning: { is: "away", direction: known[0], quantity: one, unit, from: "event" } };
}

/** Times that name nothing to count: the direction, and from where. */
const unsaid = new Map<string, [Direction | "at", From]>([
  ["recently", ["before", "report"]],
  ["lately", ["before", "report"]],
  ["these days", ["at", "report"]],
  ["the other day", ["before", "report"]],
  ["since then", ["after", "event"]],
  ["by then", ["before", "event"]],
  ["soon afterwards", ["after", "event"]],
  ["soon afterward", ["after", "event"]],
  ["soon after", ["after", "event"]],
  ["soon thereafter", ["after", "event"]],
  ["shortly after", ["after", "event"]],
  ["shortly afterwards", ["after", "event"]],
  ["shortly afterward", ["after", "event"]],
  ["shortly thereafter", ["after", "event"]],
  ["shortly before", ["before", "event"]],
  ["moments later", ["after", "event"]],
  ["moments before", ["before", "event"]],
  ["seconds later", ["after", "event"]],
  ["at present", ["at", "report"]],
  ["right now", ["at", "report"]],
  ["the near future", ["after", "report"]],
]);

const longestUnsaid = 3;

/** Reads "recently", "these days", "shortly afterwards", "the near future". */
export function readUnsaid(tokens: Tokens, at: number): Reading | null {
  let words = "";
  let best: Reading | null = null;
  for (let i = 0; i < longestUnsaid; i++) {
    words = i === 0 ? wordAt(tokens, at) : `${words} ${wordAt(tokens, at + i)}`;
    const known = unsaid.get(words);
    if (known) best = { next: at + i + 1, meaning: { is: "unsaid", direction: known[0], from: known[1], unit: null } };
  }
  return best;
}
