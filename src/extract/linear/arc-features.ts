import type { Guide, ParseState } from "./arc-eager.ts";
import { mix } from "./mix.ts";

export const ARC_FEATURES = 100;

/**
 * Writes the features of a half-read sentence into `out` and returns how many there are: the templates of Zhang and Nivre
 * (2011) without labels, and a few over the second word of the stack and the words between.
 */
export function arcFeatures(state: ParseState, out: Int32Array): number {
  const { words, tags, stack, heads, left1, left2, right1, right2, length } = state;
  const none = length + 1;
  const orNone = (at: number) => (at < 0 ? none : at);
  const s0 = state.depth > 0 ? stack[state.depth - 1]! : none;
  const s1 = state.depth > 1 ? stack[state.depth - 2]! : none;
  const s2 = state.depth > 2 ? stack[state.depth - 3]! : none;
  const n0 = state.next;
  const n1 = n0 < length ? n0 + 1 : none;
  const n2 = n0 + 1 < length ? n0 + 2 : none;
  const n3 = n0 + 2 < length ? n0 + 3 : none;
  const h = s0 === none ? none : orNone(heads[s0]!);
  const h2 = h === none ? none : orNone(heads[h]!);
  const sl = s0 === none ? none : orNone(left1[s0]!);
  const sl2 = s0 === none ? none : orNone(left2[s0]!);
  const sr = s0 === none ? none : orNone(right1[s0]!);
  const sr2 = s0 === none ? none : orNone(right2[s0]!);
  const nl = orNone(left1[n0]!);
  const nl2 = orNone(left2[n0]!);
  const vr = s0 === none ? 0 : Math.min(state.rightCount[s0]!, 4);
  const vl = s0 === none ? 0 : Math.min(state.leftCount[s0]!, 4);
  const nvl = Math.min(state.leftCount[n0]!, 4);
  const far = s0 === none ? 0 : distanceClass(n0 - s0);
  const headed = h === none ? 0 : 1;

  const s0w = words[s0]!;
  const n0w = words[n0]!;
  const n1w = words[n1]!;
  const s0p = tags[s0]!;
  const s1p = tags[s1]!;
  const n0p = tags[n0]!;
  const n1p = tags[n1]!;
  const n2p = tags[n2]!;
  const hp = tags[h]!;
  const slp = tags[sl]!;
  const srp = tags[sr]!;
  const nlp = tags[nl]!;
  const s0wp = s0w + s0p;
  const n0wp = n0w + n0p;
  const sn = (s0p << 8) | n0p;

  let n = 0;
  out[n++] = mix(101, s0wp, headed, 0);
  out[n++] = mix(102, s0w, 0, 0);
  out[n++] = mix(103, s0p, headed, 0);
  out[n++] = mix(104, n0wp, 0, 0);
  out[n++] = mix(105, n0w, 0, 0);
  out[n++] = mix(106, n0p, 0, 0);
  out[n++] = mix(107, n1w + n1p, 0, 0);
  out[n++] = mix(108, n1w, 0, 0);
  out[n++] = mix(109, n1p, 0, 0);
  out[n++] = mix(110, words[n2]! + n2p, 0, 0);
  out[n++] = mix(111, n2p, 0, 0);

  out[n++] = mix(112, s0wp, n0wp, 0);
  out[n++] = mix(113, s0wp, n0w, 0);
  out[n++] = mix(114, s0w, n0wp, 0);
  out[n++] = mix(115, s0wp, n0p, 0);
  out[n++] = mix(116, s0p, n0wp, 0);
  out[n++] = mix(117, s0w, n0w, 0);
  out[n++] = mix(118, sn, headed, 0);
  out[n++] = mix(119, n0p, n1p, 0);

  out[n++] = mix(120, n0p, n1p, n2p);
  out[n++] = mix(121, sn, n1p, headed);
  out[n++] = mix(122, sn, hp, 0);
  out[n++] = mix(123, sn, slp, 0);
  out[n++] = mix(124, sn, srp, headed);
  out[n++] = mix(125, sn, nlp, headed);

  out[n++] = mix(126, s0w, far, 0);
  out[n++] = mix(127, s0p, far, 0);
  out[n++] = mix(128, n0w, far, 0);
  out[n++] = mix(129, n0p, far, 0);
  out[n++] = mix(130, s0w, n0w, far);
  out[n++] = mix(131, sn, far, headed);

  out[n++] = mix(132, s0w, vr, 0);
  out[n++] = mix(133, s0p, vr, 0);
  out[n++] = mix(134, s0w, vl, 0);
  out[n++] = mix(135, s0p, vl, 0);
  out[n++] = mix(136, n0w, nvl, 0);
  out[n++] = mix(137, n0p, nvl, 0);

  out[n++] = mix(138, words[h]!, hp, 0);
  out[n++] = mix(139, hp, 0, 0);
  out[n++] = mix(140, words[sl]!, slp, 0);
  out[n++] = mix(141, slp, s0p, 0);
  out[n++] = mix(142, words[sr]!, srp, 0);
  out[n++] = mix(143, srp, s0p, 0);
  out[n++] = mix(144, words[nl]!, nlp, 0);
  out[n++] = mix(145, nlp, n0p, 0);

  out[n++] = mix(146, words[h2]!, tags[h2]!, 0);
  out[n++] = mix(147, words[sl2]!, tags[sl2]!, 0);
  out[n++] = mix(148, words[sr2]!, tags[sr2]!, 0);
  out[n++] = mix(149, words[nl2]!, tags[nl2]!, 0);
  out[n++] = mix(150, s0p, slp, tags[sl2]!);
  out[n++] = mix(151, s0p, srp, tags[sr2]!);
  out[n++] = mix(152, s0p, hp, tags[h2]!);
  out[n++] = mix(153, n0p, nlp, tags[nl2]!);

  out[n++] = mix(154, sn, s1p, n1p);
  out[n++] = mix(155, sn, s1p, tags[s2]!);
  out[n++] = mix(156, words[s1]!, n0w, n0p);
  out[n++] = mix(157, words[s1]!, s0w, n0p);
  out[n++] = mix(158, s1p, n0wp, 0);
  out[n++] = mix(159, sn, (n1p << 8) | n2p, tags[n3]!);
  out[n++] = mix(160, s0w, n0p, n1p);
  out[n++] = mix(161, s0p, n0w, n1p);
  out[n++] = mix(162, s0p, n0p, n1w);
  out[n++] = mix(163, sn, words[sr]!, headed);
  out[n++] = mix(164, sn, words[sl]!, headed);
  out[n++] = mix(165, sn, words[nl]!, headed);
  out[n++] = mix(166, sn, words[h]!, 0);
  out[n++] = mix(167, sn, (vl << 6) | (vr << 3) | nvl, far);
  out[n++] = mix(168, s0w, (tags[n0 - 1 < 0 ? none : n0 - 1]! << 8) | n0p, 0);
  out[n++] = mix(169, sn, tags[n0 - 1 < 0 ? none : n0 - 1]!, tags[s0 + 1 <= length ? s0 + 1 : none]!);
  out[n++] = mix(170, n0w, n1w, s0p);
  out[n++] = mix(171, s0w, words[h]!, n0p);
  return state.guide ? guideFeatures(state, state.guide, s0, sn, out, n) : n;
}

