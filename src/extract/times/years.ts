import { isCounted } from "./dates.ts";
import type { Meaning, Season } from "./meaning.ts";
import { isApostrophe, isDash, type Reading, skip, wordAt } from "./reading.ts";
import type { TimeToken } from "./tokens.ts";
import { labels, listed, numberWords, ordinalWords, seasons } from "./words.ts";

type Tokens = readonly TimeToken[];

/** Reads "2016", "2011-13". Only where a year is meant and not a count or a label. */
export function readYear(tokens: Tokens, at: number): Reading | null {
  const year = yearAt(tokens, at);
  if (year === null || !looksLikeYear(tokens, at, year)) return null;
  const last = readLastYear(tokens, at + 1, year);
  if (last) return { next: at + 3, meaning: { is: "range", from: yearMeaning(year), to: yearMeaning(last) } };
  return isCounted(tokens, at + 1) ? null : { next: at + 1, meaning: yearMeaning(year) };
}

function yearMeaning(year: number): Meaning {
  return { is: "date", year, month: null, day: null, weekday: null, which: "near" };
}

function yearAt(tokens: Tokens, at: number): number | null {
  const token = tokens[at];
  if (token?.kind !== "number" || token.end - token.start !== 4) return null;
  return token.value >= 1500 && token.value <= 2199 ? token.value : null;
}

/** "2011-2013", "2011–13", "1990/91": the second number is later, and by no more than a lifetime. */
function readLastYear(tokens: Tokens, at: number, first: number): number | null {
  const joint = wordAt(tokens, at);
  const token = tokens[at + 1];
  if ((!isDash(joint) && joint !== "/") || token?.kind !== "number" || isCounted(tokens, at + 2)) return null;
  const digits = token.end - token.start;
  const last = digits === 2 ? Math.floor(first / 100) * 100 + token.value : digits === 4 ? token.value : 0;
  return last > first && last - first <= 100 ? last : null;
}

const yearAskers = listed(`
  in since of by until till from to during before after early mid late year around about circa between and
  through throughout the pre post for as back s her his its their
`);
const marksBefore = new Set(["(", ",", "-", "–", "—", "[", "“", '"', ";", "'", "‘", "’"]);
const marksAfter = new Set([")", ",", ".", ";", "]", "-", "–", "—", "?", "!", "'", "’", "”", '"', ":"]);

function looksLikeYear(tokens: Tokens, at: number, year: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before?.kind === "number" || before?.word === "$" || before?.word === "£" || before?.word === "€") return false;
  if (before && tokens[at]!.glued && ["/", "#", ".", ":", "@", "_", "+"].includes(before.word)) return false;
  if (after?.glued && after.kind !== "mark") return false;
  if (after?.glued && ["/", "_", "%", "°", "+", "="].includes(after.word) && !readLastYear(tokens, at + 1, year))
    return false;
  if (before && labels.has(before.word)) return isLabelOfTime(tokens, at - 1);
  if (isLabelled(tokens, at)) return false;
  if (year < 1800 || year > 2050) return before !== undefined && farYearAskers.has(before.word);
  if (!before || marksBefore.has(before.word)) return isUnlikelyCount(tokens, at, year);
  if (yearAskers.has(before.word)) return before.word === "in" || isUnlikelyCount(tokens, at, year);
  return !after || marksAfter.has(after.word) ? isOrdinaryYear(year) : isOrdinaryYear(year) && after.kind === "word";
}

const farYearAskers = new Set(["in", "since", "by", "until"]);

/** "Resolutions 1970 and 1973": the label reaches over the "and". */
function isLabelled(tokens: Tokens, at: number): boolean {
  const joint = wordAt(tokens, at - 1);
  const isListed = (joint === "and" || joint === "," || joint === "or") && tokens[at - 2]?.kind === "number";
  return isListed && labels.has(wordAt(tokens, at - 3));
}

/** "since at least 1980" and "rather than 2018" are years; "at least 1980" and "more than 2018" are counts. */
function isLabelOfTime(tokens: Tokens, at: number): boolean {
  const before = wordAt(tokens, at - 1);
  if (wordAt(tokens, at) === "than") return ["rather", "later", "earlier", "sooner", "other"].includes(before);
  const asker = before === "at" ? wordAt(tokens, at - 2) : before;
  return asker === "since" || asker === "until" || asker === "from";
}

/** Round numbers are as often counts as years: then the word after must not be something in the plural. */
function isUnlikelyCount(tokens: Tokens, at: number, year: number): boolean {
  const after = tokens[at + 1];
  return !isRound(year) || after?.kind !== "word" || !after.word.endsWith("s") || after.word === "was";
}

const isRound = (year: number) => year % 50 === 0 && year !== 1950;
const isOrdinaryYear = (year: number) => year >= 1900 && year <= 2050 && !isRound(year);

