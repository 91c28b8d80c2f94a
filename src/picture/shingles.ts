/** Words in a row that stand for a stretch of text. True copies of a wire text may share as little as a third of them. */
const shingleWords = 3;

const shortestOwn = 0.5;

/**
 * Each row of three words as a number of 32 bits, in the order of the text. Words of quotations do not count where enough is
 * left without them: two reporters at one speech write down the same sentences.
 */
export function shinglesOf(text: string): number[] {
  const words = wordsOf(text);
  const own = wordsOf(text.replace(/[“"«„][^“”"«»„]{1,600}[”"»“]/g, " | "));
  return rowsOf(own.length >= words.length * shortestOwn ? own : words);
}

/** The words as numbers, case and punctuation aside. */
function wordsOf(text: string): number[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(hashOf);
}

const rowsOf = (words: readonly number[]): number[] =>
  words
    .slice(shingleWords - 1)
    .map((_, at) =>
      mix(words.slice(at, at + shingleWords).reduce((hash, word) => mix(Math.imul(hash, 0x9e3779b1) ^ word), 0)),
    );

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3 (Austin Appleby, public domain): every bit of the number depends on every other. */
export function mix(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
