import type { Sentence, Word } from "../tagger.ts";

/** Words; a quotation mark that never closes stops counting after so many. As in training. */
const QUOTE_REACH = 150;

/**
 * What the encoder's uncased pieces do not show, as one number a word: its shape, whether it opens its sentence, and
 * whether it stands inside quotation marks.
 */
export function featuresOf(sentences: readonly Sentence[]): Uint8Array {
  const words = sentences.flatMap((sentence) => sentence.words);
  const features = new Uint8Array(words.length);
  markFirstWords(features, sentences);
  let opened = Number.NEGATIVE_INFINITY;
  for (const [at, word] of words.entries()) {
    const spaced = at === 0 || words[at - 1]!.end < word.start;
    if (OPENS.has(word.text) || (word.text === '"' && spaced)) opened = at;
    features[at]! += shapeOf(word) * 4 + (at - opened <= QUOTE_REACH ? 1 : 0);
    if (CLOSES.has(word.text) || (word.text === '"' && !spaced)) opened = Number.NEGATIVE_INFINITY;
  }
  return features;
}

const OPENS = new Set(["“", "``", "«"]);
const CLOSES = new Set(["”", "''", "»"]);

function markFirstWords(features: Uint8Array, sentences: readonly Sentence[]): void {
  let at = 0;
  for (const { words } of sentences) {
    if (words.length > 0) features[at] = 2;
    at += words.length;
  }
}

/** 0 lower, 1 Capital, 2 CAPITALS, 3 miXed, 4 single capital, 5 has a digit, 6 sign, 7 other script. */
export function shapeOf({ text }: Word): number {
  if (/[0-9]/.test(text)) return 5;
  const letters = text.match(/\p{L}/gu);
  if (!letters) return 6;
  const upper = letters.filter((letter) => letter !== letter.toLowerCase()).length;
  if (upper === 0) return letters.some((letter) => letter !== letter.toUpperCase()) ? 0 : 7;
  if (upper === letters.length) return upper === 1 ? 4 : 2;
  return upper === 1 && letters[0] !== letters[0]!.toLowerCase() ? 1 : 3;
}
