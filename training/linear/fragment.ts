import type { KnownSentence } from "./corpus.ts";

/** The sentence with only the words at `kept`, in order. A word whose head is lost hangs from that head's head, and so on. */
export function keepWords(sentence: KnownSentence, kept: readonly number[]): KnownSentence {
  const length = sentence.words.length;
  const placeOf = new Map(kept.map((at, place) => [at, place]));
  const headOf = (at: number): number => {
    let head = sentence.heads[at]!;
    while (head !== length && !placeOf.has(head)) head = sentence.heads[head]!;
    return head === length ? kept.length : placeOf.get(head)!;
  };
  return {
    words: kept.map((at) => sentence.words[at]!),
    tags: kept.map((at) => sentence.tags[at]!),
    lemmas: kept.map((at) => sentence.lemmas[at]!),
    heads: Int32Array.from(kept, headOf),
    labels: kept.map((at) => (headOf(at) === kept.length ? "root" : sentence.labels[at]!)),
    kinds: kept.map((at) => sentence.kinds[at]!),
  };
}

/** All words below `top` and itself, in order. */
export function wordsBelow({ heads }: KnownSentence, top: number): number[] {
  const below: number[] = [];
  for (let at = 0; at < heads.length; at++) {
    let above = at;
    while (above !== heads.length && above !== top) above = heads[above]!;
    if (above === top) below.push(at);
  }
  return below;
}
