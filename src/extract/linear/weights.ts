/** Scores classes from features. In training the weights are dense floats, at work the sparse integers below. */
export interface Scorer {
  /** Sets `scores` to each class's sum over the first `count` features, or to that and some number alike for all. */
  score(features: Int32Array, count: number, scores: Float64Array): void;
}

/** Weights by bucket: those of the filled bucket `places[n]` are the next `counts[n]` of `classOf` and `weights`. */
export interface SparseWeights {
  classes: number;
  /** Number of buckets, a power of two; a feature falls into bucket `feature & (buckets - 1)`. */
  buckets: number;
  places: Uint32Array;
  counts: Uint8Array;
  classOf: Uint8Array;
  weights: Int8Array;
}

/** A scorer that keeps the rows as they are: for many classes, of which a feature speaks for few. */
export function sparseScorer(model: SparseWeights): Scorer {
  const rows = rowsOf(model);
  const entries = new Int16Array(model.weights.length);
  // Weight and class in one number, to be fetched together.
  for (let at = 0; at < entries.length; at++) entries[at] = (model.weights[at]! << 8) | model.classOf[at]!;
  const mask = model.buckets - 1;
  return {
    score(features, count, scores) {
      scores.fill(0);
      for (let feature = 0; feature < count; feature++) {
        const bucket = features[feature]! & mask;
        const end = rows[bucket + 1]!;
        for (let at = rows[bucket]!; at < end; at++) {
          const entry = entries[at]!;
          scores[entry & 255]! += entry >> 8;
        }
      }
    },
  };
}

/** Where each bucket's entries begin; they end where the next one's begin. */
function rowsOf({ buckets, places, counts }: SparseWeights): Uint32Array {
  const rows = new Uint32Array(buckets + 1);
  let bucket = 0;
  let total = 0;
  for (let filled = 0; filled < places.length; filled++) {
    while (bucket <= places[filled]!) rows[bucket++] = total;
    total += counts[filled]!;
  }
  return rows.fill(total, bucket);
}

/**
 * A scorer for exactly four classes and at most 256 features. A bucket's four weights are the bytes of one number, so that
 * a feature costs one look into memory; 128 is added to each, so that none is negative; two classes are summed at a time in the halves of a number.
 */
export function fourClassScorer(model: SparseWeights): Scorer {
  const bytes = new Uint8Array(model.buckets * 4).fill(128);
  let entry = 0;
  for (let filled = 0; filled < model.places.length; filled++) {
    const base = model.places[filled]! * 4;
    for (let left = model.counts[filled]!; left > 0; left--, entry++)
      bytes[base + model.classOf[entry]!] = model.weights[entry]! + 128;
  }
  const packed = new Int32Array(bytes.buffer);
  const mask = model.buckets - 1;
  return {
    score(features, count, scores) {
      let even = 0;
      let odd = 0;
      for (let at = 0; at < count; at++) {
        const four = packed[features[at]! & mask]!;
        even = (even + (four & 0x00ff00ff)) | 0;
        odd = (odd + ((four >>> 8) & 0x00ff00ff)) | 0;
      }
      scores[0] = even & 0xffff;
      scores[1] = odd & 0xffff;
      scores[2] = even >>> 16;
      scores[3] = odd >>> 16;
    },
  };
}
