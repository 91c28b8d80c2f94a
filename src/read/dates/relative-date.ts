import { westernDigits } from "./digits.ts";
import { languages } from "./months.ts";

/** A stretch of time before the page was saved, as sites write it: "3 hours ago", "gestern". */
export interface RelativeDate {
  unit: "second" | "minute" | "hour" | "day" | "week" | "month" | "year";
  amount: number;
}

const units = ["second", "minute", "hour", "day", "week", "month", "year"] as const;
const longest = 80; // Characters; in a longer line the words tell of something in the story.

/** What English sites write beside the forms of the runtime's tables. */
const abbreviated =
  /(?<![\p{L}\d])(\d{1,3}|an?)\s?(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mos?|years?|yrs?|y)\s+ago(?!\p{L})/iu;
const unitsByLetter: Record<string, RelativeDate["unit"]> = { s: "second", h: "hour", d: "day", w: "week", y: "year" };

/** How long before its saving a page says it was published, in any of the languages; null when the line says nothing of the kind. */
export function relativeInLine(line: string): RelativeDate | null {
  if (line.length > longest) return null;
  const short = abbreviated.exec(line);
  if (short) return { unit: unitOf(short[2]!.toLowerCase()), amount: /^an?$/i.test(short[1]!) ? 1 : Number(short[1]) };
  const folded = fold(line);
  const amount = Number(/\d+/.exec(westernDigits(line))?.[0] ?? Number.NaN);
  for (const [form, { unit, amount: said }] of formsByWords())
    if ((said !== null || !Number.isNaN(amount)) && hasWords(folded, form)) return { unit, amount: said ?? amount };
  return null;
}

const unitOf = (word: string): RelativeDate["unit"] =>
  unitsByLetter[word[0]!] ?? (/^mo/.test(word) ? "month" : "minute");

/**
 * The days on which something happened so long before a moment. Sites round down: "2 days ago" is two to three days before. As
 * EDTF: the day where it is one, an approximate day where it is two, else the month or the year; null where it is none of these.
 */
export function dateBefore(captured: string, { unit, amount }: RelativeDate): string | null {
  const offset = /T.*([+-]\d{2}:\d{2})$/.exec(captured)?.[1] ?? "Z";
  const isTimed = captured.includes("T");
  if (!isTimed && unit !== "day" && lengths[unit] < lengths.day) return null;
  const moment =
    Date.parse(isTimed ? withZone(captured) : `${captured.slice(0, 10)}T12:00:00Z`) + minutesOf(offset) * 60_000;
  if (Number.isNaN(moment)) return null;
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  if (unit === "day" && amount <= 1) return day(moment - amount * lengths.day);
  const [from, to] = [day(moment - (amount + 1) * lengths[unit]), day(moment - amount * lengths[unit])];
  if (from === to) return to;
  if (lengths[unit] <= lengths.day) return `${to}~`;
  if (from.slice(0, 7) === to.slice(0, 7)) return to.slice(0, 7);
  return unit === "year" || from.slice(0, 4) !== to.slice(0, 4) ? null : to.slice(0, 4);
}

const lengths: Record<RelativeDate["unit"], number> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  month: 2_629_746_000,
  year: 31_556_952_000,
};

const withZone = (dateTime: string): string => (/(Z|[+-]\d{2}:\d{2})$/.test(dateTime) ? dateTime : `${dateTime}Z`);

/** `+03:00` is 180: the day is the one that readers of the site saw. */
function minutesOf(offset: string): number {
  if (offset === "Z") return 0;
  const [hours, minutes] = offset.slice(1).split(":").map(Number);
  return (hours! * 60 + minutes!) * (offset.startsWith("-") ? -1 : 1);
}

let known: Map<string, { unit: RelativeDate["unit"]; amount: number | null }> | null = null;

/** "vor # stunden" and its like from the runtime's tables; "gestern" where a language has one word for a day ago. */
function formsByWords(): NonNullable<typeof known> {
  if (known) return known;
  known = new Map();
  for (const language of languages)
    for (const style of ["long", "short"] as const) {
      const counted = new Intl.RelativeTimeFormat(language, {
        style,
        numberingSystem: "latn",
      } as Intl.RelativeTimeFormatOptions);
      const worded = new Intl.RelativeTimeFormat(language, { style, numeric: "auto" });
      for (const unit of units)
        for (const amount of [1, 2, 3, 5, 11, 21]) {
          const form = fold(counted.format(-amount, unit));
          if (form.length < 4 || (!form.includes("#") && amount > 2)) continue;
          if (!known.has(form)) known.set(form, { unit, amount: form.includes("#") ? null : amount });
        }
      for (const amount of [0, 1]) {
        const form = fold(worded.format(-amount, "day"));
        if (form.length >= 4 && !form.includes("#") && !known.has(form)) known.set(form, { unit: "day", amount });
      }
    }
  return known;
}

const fold = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[\u00a0\s\u200f\u200e.]+/g, " ")
    .replace(/\p{Nd}+/gu, "#")
    .replace(/منذ/g, "قبل") // The tables write "before", news sites "since".
    .trim();

function hasWords(line: string, form: string): boolean {
  const at = line.indexOf(form);
  if (at < 0) return false;
  return !/[\p{L}\p{M}#]/u.test(line[at - 1] ?? " ") && !/[\p{L}\p{M}#]/u.test(line[at + form.length] ?? " ");
}
