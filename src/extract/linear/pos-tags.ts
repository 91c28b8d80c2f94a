import { seenThroughCapitals } from "./headline-capitals.ts";
import { mix } from "./mix.ts";
import type { Scorer } from "./weights.ts";
import type { WordForm } from "./word-form.ts";

/** The usual tag of a frequent word, by the hash of its exact form: twice the tag's number, plus 1 when it has no other. */
export type Lexicon = ReadonlyMap<number, number>;

export interface PosModel {
  lexicon: Lexicon;
  scorer: Scorer;
}

export const POS_FEATURES = 40;
const features = new Int32Array(POS_FEATURES);

/** The tags' numbers, chosen from left to right, each seeing the tags before it. */
export function choosePosTags(forms: readonly WordForm[], model: PosModel, scores: Float64Array): Uint8Array {
  const seen = seenThroughCapitals(forms, model.lexicon);
  const usual = usualTags(seen, model.lexicon);
  const chosen = new Uint8Array(forms.length);
  for (let at = 0; at < forms.length; at++) {
    if (usual[at]! & 1) {
      chosen[at] = usual[at]! >> 1;
      continue;
    }
    const count = posFeatures(seen, usual, chosen, at, features);
    model.scorer.score(features, count, scores);
    chosen[at] = best(scores);
  }
  return chosen;
}

const UNKNOWN = 254; // even: not certain

/** The lexicon's entry for each word, or one number for all words it lacks. */
export function usualTags(forms: readonly WordForm[], lexicon: Lexicon): Uint8Array {
  return Uint8Array.from(forms, (form) => lexicon.get(form.exact) ?? UNKNOWN);
}

const EDGE: WordForm = {
  spelling: "",
  exact: 11,
  exactSmall: 11,
  long: false,
  capital: false,
  capitals: false,
  lower: 12,
  prefix1: 13,
  prefix3: 14,
  suffix1: 15,
  suffix2: 16,
  suffix3: 17,
  suffix4: 18,
  shape: 19,
};

/** Writes the features of the word `at` into `out` and returns how many there are. */
export function posFeatures(
  forms: readonly WordForm[],
  usual: Uint8Array,
  chosen: Uint8Array,
  at: number,
  out: Int32Array,
): number {
  const word = forms[at]!;
  const before = forms[at - 1] ?? EDGE;
  const before2 = forms[at - 2] ?? EDGE;
  const after = forms[at + 1] ?? EDGE;
  const after2 = forms[at + 2] ?? EDGE;
  const tag1 = at > 0 ? chosen[at - 1]! + 1 : 0;
  const tag2 = at > 1 ? chosen[at - 2]! + 1 : 0;
  const use0 = usual[at]!;
  const use1 = usual[at + 1] ?? 252;
  const use2 = usual[at + 2] ?? 252;
  let n = 0;
  out[n++] = mix(1, word.exact, 0, 0);
  out[n++] = mix(2, word.lower, 0, 0);
  out[n++] = mix(3, word.prefix1, word.suffix1, 0);
  out[n++] = mix(4, word.prefix3, 0, 0);
  out[n++] = mix(5, word.suffix2, 0, 0);
  out[n++] = mix(6, word.suffix3, 0, 0);
  out[n++] = mix(7, word.suffix4, 0, 0);
  out[n++] = mix(8, word.shape, at === 0 ? 1 : 0, 0);
  out[n++] = mix(9, word.shape, word.suffix3, 0);
  out[n++] = mix(10, word.shape, before.shape, after.shape);
  out[n++] = mix(11, word.shape, tag1, 0);
  out[n++] = mix(12, before.lower, 0, 0);
  out[n++] = mix(13, before2.lower, 0, 0);
  out[n++] = mix(14, after.lower, 0, 0);
  out[n++] = mix(15, after2.lower, 0, 0);
  out[n++] = mix(16, before.lower, word.lower, 0);
  out[n++] = mix(17, word.lower, after.lower, 0);
  out[n++] = mix(18, before.lower, after.lower, 0);
  out[n++] = mix(19, tag1, 0, 0);
  out[n++] = mix(20, tag2, tag1, 0);
  out[n++] = mix(21, tag1, word.lower, 0);
  out[n++] = mix(22, tag2, tag1, word.lower);
  out[n++] = mix(23, tag1, after.lower, 0);
  out[n++] = mix(24, tag1, word.suffix3, 0);
  out[n++] = mix(25, tag1, word.suffix2, use1);
  out[n++] = mix(26, use0, use1, 0);
  out[n++] = mix(27, use0, tag1, use1);
  out[n++] = mix(28, use0, tag1, tag2);
  out[n++] = mix(29, use1, use2, word.lower);
  out[n++] = mix(30, use1, use2, tag1);
  out[n++] = mix(31, word.lower, tag1, use1);
  out[n++] = mix(32, after.suffix3, use0, tag1);
  out[n++] = mix(33, before.suffix3, use0, 0);
  out[n++] = mix(34, use0, use1, use2);
  return n;
}

/** The class with the highest score; the first among equals. */
export function best(scores: Float64Array): number {
  let winner = 0;
  for (let at = 1; at < scores.length; at++) if (scores[at]! > scores[winner]!) winner = at;
  return winner;
}
