/** A piece of a sentence as the reading of times needs it. Offsets are UTF-16 code units into the whole text. */
export interface TimeToken {
  start: number;
  end: number;
  /** In lower case; a mark is itself. */
  word: string;
  /** An "amount" has a point or comma inside (`1,200`, `3.5`): a count, never a day or a year. */
  kind: "word" | "number" | "amount" | "ordinal" | "decade" | "date" | "mark";
  /** Of numbers, amounts, ordinals and decades; else 0. */
  value: number;
  capital: boolean;
  /** No space stands before it. */
  glued: boolean;
  /** A date written in figures only: `2016-02-05`, `5/2/2016`. */
  figures?: Figures;
}

/** The three numbers of a date in figures. `order` is "unknown" when day and month could be either way round. */
export interface Figures {
  year: number;
  a: number;
  b: number;
  order: "month-day" | "day-month" | "unknown";
}

// Both are tried at one place only and have bounded length, so that no text makes them slow.
const isoDate = /(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])/y;
const slashedDate = /(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?![\d/])/y;

/** Cuts text into words, numbers and marks, in one pass. */
export function cutTokens(text: string, start: number, end: number): TimeToken[] {
  const tokens: TimeToken[] = [];
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      continue;
    }
    const token = isDigit(code)
      ? cutNumber(text, at, end)
      : isLetter(code)
        ? cutWord(text, at, end)
        : cutMark(text, at);
    token.glued = at > start && !isSpace(text.charCodeAt(at - 1));
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function cutWord(text: string, start: number, limit: number): TimeToken {
  let end = start + 1;
  while (end < limit && isLetter(text.charCodeAt(end))) end++;
  const written = text.slice(start, end);
  const first = text.charCodeAt(start);
  const capital = first < 128 ? first < 91 : written[0] !== written[0]?.toLowerCase();
  return { start, end, word: written.toLowerCase(), kind: "word", value: 0, capital, glued: false };
}

function cutMark(text: string, start: number): TimeToken {
  return { start, end: start + 1, word: text[start]!, kind: "mark", value: 0, capital: false, glued: false };
}

function cutNumber(text: string, start: number, limit: number): TimeToken {
  const dated = cutFigures(text, start, limit);
  if (dated) return dated;
  let end = digitsEnd(text, start, limit);
  // "1,200" and "3.5" are one number each; "3, 4" and "2016." are not. Too many digits are no number that dates anything.
  const whole = end;
  while (end < limit - 1 && isJoint(text.charCodeAt(end)) && isDigit(text.charCodeAt(end + 1))) {
    end = digitsEnd(text, end + 1, limit);
  }
  const digits = text.slice(start, Math.min(end, start + 20));
  const value = Number(digits.replaceAll(",", "")) || 0;
  const suffixEnd = lettersEnd(text, end, limit);
  const suffix = text.slice(end, Math.min(suffixEnd, end + 3)).toLowerCase();
  const kind = end > whole && suffix === "" ? "amount" : suffixKind(suffix);
  const word = kind === "word" ? text.slice(start, Math.min(suffixEnd, start + 20)) : digits;
  return { start, end: suffixEnd, word, kind, value, capital: false, glued: false };
}

/** What letters glued to a number make of it: "3rd", "1990s"; anything else ("9am", "50km") is a word that we do not read. */
function suffixKind(suffix: string): TimeToken["kind"] {
  if (suffix === "") return "number";
  if (suffix === "s") return "decade";
  return suffix === "st" || suffix === "nd" || suffix === "rd" || suffix === "th" ? "ordinal" : "word";
}

function cutFigures(text: string, start: number, limit: number): TimeToken | null {
  const found = matchIso(text, start) ?? matchSlashed(text, start);
  if (!found || found.end > limit) return null;
  const { end, figures } = found;
  return { start, end, word: "", kind: "date", value: 0, capital: false, glued: false, figures };
}

interface FoundFigures {
  end: number;
  figures: Figures;
}

function matchIso(text: string, start: number): FoundFigures | null {
  if (text[start + 4] !== "-") return null;
  isoDate.lastIndex = start;
  const found = isoDate.exec(text);
  if (!found) return null;
  const figures: Figures = { year: Number(found[1]), a: Number(found[2]), b: Number(found[3]), order: "month-day" };
  return isPossible(figures.a, figures.b) ? { end: isoDate.lastIndex, figures } : null;
}

function matchSlashed(text: string, start: number): FoundFigures | null {
  slashedDate.lastIndex = start;
  const found = slashedDate.exec(text);
  if (!found) return null;
  const a = Number(found[1]);
  const b = Number(found[3]);
  const order = slashedOrder(a, b, found[2] === ".");
  return order && { end: slashedDate.lastIndex, figures: { year: Number(found[4]), a, b, order } };
}

/** With dots the day comes first everywhere; with slashes only a number above twelve tells. */
function slashedOrder(a: number, b: number, dots: boolean): Figures["order"] | null {
  const dayFirst = isPossible(b, a);
  const monthFirst = isPossible(a, b);
  if (dots || !monthFirst) return dayFirst ? "day-month" : null;
  return dayFirst && a !== b ? "unknown" : "month-day";
}

const isPossible = (month: number, day: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31;
const isDigit = (code: number) => code >= 48 && code <= 57;
const isJoint = (code: number) => code === 44 || code === 46;
const isSpace = (code: number) => code <= 32 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f;

/** Every sign above the Latin-1 marks that is not general punctuation counts as a letter: words of other scripts stay whole. */
function isLetter(code: number): boolean {
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return code >= 0xc0 && (code < 0x2000 || code > 0x206f);
}

function digitsEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && isDigit(text.charCodeAt(end))) end++;
  return end;
}

function lettersEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && isLetter(text.charCodeAt(end))) end++;
  return end;
}
