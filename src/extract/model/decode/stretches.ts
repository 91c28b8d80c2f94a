/** Words from the first to before the second. */
export type WordRange = [from: number, to: number];

/** The run of words with the greatest sum, or nothing when no sum is above nothing. */
export function bestStretch(scores: ArrayLike<number>): WordRange[] {
  let best: WordRange[] = [];
  let top = 0;
  let start = 0;
  let total = 0;
  for (let at = 0; at < scores.length; at++) {
    if (total <= 0) {
      start = at;
      total = 0;
    }
    total += scores[at]!;
    if (!(total > top)) continue;
    top = total;
    best = [[start, at + 1]];
  }
  return best;
}

/** The words inside, when each change between inside and outside costs `change`: Viterbi's best path over two states. */
export function wordStretches(scores: ArrayLike<number>, change: number): WordRange[] {
  const stays = new Uint8Array(scores.length);
  const leaves = new Uint8Array(scores.length);
  let inside = Number.NEGATIVE_INFINITY;
  let outside = 0;
  for (let at = 0; at < scores.length; at++) {
    const enter = outside - change;
    const leave = inside - change;
    stays[at] = inside >= enter ? 1 : 0;
    leaves[at] = leave > outside ? 1 : 0;
    inside = scores[at]! + Math.max(inside, enter);
    outside = Math.max(outside, leave);
  }
  const words: number[] = [];
  let isInside = inside > outside;
  for (let at = scores.length - 1; at >= 0; at--) {
    if (isInside) words.push(at);
    isInside = isInside ? stays[at] === 1 : leaves[at] === 1;
  }
  return rangesOf(words.reverse());
}

/** Words in order, as runs. */
export function rangesOf(words: readonly number[]): WordRange[] {
  const ranges: WordRange[] = [];
  for (const word of words) {
    const open = ranges.at(-1);
    if (open && open[1] === word) open[1] = word + 1;
    else ranges.push([word, word + 1]);
  }
  return ranges;
}