/** What the other parser's tree says of the two words that are about to be joined, or not. */
function guideFeatures(state: ParseState, guide: Guide, s0: number, sn: number, out: Int32Array, from: number): number {
  const { length, next: n0, words } = state;
  if (s0 > length) return from;
  const s0Head = guide.heads[s0]!;
  const n0Head = n0 < length ? guide.heads[n0]! : -1;
  const s0Side = s0Head === n0 ? 1 : s0Head < s0 ? 2 : s0Head < n0 ? 3 : s0Head < length ? 4 : 5;
  const n0Side = n0Head === s0 ? 1 : n0Head < s0 ? 2 : n0Head < n0 ? 3 : n0Head < length ? 4 : 5;
  const more = (guide.last[s0]! >= n0 ? 1 : 0) | (guide.first[n0]! >= 0 && guide.first[n0]! < s0 ? 2 : 0);
  const headed = state.heads[s0]! >= 0 ? 1 : 0;
  const advice = (((((s0Side << 3) | n0Side) << 2) | more) << 1) | headed;
  let n = from;
  out[n++] = mix(181, advice, 0, 0);
  out[n++] = mix(182, advice, sn, 0);
  out[n++] = mix(183, advice, words[s0]!, 0);
  out[n++] = mix(184, advice, words[n0]!, 0);
  out[n++] = mix(185, advice, sn, state.tags[n0 < length ? n0 + 1 : length + 1]!);
  out[n++] = mix(186, advice, distanceClass(n0 - s0), 0);
  return n;
}

function distanceClass(distance: number): number {
  return distance < 5 ? distance : distance < 8 ? 5 : distance < 14 ? 6 : 7;
}
