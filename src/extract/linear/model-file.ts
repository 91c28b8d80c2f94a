import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip, gzipSync } from "node:zlib";
import type { SparseWeights } from "./weights.ts";

/** Everything the tagger knows, as trained. */
export interface LinearModel {
  version: string;
  tags: string[];
  labels: string[];
  lexicon: Map<number, number>;
  pos: SparseWeights;
  /** For the parser that reads from the end and advises the other. */
  backwardArcs: SparseWeights;
  arcs: SparseWeights;
  arcLabels: SparseWeights;
}

interface Header {
  version: string;
  tags: string[];
  labels: string[];
  lexicon: number;
  weights: Record<
    (typeof PARTS)[number],
    { classes: number; buckets: number; gaps: number; rows: number; entries: number }
  >;
}

const SIGN = "ENTL";
const PARTS = ["pos", "backwardArcs", "arcs", "arcLabels"] as const;

/** Reads a model file, or throws an error that names it. */
export async function readLinearModel(file: string): Promise<LinearModel> {
  let packed: Buffer;
  try {
    packed = await readFile(file);
  } catch (cause) {
    throw new Error(`${file}: the tagger's model cannot be read`, { cause });
  }
  if (packed.toString("latin1", 0, 4) !== SIGN) throw new Error(`${file}: this is not a model of the linear tagger`);
  return decodeLinearModel(await promisify(gunzip)(packed.subarray(4)));
}

/**
 * The file's bytes: a sign, then gzipped: the length of the header, the header as JSON, and the numbers. Kinds of numbers
 * stand in streams of their own, where gzip finds them alike.
 */
export function encodeLinearModel(model: LinearModel): Buffer {
  const streams: Uint8Array[] = [];
  const lexicon = [...model.lexicon].sort(([a], [b]) => a - b);
  streams.push(
    bytesOf(Int32Array.from(lexicon, ([hash]) => hash)),
    Uint8Array.from(lexicon, ([, entry]) => entry),
  );
  const weights = {} as Header["weights"];
  for (const part of PARTS) {
    const { classes, buckets, places, counts, classOf, weights: values } = model[part];
    const gaps = gapsBetween(places);
    weights[part] = { classes, buckets, gaps: gaps.length, rows: counts.length, entries: values.length };
    streams.push(gaps, counts, classOf, bytesOf(values));
  }
  const header: Header = {
    version: model.version,
    tags: model.tags,
    labels: model.labels,
    lexicon: lexicon.length,
    weights,
  };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([Buffer.from(SIGN), gzipSync(Buffer.concat([length, json, ...streams]), { level: 9 })]);
}

/** From each filled bucket to the next, a byte a gap; 255 means that the gap goes on in the next byte. */
function gapsBetween(places: Uint32Array): Uint8Array {
  const gaps: number[] = [];
  let last = -1;
  for (const place of places) {
    let gap = place - last - 1;
    for (; gap >= 255; gap -= 255) gaps.push(255);
    gaps.push(gap);
    last = place;
  }
  return Uint8Array.from(gaps);
}

function bytesOf(numbers: Int32Array | Int8Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function decodeLinearModel(bytes: Buffer): LinearModel {
  let at = 4 + bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString("utf8", 4, at)) as Header;
  const take = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const hashes = take(header.lexicon * 4);
  const entries = take(header.lexicon);
  const lexicon = new Map<number, number>();
  for (let word = 0; word < header.lexicon; word++) lexicon.set(hashes.readInt32LE(word * 4), entries[word]!);
  const [pos, backwardArcs, arcs, arcLabels] = PARTS.map((part) => decodeWeights(header.weights[part], take));
  const weights = { pos: pos!, backwardArcs: backwardArcs!, arcs: arcs!, arcLabels: arcLabels! };
  return { version: header.version, tags: header.tags, labels: header.labels, lexicon, ...weights };
}

function decodeWeights(size: Header["weights"]["pos"], take: (length: number) => Buffer): SparseWeights {
  const { classes, buckets, entries } = size;
  const gaps = take(size.gaps);
  const places = new Uint32Array(size.rows);
  let bucket = -1;
  let gapAt = 0;
  for (let row = 0; row < places.length; row++) {
    bucket++;
    while (gaps[gapAt] === 255) bucket += gaps[gapAt++]!;
    bucket += gaps[gapAt++]!;
    places[row] = bucket;
  }
  const counts = new Uint8Array(take(size.rows));
  return {
    classes,
    buckets,
    places,
    counts,
    classOf: new Uint8Array(take(entries)),
    weights: new Int8Array(take(entries)),
  };
}
