import { AMBIGUOUS_ABBREVIATIONS, LEADING_ABBREVIATIONS, TRAILING_ABBREVIATIONS } from "./abbreviations.ts";
import type { Word } from "./tagger.ts";

/**
 * The words between two offsets of a text, Penn style: "don't" is "do" and "n't", a possessive's "'s" stands apart, as do
 * signs, quotation marks and brackets; hyphenated words, numbers, addresses and abbreviations stay whole. Words never
 * overlap, and only white space and marks of writing direction are left between them. Takes time in proportion to the length.
 *
 * ```ts
 * splitWords("He wouldn’t go.", 0, 15).map((word) => word.text); // ["He", "would", "n’t", "go", "."]
 * ```
 */
export function splitWords(text: string, start: number, end: number): Word[] {
  const range = text.slice(start, end);
  const words: Word[] = [];
  let at = nextInk(range, 0);
  while (at < range.length) {
    const piece = pieceAt(range, at);
    for (const part of partsOf(piece)) {
      words.push({ start: start + at, end: start + at + part.length, text: part });
      at += part.length;
    }
    at = nextInk(range, at);
  }
  return words;
}

const SPACE = /[\s\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]*/uy;

function nextInk(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.test(text);
  return SPACE.lastIndex;
}

// Tried in this order. Each takes what it reads or fails soon, so that the whole stays linear.
const PIECES = [
  /(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]]|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|[@#][\p{L}\p{N}_]+/uy,
  /['’](?:em|til|cause|tis|twas|\d\ds?)(?![\p{L}\p{N}])/iuy,
  /(?:\p{L}{1,20}-)?\p{L}\.(?:\p{L}\.)+(?:-(?:\p{L}\.)+|s\b|-\p{L}[\p{L}-]*)?|\p{Lu}\.\p{Lu}(?![\p{L}.])|Ph\.D\./uy, // U.S., R-N.Y., U.S.-led
  /\d+(?:[.,:/]\d+)*(?:-?\p{L}[\p{L}\p{M}\p{N}]*|-\d+(?:[.,:/]\d+)*)*/uy, // 1,000.5 and 20-year-old
  /[\p{L}\p{M}\p{N}_]+(?:(?:[-‐‑&/]|['’ʼ](?=\p{L})|\.(?=\p{Ll}{2}))[\p{L}\p{M}\p{N}_]+)*/uy,
  /\. \. \.(?: \.)*|\.{2,}|-{2,}|''|``|[?!]{2,}|\*{2,}|={2,}/uy,
  /\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{M}\u200d]*/uy,
];
const SHORTENED = /['’](?:s|re|ve|ll|d|m)(?![\p{L}\p{N}])/iuy;

function pieceAt(text: string, at: number): string {
  const sign = text[at]!;
  if ((sign === "'" || sign === "’") && at > 0 && nextInk(text, at - 1) === at - 1) {
    const shortened = match(SHORTENED, text, at);
    if (shortened) return shortened;
  }
  for (const pattern of PIECES) {
    const piece = match(pattern, text, at);
    if (piece)
      return text[at + piece.length] === "." && keepsStop(piece, text, at + piece.length) ? `${piece}.` : piece;
  }
  return String.fromCodePoint(text.codePointAt(at)!);
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The full stop at `at` belongs to the piece before it, which it shortens. */
function keepsStop(piece: string, text: string, at: number): boolean {
  const word = piece.slice(piece.lastIndexOf("-") + 1);
  const rest = text.slice(at + 1, at + 4);
  if (/^\.|^\p{L}/u.test(rest)) return false;
  if (word === "No" || word === "Nos") return /^\s\d/.test(rest);
  if (AMBIGUOUS_ABBREVIATIONS.has(word)) return /^,|^\s[\p{Ll}\d]/u.test(rest);
  if (LEADING_ABBREVIATIONS.has(word) || TRAILING_ABBREVIATIONS.has(word)) return true;
  return /^\p{Lu}$/u.test(word) && (word === "I" ? /^\s\p{Lu}\./u.test(rest) : /^[\s,]/.test(rest));
}

const NEGATED = /^(.+)(n['’]t)$/iu;
const ENDING = /^(.+)(['’](?:s|re|ve|ll|d|m))$/iu;
const JOINED = /^(can)(not)$|^(gon)(na)$|^(wan)(na)$|^(got)(ta)$/i;

function partsOf(piece: string): string[] {
  if (piece.length < 3 || piece.length > 100) return [piece];
  const parts = NEGATED.exec(piece) ?? ENDING.exec(piece) ?? JOINED.exec(piece);
  return parts ? parts.slice(1).filter((part) => part !== undefined) : [piece];
}
