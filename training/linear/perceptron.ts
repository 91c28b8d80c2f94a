import type { Scorer, SparseWeights } from "../../src/extract/linear/weights.ts";

/** A perceptron whose weights are averaged over all its steps (Collins 2002; the sums as in Daumé 2006). */
export class Perceptron implements Scorer {
  readonly classes: number;
  readonly buckets: number;
  readonly weights: Float32Array;
  readonly sums: Float64Array;
  steps = 1;

  constructor(classes: number, buckets: number) {
    this.classes = classes;
    this.buckets = buckets;
    this.weights = new Float32Array(classes * buckets);
    this.sums = new Float64Array(classes * buckets);
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const { classes, weights } = this;
    const mask = this.buckets - 1;
    scores.fill(0);
    for (let at = 0; at < count; at++) {
      const base = (features[at]! & mask) * classes;
      for (let one = 0; one < classes; one++) scores[one]! += weights[base + one]!;
    }
  }

  /** Moves the weights towards `right` and away from `wrong`. */
  learn(features: Int32Array, count: number, right: number, wrong: number): void {
    const mask = this.buckets - 1;
    for (let at = 0; at < count; at++) {
      const base = (features[at]! & mask) * this.classes;
      this.weights[base + right]! += 1;
      this.weights[base + wrong]! -= 1;
      this.sums[base + right]! += this.steps;
      this.sums[base + wrong]! -= this.steps;
    }
  }

  /** This perceptron with its averages in place of its weights; it is not to learn any more. */
  averaged(): Scorer {
    for (let at = 0; at < this.weights.length; at++) this.weights[at]! -= this.sums[at]! / this.steps;
    return this;
  }

  /** The averages as whole numbers of one byte; those that round to less than `least` are left out. */
  average(least: number): SparseWeights {
    const { classes, buckets, steps } = this;
    const size = classes * buckets;
    let greatest = 0;
    const averages = new Float32Array(size);
    for (let at = 0; at < size; at++) {
      averages[at] = this.weights[at]! - this.sums[at]! / steps;
      greatest = Math.max(greatest, Math.abs(averages[at]!));
    }
    const unit = unitOf(averages, greatest);
    const places: number[] = [];
    const counts: number[] = [];
    const classOf: number[] = [];
    const values: number[] = [];
    for (let bucket = 0; bucket < buckets; bucket++) {
      const before = values.length;
      for (let one = 0; one < classes; one++) {
        const value = Math.max(-127, Math.min(127, Math.round(averages[bucket * classes + one]! / unit)));
        if (Math.abs(value) < least) continue;
        classOf.push(one);
        values.push(value);
      }
      if (values.length === before) continue;
      places.push(bucket);
      counts.push(values.length - before);
    }
    return {
      classes,
      buckets,
      places: Uint32Array.from(places),
      counts: Uint8Array.from(counts),
      classOf: Uint8Array.from(classOf),
      weights: Int8Array.from(values),
    };
  }
}

/** The weight that 1 stands for: nearly all weights keep their size, the greatest few are cut to 127. */
function unitOf(averages: Float32Array, greatest: number): number {
  const bins = new Uint32Array(4096);
  let filled = 0;
  for (const average of averages) {
    if (average === 0) continue;
    filled++;
    bins[Math.min(4095, Math.floor((Math.abs(average) / greatest) * 4096))]!++;
  }
  let above = 0;
  let bin = 4095;
  for (; bin > 0 && above < filled * 0.0005; bin--) above += bins[bin]!;
  return (((bin + 1) / 4096) * greatest) / 127;
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The values in a random order. */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const order = [...values];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
