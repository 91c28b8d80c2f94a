import { LEADING_ABBREVIATIONS, SENTENCE_OPENERS } from "./abbreviations.ts";
import type { Sentence, Word } from "./tagger.ts";
import { splitWords } from "./words.ts";

/**
 * The sentences between two offsets of a text, with their words. A blank line always ends a sentence; a single line break
 * does so only after a heading and before a bullet. Marks that close a quotation or a bracket after the full stop belong
 * to the sentence they close. Takes time in proportion to the length.
 *
 * ```ts
 * splitSentences("Gen. Hifter left. “Why?” he asked.", 0, 34).length; // 2
 * ```
 */
export function splitSentences(text: string, start: number, end: number): Sentence[] {
  const sentences: Sentence[] = [];
  for (const [from, to] of blocksOf(text, start, end)) {
    const words = splitWords(text, from, to);
    const marks = findMarks(words);
    let first = 0;
    for (let at = 0; at < words.length; at++) {
      if (at + 1 < words.length && !endsAfter(words, marks, at, first)) continue;
      sentences.push(sentenceOf(words.slice(first, at + 1)));
      first = at + 1;
    }
  }
  return sentences;
}

function sentenceOf(words: Word[]): Sentence {
  return { start: words[0]!.start, end: words.at(-1)!.end, words };
}

const STOP = /^(?:[.?!。！？]+|…)$/u;
const DOTS = /^(?:\.\.+|…|\. \. \.)/;
const CLOSER = /^(?:[”’»)\]}"']|''|-RRB-)$/;
const OPENER = /^(?:[“‘«([{"']|``)$/;

/** The word at `at` is the last of its sentence, which began with the word `first`. */
function endsAfter(words: readonly Word[], marks: Marks, at: number, first: number): boolean {
  if (isCloser(words, at + 1)) return false;
  const stop = Math.max(marks.closed[at]!, first);
  const mark = words[stop]!.text;
  const following = words[marks.opened[at + 1]!]?.text ?? "";
  if (STOP.test(mark)) {
    if (DOTS.test(mark)) return /^\p{Lu}/u.test(following);
    return stop === at && mark === "." ? true : !/^\p{Ll}/u.test(following);
  }
  if (!mark.endsWith(".") || mark.length < 2) return false;
  if (/^\p{Lu}\.$/u.test(mark) || LEADING_ABBREVIATIONS.has(mark.slice(0, -1))) return false;
  return SENTENCE_OPENERS.has(following) || (stop < at && /^\p{Lu}/u.test(following));
}

/** For each word: the word that the closing marks up to it close, and the word that the opening marks from it open. */
interface Marks {
  closed: Int32Array;
  opened: Int32Array;
}

function findMarks(words: readonly Word[]): Marks {
  const closed = new Int32Array(words.length);
  const opened = new Int32Array(words.length);
  for (let at = 0; at < words.length; at++) closed[at] = isCloser(words, at) ? closed[at - 1]! : at;
  for (let at = words.length - 1; at >= 0; at--)
    opened[at] = at + 1 < words.length && OPENER.test(words[at]!.text) ? opened[at + 1]! : at;
  return { closed, opened };
}

/** A mark that closes what came before: it stands close to the word before it. */
function isCloser(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || at === 0 || !CLOSER.test(word.text)) return false;
  const leansBack = words[at - 1]!.end === word.start;
  if (word.text === '"' || word.text === "'") return leansBack;
  return leansBack || /^[”»)\]}]$/.test(word.text);
}

const BULLET = /^\s*(?:[•▪‣·●◦*]|[-–—]\s)/;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;

/** Stretches of text that no sentence crosses. */
function blocksOf(text: string, start: number, end: number): [number, number][] {
  const lines = linesOf(text, start, end);
  const blocks: [number, number][] = [];
  let from = start;
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = text.slice(...lines[at]!);
    const following = text.slice(...lines[at + 1]!);
    const blank = line.trim() === "";
    if (!blank && following.trim() !== "" && !BULLET.test(following) && !isHeading(line, following)) continue;
    blocks.push([from, lines[at]![1]]);
    from = lines[at + 1]![0];
  }
  blocks.push([from, end]);
  return blocks;
}

function linesOf(text: string, start: number, end: number): [number, number][] {
  const lines: [number, number][] = [];
  let from = start;
  LINE_BREAK.lastIndex = start;
  for (let found = LINE_BREAK.exec(text); found && found.index < end; found = LINE_BREAK.exec(text)) {
    lines.push([from, found.index]);
    from = LINE_BREAK.lastIndex;
  }
  lines.push([from, Math.max(from, end)]);
  return lines;
}

const HEADING_LENGTH = 120; // characters; a longer line is a paragraph

/** A line that stands above the next, not one that was broken to fit a page. */
function isHeading(line: string, following: string): boolean {
  const heading = line.trim();
  if (heading.length > HEADING_LENGTH || /[.?!:;,–—-]["'”’)]?$/.test(heading)) return false;
  if (!/^["'“‘([]?[\p{Lu}\d]/u.test(following.trim())) return false;
  if (following.length > line.length * 1.5) return true;
  const long = heading.match(/\p{L}{4,}/gu) ?? [];
  return long.length > 0 && long.filter((word) => /^\p{Lu}/u.test(word)).length >= long.length * 0.75;
}
