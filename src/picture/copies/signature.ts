import { mix, shinglesOf } from "../shingles.ts";

/** Most samples that a signature holds. */
export const mostSamples = 112;
/** Halvings of the sample that are told apart. */
export const levels = 10;

/**
 * A sample of a text's shingles from which the share that two texts have in common can be told, whatever their lengths: those
 * whose rank is under a threshold that halves until few enough are left (FracMinHash: Irber et al. 2022; after Broder 1997).
 */
export interface Signature {
  /** Sixteen bits of each sampled shingle, the lowest rank first. */
  samples: Uint16Array;
  /** How many of the samples are left at each level. */
  counts: Uint8Array;
  /** The level of the sample: one shingle in `2 ** level`. */
  level: number;
  /** The sampled shingles whole, in the same order. */
  shingles: Uint32Array;
}

/** The signature of a text of any length. */
export function signatureOf(text: string): Signature {
  const shingles = Uint32Array.from(new Set(shinglesOf(text))).sort(); // The hash is the rank.
  let level = 0;
  let size = shingles.length;
  while (size > mostSamples && level < levels - 1) size = countBelow(shingles, rankAt(++level));
  return signatureFrom(level, shingles.slice(0, Math.min(size, mostSamples)));
}

/** The signature again from its level and its sampled shingles, which is all that has to be kept of it. */
export function signatureFrom(level: number, shingles: Uint32Array): Signature {
  const size = shingles.length;
  const samples = new Uint16Array(size);
  for (let at = 0; at < size; at += 1) samples[at] = mix(shingles[at]! ^ 0x5bd1e995) & 0xffff;
  const counts = new Uint8Array(levels);
  for (let each = 0; each < levels; each += 1) counts[each] = Math.min(size, countBelow(shingles, rankAt(each)));
  return { samples, counts, level, shingles };
}

const rankAt = (level: number): number => 2 ** (32 - level);

function countBelow(sorted: Uint32Array, rank: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}
