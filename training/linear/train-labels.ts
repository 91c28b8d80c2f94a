import { findKin, LABEL_FEATURES, labelFeatures, labelRules } from "../../src/extract/linear/labels.ts";
import { best } from "../../src/extract/linear/pos-tags.ts";
import { Perceptron, seededRandom, shuffled } from "./perceptron.ts";
import type { KnownTree } from "./train-arcs.ts";

const BUCKETS = 1 << 20;

export interface LabelledTree extends KnownTree {
  suffixes: Int32Array;
  labels: Uint8Array;
}

/** The weights for choosing labels after `rounds` readings of the trees. */
export function learnLabels(
  trees: readonly LabelledTree[],
  tags: readonly string[],
  labels: readonly string[],
  rounds: number,
): Perceptron {
  const classes = labels.length;
  const { fixed } = labelRules(tags, labels);
  const random = seededRandom(13);
  const model = new Perceptron(classes, BUCKETS);
  const scores = new Float64Array(classes);
  const features = new Int32Array(LABEL_FEATURES);
  for (let round = 1; round <= rounds; round++) {
    let [wrong, all] = [0, 0];
    for (const tree of shuffled(trees, random)) {
      const whole = { ...tree, length: tree.heads.length };
      const kin = findKin(whole);
      const chosen = new Uint8Array(whole.length);
      for (let at = 0; at < whole.length; at++) {
        const only = fixed[tree.tags[at]!]!;
        if (only >= 0) {
          chosen[at] = only;
          continue;
        }
        const count = labelFeatures(whole, kin, chosen, at, features);
        model.score(features, count, scores);
        const guess = best(scores);
        chosen[at] = guess;
        model.steps++;
        all++;
        if (guess === tree.labels[at]) continue;
        wrong++;
        model.learn(features, count, tree.labels[at]!, guess);
      }
    }
    console.error(`labels, round ${round}: ${((100 * wrong) / all).toFixed(2)} % wrong while learning`);
  }
  return model;
}
