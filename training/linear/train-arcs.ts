import {
  beginParse,
  bestAllowed,
  type Guide,
  isAllowed,
  isDone,
  takeStep,
} from "../../src/extract/linear/arc-eager.ts";
import { ARC_FEATURES, arcFeatures } from "../../src/extract/linear/arc-features.ts";
import { costOf } from "./oracle.ts";
import { Perceptron, seededRandom, shuffled } from "./perceptron.ts";

/** A sentence as the parser sees it (`parserInput`), its right heads, and the other parser's advice. */
export interface KnownTree {
  words: Int32Array;
  tags: Uint8Array;
  heads: Int32Array;
  guide?: Guide;
}

const BUCKETS = 1 << 22;
const FOLLOW_ORACLE_ROUNDS = 1;
const EXPLORE = 0.9; // Goldberg and Nivre 2012

/** The weights for the four steps after `rounds` readings of the trees. */
export function learnArcs(trees: readonly KnownTree[], rounds: number): Perceptron {
  const random = seededRandom(11);
  const model = new Perceptron(4, BUCKETS);
  const scores = new Float64Array(4);
  const features = new Int32Array(ARC_FEATURES);
  for (let round = 1; round <= rounds; round++) {
    let [wrong, all, found] = [0, 0, 0];
    for (const tree of shuffled(trees, random)) {
      const length = tree.heads.length;
      const state = beginParse(tree, length, tree.guide);
      while (!isDone(state)) {
        const count = arcFeatures(state, features);
        model.score(features, count, scores);
        const guess = bestAllowed(state, scores);
        const right = bestOfCheapest();
        model.steps++;
        const mistaken = costOf(state, guess, tree.heads) > costOf(state, right, tree.heads);
        if (mistaken) {
          wrong++;
          model.learn(features, count, right, guess);
        }
        takeStep(state, mistaken && (round <= FOLLOW_ORACLE_ROUNDS || random() > EXPLORE) ? right : guess);
      }
      for (let at = 0; at < length; at++) if (state.heads[at] === tree.heads[at]) found++;
      all += length;

      function bestOfCheapest(): number {
        let winner = -1;
        let least = Number.POSITIVE_INFINITY;
        for (let step = 0; step < 4; step++) {
          if (!isAllowed(state, step)) continue;
          const cost = costOf(state, step, tree.heads);
          if (cost > least || (cost === least && scores[step]! <= scores[winner]!)) continue;
          winner = step;
          least = cost;
        }
        return winner;
      }
    }
    const share = ((100 * found) / all).toFixed(2);
    console.error(`arcs, round ${round}: ${wrong} wrong steps, ${share} % right arcs while learning`);
  }
  return model;
}
