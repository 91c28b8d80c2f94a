import { chooseHeads, type Guide, type ParserInput } from "./arc-eager.ts";
import type { Scorer } from "./weights.ts";

/** The heads that a parser reading from the last word to the first would choose. */
export function chooseHeadsBackwards(input: ParserInput, length: number, scorer: Scorer): Int32Array {
  return turnHeads(chooseHeads(turnInput(input, length), length, scorer));
}

/** The sentence with its last word first; root and "no word" stay behind it. */
export function turnInput({ words, tags }: ParserInput, length: number): ParserInput {
  const turned = { words: words.slice(), tags: tags.slice() };
  turned.words.subarray(0, length).reverse();
  turned.tags.subarray(0, length).reverse();
  return turned;
}

/** Heads of the turned sentence as heads of the sentence, and the other way round. */
export function turnHeads(heads: Int32Array): Int32Array {
  const length = heads.length;
  return heads.map((_, at) => {
    const head = heads[length - 1 - at]!;
    return head === length ? length : length - 1 - head;
  });
}

/** A tree as advice for the next parser. */
export function guideFrom(heads: Int32Array): Guide {
  const first = new Int32Array(heads.length + 2).fill(-1);
  const last = new Int32Array(heads.length + 2).fill(-1);
  for (let at = 0; at < heads.length; at++) {
    const head = heads[at]!;
    if (first[head] === -1) first[head] = at;
    last[head] = at;
  }
  return { heads, first, last };
}
