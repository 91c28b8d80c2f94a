import { mix } from "./mix.ts";
import { best } from "./pos-tags.ts";
import type { Scorer } from "./weights.ts";

export const LABEL_FEATURES = 60;
const features = new Int32Array(LABEL_FEATURES);

/** A finished tree, as the labeller sees it. Arrays as in `ParseState`; a head of `length` is the root. */
export interface Tree {
  length: number;
  words: Int32Array;
  suffixes: Int32Array;
  tags: Uint8Array;
  heads: Int32Array;
}

/** Which labels the tagger gives without asking the scorer, and which it never gives. */
export interface LabelRules {
  /** The number of "punct" by the shifted number of each tag that is always labelled so; -1 for other tags. */
  fixed: Int8Array;
  /** The number of "dep", by which the training corpus's parser says that it does not know: the next best says more. */
  never: number;
}

export function labelRules(tags: readonly string[], labels: readonly string[]): LabelRules {
  const fixed = new Int8Array(256).fill(-1);
  for (const [number, tag] of tags.entries())
    if (/^(?:[,.:]|``|''|-LRB-|-RRB-)$/.test(tag)) fixed[number + 3] = labels.indexOf("punct");
  return { fixed, never: labels.indexOf("dep") };
}

/** The labels' numbers, from left to right, each seeing the label of the sibling before it. */
export function chooseLabels(tree: Tree, rules: LabelRules, scorer: Scorer, scores: Float64Array): Uint8Array {
  const kin = findKin(tree);
  const chosen = new Uint8Array(tree.length);
  for (let at = 0; at < tree.length; at++) {
    const only = rules.fixed[tree.tags[at]!]!;
    if (only >= 0) {
      chosen[at] = only;
      continue;
    }
    const count = labelFeatures(tree, kin, chosen, at, features);
    scorer.score(features, count, scores);
    if (rules.never >= 0) scores[rules.never] = Number.NEGATIVE_INFINITY;
    chosen[at] = best(scores);
  }
  return chosen;
}

/** Each word's neighbours in the tree; -1 when there is none. */
export interface Kin {
  firstChild: Int32Array;
  lastChild: Int32Array;
  childBefore: Int32Array;
  childAfter: Int32Array;
  children: Int32Array;
}

export function findKin({ length, heads }: Tree): Kin {
  const none = () => new Int32Array(length + 2).fill(-1);
  const kin = { firstChild: none(), lastChild: none(), childBefore: none(), childAfter: none(), children: none() };
  for (let at = 0; at < length; at++) {
    const head = heads[at]!;
    const before = kin.lastChild[head]!;
    kin.children[head]!++;
    kin.childBefore[at] = before;
    if (before >= 0) kin.childAfter[before] = at;
    else kin.firstChild[head] = at;
    kin.lastChild[head] = at;
  }
  return kin;
}

/** Writes the features of the arc above the word `at` into `out` and returns how many there are. */
export function labelFeatures(tree: Tree, kin: Kin, chosen: Uint8Array, at: number, out: Int32Array): number {
  const { words, suffixes, tags, heads, length } = tree;
  const none = length + 1;
  const orNone = (index: number) => (index < 0 ? none : index);
  const head = heads[at]!;
  const grand = head < length ? heads[head]! : none;
  const before = orNone(kin.childBefore[at]!);
  const after = orNone(kin.childAfter[at]!);
  const first = orNone(kin.firstChild[at]!);
  const last = orNone(kin.lastChild[at]!);
  const side = at < head ? 0 : 1;
  const distance = Math.min(Math.abs(head - at), 5);
  const dw = words[at]!;
  const hw = words[head]!;
  const dp = tags[at]!;
  const hp = tags[head]!;
  const firstp = tags[first]!;
  const lastp = tags[last]!;
  const pair = (((dp << 8) | hp) << 1) | side;
  const beforeLabel = before === none ? 0 : chosen[before]! + 1;
  const beforeSide = before === none ? 0 : before < head ? 1 : 2;
  const previous = at > 0 ? at - 1 : none;
  const following = at + 1 <= length ? at + 1 : none;
  const hfirst = head < length ? orNone(kin.firstChild[head]!) : none;

  let n = 0;
  out[n++] = mix(201, pair, 0, 0);
  out[n++] = mix(202, pair, dw, hw);
  out[n++] = mix(203, pair, dw, 0);
  out[n++] = mix(204, pair, hw, 0);
  out[n++] = mix(205, dw, side, 0);
  out[n++] = mix(206, hw, side, 0);
  out[n++] = mix(207, dp, side, 0);
  out[n++] = mix(208, hp, side, 0);
  out[n++] = mix(209, pair, distance, 0);
  out[n++] = mix(210, pair, words[first]!, firstp);
  out[n++] = mix(211, pair, firstp, lastp);
  out[n++] = mix(212, pair, words[last]!, lastp);
  out[n++] = mix(213, pair, beforeLabel, beforeSide);
  out[n++] = mix(214, hw, beforeLabel, side);
  out[n++] = mix(215, pair, tags[before]!, words[before]!);
  out[n++] = mix(216, pair, tags[after]!, after < head ? 1 : 0);
  out[n++] = mix(217, pair, words[after]!, 0);
  out[n++] = mix(218, pair, tags[grand]!, 0);
  out[n++] = mix(219, pair, words[grand]!, 0);
  out[n++] = mix(220, pair, tags[previous]!, tags[following]!);
  out[n++] = mix(221, pair, words[previous]!, 0);
  out[n++] = mix(222, pair, words[following]!, 0);
  out[n++] = mix(223, pair, suffixes[at]!, 0);
  out[n++] = mix(224, pair, suffixes[head]!, 0);
  out[n++] = mix(225, dw, firstp, side);
  out[n++] = mix(226, dp, words[first]!, hw);
  out[n++] = mix(227, pair, words[hfirst]!, hfirst === at ? 1 : 0);
  out[n++] = mix(228, pair, kin.children[at]! < 0 ? 0 : Math.min(kin.children[at]! + 1, 3), beforeLabel);
  out[n++] = mix(229, pair, firstp, beforeLabel);
  out[n++] = mix(230, dw, hw, firstp);
  out[n++] = mix(231, dp, tags[after]!, (hp << 1) | side);
  out[n++] = mix(232, pair, words[first]!, words[after]!);
  // Second child, where a mark hides behind an adverb.
  const second = first === none ? none : orNone(kin.childAfter[first]!);
  out[n++] = mix(233, pair, words[second]!, tags[second]!);
  out[n++] = mix(234, pair, firstp, tags[second]!);
  // What the grandparent's arc joins: a verb below "said" is a ccomp, one below a noun an acl.
  out[n++] = mix(235, pair, head < at && head < length ? chosen[head]! + 1 : 0, firstp);
  return n;
}
