/** Scores classes from features. In training the weights are dense floats, at work the sparse integers below. */
export interface Scorer {
  /** Sets `scores` to each class's sum over the first `count` features. */
  score(features: Int32Array, count: number, scores: Float64Array): void;
}

/** Weights by bucket: row `b` holds the entries from `rows[b]` up to `rows[b + 1]`. */
export interface SparseWeights {
  classes: number;
  /** Number of buckets, a power of two; a feature falls into bucket `feature & (buckets - 1)`. */
  buckets: number;
  rows: Uint32Array;
  classOf: Uint8Array;
  weights: Int8Array;
}

/** A scorer that keeps the rows as they are: for many classes, of which a feature speaks for few. */
export function sparseScorer(model: SparseWeights): Scorer {
  const { rows, classOf, weights } = model;
  const mask = model.buckets - 1;
  return {
    score(features, count, scores) {
      scores.fill(0);
      for (let at = 0; at < count; at++) {
        const bucket = features[at]! & mask;
        const end = rows[bucket + 1]!;
        for (let entry = rows[bucket]!; entry < end; entry++) scores[classOf[entry]!]! += weights[entry]!;
      }
    },
  };
}

/** A scorer for exactly four classes, spread out so that a feature costs one look into memory. */
export function fourClassScorer(model: SparseWeights): Scorer {
  const dense = new Int8Array(model.buckets * 4);
  for (let bucket = 0; bucket < model.buckets; bucket++) {
    for (let entry = model.rows[bucket]!; entry < model.rows[bucket + 1]!; entry++)
      dense[bucket * 4 + model.classOf[entry]!] = model.weights[entry]!;
  }
  const mask = model.buckets - 1;
  return {
    score(features, count, scores) {
      let first = 0;
      let second = 0;
      let third = 0;
      let fourth = 0;
      for (let at = 0; at < count; at++) {
        const base = (features[at]! & mask) << 2;
        first += dense[base]!;
        second += dense[base + 1]!;
        third += dense[base + 2]!;
        fourth += dense[base + 3]!;
      }
      scores[0] = first;
      scores[1] = second;
      scores[2] = third;
      scores[3] = fourth;
    },
  };
}
