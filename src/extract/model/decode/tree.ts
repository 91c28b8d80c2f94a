import type { Scores } from "../scores.ts";

/**
 * The heads of a sentence's words, counted in the sentence; -1 for the one root. `from` and `to` are its words in the window.
 *
 * Each word takes its best head. Then one root is kept, and each cycle is opened where that costs least: the contraction of
 * Chu and Liu (1965) and Edmonds (1967), without the recursion. Every tree is whole: one root, no cycle.
 */
export function decodeTree({ arcs, words }: Scores, from: number, to: number): Int32Array {
  const size = to - from;
  const score: Score = (word, head) => arcs[(from + word) * (words + 1) + (head < 0 ? words : from + head)]!;
  const heads = bestHeads(size, score);
  heads[bestRoot(heads, score)] = -1;
  for (let cycle = findCycle(heads); cycle; cycle = findCycle(heads)) openCycle(cycle, heads, score);
  return heads;
}

type Score = (word: number, head: number) => number;

function bestHeads(size: number, score: Score): Int32Array {
  const heads = new Int32Array(size).fill(-1);
  for (let word = 0; word < size; word++) {
    let best = Number.NEGATIVE_INFINITY;
    for (let head = 0; head < size; head++) {
      if (head === word || !(score(word, head) > best)) continue;
      best = score(word, head);
      heads[word] = head;
    }
  }
  return heads;
}

/** The word that gains most, or loses least, when it becomes the root. */
function bestRoot(heads: Int32Array, score: Score): number {
  let root = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (const [word, head] of heads.entries()) {
    const gain = head < 0 ? Number.POSITIVE_INFINITY : score(word, -1) - score(word, head);
    if (!(gain > best)) continue;
    best = gain;
    root = word;
  }
  return root;
}

/** Gives one word of the cycle another head that hangs from the root: the one that costs least. */
function openCycle(cycle: readonly number[], heads: Int32Array, score: Score): void {
  const rooted = wordsUnderRoot(heads);
  let best = Number.NEGATIVE_INFINITY;
  let chosen: [word: number, head: number] = [cycle[0]!, heads.indexOf(-1)];
  for (const word of [...cycle].sort((a, b) => a - b)) {
    for (let head = 0; head < heads.length; head++) {
      if (!rooted[head]) continue;
      const gain = score(word, head) - score(word, heads[word]!);
      if (!(gain > best)) continue;
      best = gain;
      chosen = [word, head];
    }
  }
  heads[chosen[0]] = chosen[1];
}

const UNSEEN = 0;
const UNDER_ROOT = 1;
const IN_CYCLE = 2;

/** 1 for each word from which the heads lead to the root. */
function wordsUnderRoot(heads: Int32Array): boolean[] {
  return [...reachOf(heads)].map((state) => state === UNDER_ROOT);
}

function reachOf(heads: Int32Array): Uint8Array {
  const states = new Uint8Array(heads.length);
  for (let word = 0; word < heads.length; word++) {
    const path: number[] = [];
    let at = word;
    while (at >= 0 && states[at] === UNSEEN && !path.includes(at)) {
      path.push(at);
      at = heads[at]!;
    }
    const state = at < 0 || states[at] === UNDER_ROOT ? UNDER_ROOT : IN_CYCLE;
    for (const step of path) states[step] = state;
  }
  return states;
}

function findCycle(heads: Int32Array): number[] | null {
  const word = reachOf(heads).indexOf(IN_CYCLE);
  if (word < 0) return null;
  const path: number[] = [];
  let at = word;
  while (!path.includes(at)) {
    path.push(at);
    at = heads[at]!;
  }
  return path.slice(path.indexOf(at));
}