/** Reads "the 1990s", "1980s", "'80s", "the 20th century", "the nineteenth century". */
export function readEra(tokens: Tokens, at: number): Reading | null {
  const bodyAt = skip(tokens, at, "the");
  return readDecade(tokens, bodyAt, bodyAt > at) ?? readCentury(tokens, bodyAt);
}

function readDecade(tokens: Tokens, at: number, afterThe: boolean): Reading | null {
  const quoted = isApostrophe(wordAt(tokens, at)) && tokens[at + 1]?.glued === true;
  const token = tokens[quoted ? at + 1 : at];
  if (token?.kind !== "decade" || token.value % 10 !== 0) return null;
  const first = decadeStart(token.value, quoted || afterThe);
  if (first === null) return null;
  const edtf = `${Math.floor(first / 10)}X`;
  return { next: quoted ? at + 2 : at + 1, meaning: { is: "years", first, last: first + 9, edtf, grain: "decade" } };
}

/** "90s" needs its apostrophe or article, for it may be an age or a temperature. */
function decadeStart(value: number, isMarked: boolean): number | null {
  if (value >= 1500 && value <= 2090) return value;
  if (!isMarked || value > 90) return null;
  return value >= 30 ? 1900 + value : 2000 + value;
}

function readCentury(tokens: Tokens, at: number): Reading | null {
  const token = tokens[at];
  const nth = token?.kind === "ordinal" ? token.value : readOrdinalWord(tokens, at);
  if (nth === undefined || nth < 11 || nth > 22) return null;
  const wordPlace = at + (token?.kind === "ordinal" ? 1 : ordinalLength(tokens, at));
  const centuryAt = isDash(wordAt(tokens, wordPlace)) ? wordPlace + 1 : wordPlace;
  if (wordAt(tokens, centuryAt) !== "century") return null;
  const first = (nth - 1) * 100;
  return {
    next: centuryAt + 1,
    meaning: { is: "years", first, last: first + 99, edtf: `${nth - 1}XX`, grain: "century" },
  };
}

/** "nineteenth", "twentieth", "twenty-first". */
function readOrdinalWord(tokens: Tokens, at: number): number | undefined {
  if (ordinalLength(tokens, at) === 1) return ordinalWords.get(wordAt(tokens, at));
  return (numberWords.get(wordAt(tokens, at)) ?? 0) + (ordinalWords.get(wordAt(tokens, at + 2)) ?? 0);
}

const ordinalLength = (tokens: Tokens, at: number) =>
  numberWords.has(wordAt(tokens, at)) && isDash(wordAt(tokens, at + 1)) ? 3 : 1;

/** Reads "the spring of 2014", "summer 2015", "winter 2013-14"; "the fall of Mosul" is none. */
export function readSeason(tokens: Tokens, at: number): Reading | null {
  const nameAt = skip(tokens, at, "the");
  const season = seasons.get(wordAt(tokens, nameAt));
  if (!season) return null;
  const ofAt = skip(tokens, nameAt + 1, "of", ",");
  const year = yearAt(tokens, skip(tokens, ofAt, "in"));
  if (year !== null && !isCounted(tokens, ofAt + 1)) return readSeasonYear(tokens, ofAt, season, year);
  return isSeasonAlone(tokens, nameAt, nameAt > at) ? bareSeason(nameAt + 1, season) : null;
}

function readSeasonYear(tokens: Tokens, at: number, season: Season, year: number): Reading {
  const numberAt = skip(tokens, at, "in");
  const last = readLastYear(tokens, numberAt + 1, year);
  const through = season === "winter" && last === year + 1 ? last : null;
  return { next: numberAt + (through ? 3 : 1), meaning: { is: "season", season, year, through, which: "near" } };
}

const bareSeason = (next: number, season: Season): Reading => ({
  next,
  meaning: { is: "season", season, year: null, through: null, which: "near" },
});

/** "in the spring", "by summer"; not "the Arab Spring", "spring water", "the fall of the city", "will fall". */
function isSeasonAlone(tokens: Tokens, nameAt: number, afterThe: boolean): boolean {
  if (tokens[nameAt]!.capital || (wordAt(tokens, nameAt) === "fall" && !afterThe)) return false;
  const before = wordAt(tokens, afterThe ? nameAt - 2 : nameAt - 1);
  const after = tokens[nameAt + 1];
  if (after?.word === "of") return ["last", "this", "next"].includes(wordAt(tokens, nameAt + 2));
  const isEnd = !after || after.kind === "mark" || after.capital || seasonFollowers.has(after.word);
  return isEnd && seasonAskers.has(before);
}

const seasonAskers = listed(`
  in by since until during before after early late mid this over throughout through into
`);
const seasonFollowers = listed(`
  and when as but after to with for was were is by or that
`);
