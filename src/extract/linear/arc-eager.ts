import { ARC_FEATURES, arcFeatures } from "./arc-features.ts";
import type { Scorer } from "./weights.ts";

/**
 * A half-read sentence of `length` words, as an arc-eager parser holds it (Nivre 2003). Word `length` is the root, which
 * stands after the last word (Ballesteros and Nivre 2013). A head of -1 is not yet known.
 */
export interface ParseState {
  length: number;
  /** Hash of each word, the root, and (at the end) of "no word". */
  words: Int32Array;
  /** Tag of each word plus 3; 1 for the root and 0 for "no word". */
  tags: Uint8Array;
  stack: Int32Array;
  depth: number;
  next: number;
  heads: Int32Array;
  /** Nearest and farthest dependents so far, on either side; -1 when there is none. */
  left1: Int32Array;
  left2: Int32Array;
  right1: Int32Array;
  right2: Int32Array;
  leftCount: Uint8Array;
  rightCount: Uint8Array;
  guide: Guide | undefined;
}

/** What the parser sees of a sentence; the arrays are as in `ParseState`. */
export type ParserInput = Pick<ParseState, "words" | "tags">;

/** Another parser's tree over the same words, taken as advice (Nivre and McDonald 2008). */
export interface Guide {
  heads: Int32Array;
  /** First and last dependent of each word; -1 when there is none. */
  first: Int32Array;
  last: Int32Array;
}

export const SHIFT = 0;
export const REDUCE = 1;
export const LEFT = 2;
export const RIGHT = 3;

const features = new Int32Array(ARC_FEATURES);
const scores = new Float64Array(4);

/** The head of every word; `length` stands for the root. Greedy, one look at the scores for each step. */
export function chooseHeads(input: ParserInput, length: number, scorer: Scorer, guide?: Guide): Int32Array {
  const state = beginParse(input, length, guide);
  while (!isDone(state)) {
    const count = arcFeatures(state, features);
    scorer.score(features, count, scores);
    takeStep(state, bestAllowed(state, scores));
  }
  return state.heads.slice(0, length);
}

export function beginParse({ words, tags }: ParserInput, length: number, guide?: Guide): ParseState {
  const none = () => new Int32Array(length + 2).fill(-1);
  return {
    length,
    words,
    tags,
    stack: new Int32Array(length + 1),
    depth: 0,
    next: 0,
    heads: none(),
    left1: none(),
    left2: none(),
    right1: none(),
    right2: none(),
    leftCount: new Uint8Array(length + 2),
    rightCount: new Uint8Array(length + 2),
    guide,
  };
}

/** All words are off the stack and only the root is left to read. */
export function isDone(state: ParseState): boolean {
  return state.next === state.length && state.depth === 0;
}

export function isAllowed(state: ParseState, step: number): boolean {
  if (step === SHIFT) return state.next < state.length;
  if (state.depth === 0) return false;
  if (step === RIGHT) return state.next < state.length;
  const hasHead = state.heads[state.stack[state.depth - 1]!]! >= 0;
  return step === REDUCE ? hasHead : !hasHead;
}

export function bestAllowed(state: ParseState, scores: Float64Array): number {
  let winner = -1;
  for (let step = 0; step < 4; step++)
    if (isAllowed(state, step) && (winner < 0 || scores[step]! > scores[winner]!)) winner = step;
  return winner;
}

export function takeStep(state: ParseState, step: number): void {
  const { stack, next, heads } = state;
  if (step === SHIFT) {
    stack[state.depth++] = next;
    state.next++;
    return;
  }
  const top = stack[state.depth - 1]!;
  if (step === REDUCE) {
    state.depth--;
  } else if (step === LEFT) {
    heads[top] = next;
    state.left2[next] = state.left1[next]!;
    state.left1[next] = top;
    if (state.leftCount[next]! < 255) state.leftCount[next]!++;
    state.depth--;
  } else {
    heads[next] = top;
    state.right2[top] = state.right1[top]!;
    state.right1[top] = next;
    if (state.rightCount[top]! < 255) state.rightCount[top]!++;
    stack[state.depth++] = next;
    state.next++;
  }
}
