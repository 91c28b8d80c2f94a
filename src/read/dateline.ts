import { westernDigits } from "./dates/digits.ts";
import { findMonthWords } from "./dates/months.ts";

/** "ALEPPO, Feb 3 (Reuters) -" at the head of a lead. */
export interface LeadDateline {
  /** Characters that it takes. */
  length: number;
  place: string | null;
  /** Month and day, and the year where it is given. */
  date: { year: number | null; month: number; day: number } | null;
  agency: string | null;
}

const agency = String.raw`(?:[([]([^)\]]{2,40})[)\]]|/([^/]{2,30})/)`;
const capitals = String.raw`(?:\p{Lu}[\p{Lu}'’.-]+)(?:[ -]\p{Lu}[\p{Lu}'’.-]+)*(?:\s?[,/]\s?\p{Lu}[\p{L}'’. -]{1,28}?)?`;
const capitalised = String.raw`\p{Lu}[\p{L}'’.-]+(?:[ /-]\p{Lu}[\p{L}'’.-]+){0,3}(?:,\s\p{Lu}[\p{L}'’. -]{1,28}?)?`;
const day = String.raw`(?:,\s*|\s+)((?:\d{1,2}\s+)?\p{Lu}\p{Ll}{2,8}\.?(?:\s+\d{1,2})?(?:,?\s+\d{4})?)`;
const dash = String.raw`\s*(?:--?|–|—|:|\.(?=\s|$))\s*`;

const patterns = [
  new RegExp(String.raw`^(${capitals})(?:${day})?[.,]?\s*(?:${agency})?\s*(?:--?|–|—|:)\s+(?=["“'‘]?\p{Lu})`, "u"),
  new RegExp(String.raw`^(${capitals}|${capitalised})(?:${day})?[.,]?\s*${agency}${dash}(?=["“'‘]?\p{Lu}|$)`, "u"),
  new RegExp(String.raw`^(${capitals})(?:${day})?[.,]?\s*()/([^/]{2,30})/\s+(?=["“'‘]?\p{Lu})`, "u"),
  /^()()[([](Reuters|AP|AFP|dpa|UPI|Xinhua|TASS|EFE|ANSA)[)\]]\s*(?:--?|–|—|:)\s*/u,
];

/** The dateline at the head of a paragraph; null where it has none. `datelineOf("ALEPPO, Feb 3 (Reuters) - Rebels")` has all three. */
export function datelineOf(line: string): LeadDateline | null {
  const head = line.slice(0, 120);
  for (const pattern of patterns) {
    const match = pattern.exec(head);
    if (!match) continue;
    const [all, place, date, bracketed, slashed] = match;
    const named = bracketed || slashed || null;
    if (place && place.length < 3 && !named) continue;
    if (place && kickers.test(place)) continue;
    return { length: all.length, place: place || null, date: date ? dayIn(date) : null, agency: named };
  }
  return null;
}

/** Set in capitals and followed by a dash too, but no places. */
const kickers =
  /^(BREAKING|UPDATED?|EXCLUSIVE|ANALYSIS|OPINION|WATCH|VIDEO|LIVE|CORRECTION|EDITOR|NOTE|FILE|PHOTOS?|Q|A|MR|MS|MRS|DR)\b/;

function dayIn(words: string): LeadDateline["date"] {
  const text = westernDigits(words);
  const month = findMonthWords(text)[0];
  const number = month?.months.find(({ calendar }) => calendar === "gregory")?.number;
  if (!month || !number) return null;
  const found = /(?<!\d)\d{1,2}(?!\d)/.exec(text)?.[0];
  const year = /\d{4}/.exec(text)?.[0];
  return found ? { year: year ? Number(year) : null, month: number, day: Number(found) } : null;
}
