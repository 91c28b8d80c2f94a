import { mix } from "../shingles.ts";
import { levels, mostSamples, type Signature, signatureOf } from "./signature.ts";

/** What is known of a text beside its words. */
export interface Provenance {
  /** The agency whose text it says it is. */
  agency?: string | null;
  /** The outlet. */
  publisher?: string | null;
}

/** An earlier text that a text copies. */
export interface CopyMatch {
  /** The number that the earlier text was added under. */
  of: number;
  /** How much of the shorter text's sampled shingles the two share, 0 to 1. */
  share: number;
}

const keys = 20; // Of each text; two texts that share a fifth of their rows have one of twenty in common in 98 of 100 cases.
const slots = 8; // Texts that a bucket remembers, the first to come; what stands in more is found by its other keys.
const fewestShared = 6; // Samples; under that, chance and a common name are enough.

/** Least share of a copy; found on the generated set of bench/copies.ts, other seeds than it is measured on. */
const leastShare = 0.24;
const withSameAgency = 0.21;
const withOtherAgency = 0.3;
const withSamePublisher = 0.3;

/** The numbers of the agency and of the publisher, 0 where none is known. */
type Sides = readonly [agency: number, publisher: number];

/** A row of words that stands in eight texts otherwise unlike is the furniture of an outlet, and shows nothing. */
const commonAt = 8;
const sameText = 0.5;

const chunkBits = 12;
const chunkSize = 1 << chunkBits;

/**
 * Texts by their signatures, added one after the other and never stored themselves: about 430 bytes each. Each new text is
 * looked up among those added before it. `capacity` is the number of texts that are expected; more may come, and find less.
 */
export class CopyIndex {
  #size = 0;
  readonly #mask: number;
  /** Bucket after bucket, the numbers of its texts plus one; 0 is free. */
  readonly #buckets: Uint32Array;
  #samples: Uint16Array[] = [];
  #counts: Uint8Array[] = [];
  #sides: Uint16Array[] = [];
  /** In how many texts unlike each other a row of words has stood, by its last bits. */
  readonly #seen: Uint8Array;
  readonly #seenMask: number;
  readonly #names = new Map<string, number>();
  readonly #marks = new Uint32Array(65_536);
  #mark = 0;

  constructor(capacity = 10_000) {
    const buckets = 2 ** Math.max(10, Math.ceil(Math.log2((capacity * keys) / slots)));
    this.#mask = buckets - 1;
    this.#buckets = new Uint32Array(buckets * slots);
    this.#seen = new Uint8Array(buckets * 16);
    this.#seenMask = this.#seen.length - 1;
  }

  get size(): number {
    return this.#size;
  }

  /** Bytes of the arrays. */
  get bytes(): number {
    const sum = (arrays: readonly { byteLength: number }[]) =>
      arrays.reduce((all, { byteLength }) => all + byteLength, 0);
    return sum([this.#buckets, this.#seen, this.#marks, ...this.#samples, ...this.#counts, ...this.#sides]);
  }

  /** Adds a text, and gives the earlier one that shares most with it, when it is a copy; else null. */
  add(text: string, about: Provenance = {}): CopyMatch | null {
    return this.addSigned(signatureOf(text), about);
  }

  /** The same for a text whose signature is kept. */
  addSigned(signature: Signature, about: Provenance = {}): CopyMatch | null {
    const sides = [this.#numberOf(about.agency), this.#numberOf(about.publisher)] as const;
    const match = this.#find(signature, sides);
    this.#keep(signature, sides);
    if ((match?.share ?? 0) < sameText)
      for (const shingle of signature.shingles) {
        const cell = shingle & this.#seenMask;
        if (this.#seen[cell]! < commonAt) this.#seen[cell]! += 1;
      }
    return match;
  }

  #find(signature: Signature, sides: Sides): CopyMatch | null {
    const candidates = new Set<number>();
    for (const key of signature.shingles.subarray(0, keys)) {
      const from = this.#bucketOf(key);
      for (let slot = from; slot < from + slots && this.#buckets[slot]! > 0; slot += 1)
        candidates.add(this.#buckets[slot]! - 1);
    }
    let best: CopyMatch | null = null;
    for (const other of [...candidates].sort((one, two) => one - two)) {
      const share = this.#shareWith(signature, other);
      if (share >= this.#leastShare(sides, other) && share > (best?.share ?? 0)) best = { of: other, share };
    }
    return best;
  }

  /** The tag of one agency on both makes a copy likelier, the tags of two less so; an outlet carries its own words from story to story. */
  #leastShare([agency, publisher]: Sides, other: number): number {
    const [chunk, at] = [this.#sides[other >> chunkBits]!, (other & (chunkSize - 1)) * 2];
    if (agency !== 0 && chunk[at] !== 0) return agency === chunk[at] ? withSameAgency : withOtherAgency;
    return publisher !== 0 && publisher === chunk[at + 1] ? withSamePublisher : leastShare;
  }

  #shareWith(signature: Signature, other: number): number {
    const [chunk, at] = [other >> chunkBits, other & (chunkSize - 1)];
    const counts = this.#counts[chunk]!;
    const level = Math.max(signature.level, counts[at * (levels + 1) + levels]!);
    const [own, theirs] = [signature.counts[level]!, counts[at * (levels + 1) + level]!];
    const [rare, common] = [++this.#mark, ++this.#mark];
    let furniture = 0;
    for (let sample = 0; sample < own; sample += 1) {
      const isCommon = this.#seen[signature.shingles[sample]! & this.#seenMask]! >= commonAt;
      this.#marks[signature.samples[sample]!] = isCommon ? common : rare;
      if (isCommon) furniture += 1;
    }
    const samples = this.#samples[chunk]!;
    let [shared, sharedFurniture] = [0, 0];
    for (let sample = at * mostSamples; sample < at * mostSamples + theirs; sample += 1) {
      const mark = this.#marks[samples[sample]!];
      if (mark === rare) shared += 1;
      else if (mark === common) sharedFurniture += 1;
    }
    return shared < fewestShared ? 0 : shared / Math.min(own - furniture, theirs - sharedFurniture);
  }

  #keep({ samples, counts, level, shingles }: Signature, sides: Sides): void {
    const number = this.#size++;
    const [chunk, at] = [number >> chunkBits, number & (chunkSize - 1)];
    if (at === 0) {
      this.#samples.push(new Uint16Array(chunkSize * mostSamples));
      this.#counts.push(new Uint8Array(chunkSize * (levels + 1)));
      this.#sides.push(new Uint16Array(chunkSize * 2));
    }
    this.#samples[chunk]!.set(samples, at * mostSamples);
    this.#counts[chunk]!.set([...counts, level], at * (levels + 1));
    this.#sides[chunk]!.set(sides, at * 2);
    for (const key of shingles.subarray(0, keys)) {
      const from = this.#bucketOf(key);
      for (let slot = from; slot < from + slots; slot += 1)
        if (this.#buckets[slot] === 0) {
          this.#buckets[slot] = number + 1;
          break;
        }
    }
  }

  #bucketOf = (key: number): number => (mix(key ^ 0x27d4eb2f) & this.#mask) * slots;

  /** Names as numbers, 0 for none; names beyond 65,535 count as none. */
  #numberOf(name: string | null | undefined): number {
    const folded = name?.trim().toLowerCase();
    if (!folded) return 0;
    const number = this.#names.get(folded) ?? this.#names.size + 1;
    if (number > 65_535) return 0;
    this.#names.set(folded, number);
    return number;
  }
}
