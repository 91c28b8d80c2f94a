import type { ReportRow } from "../terms/index.ts";
import { daysOf } from "./days.ts";
import { HolderLists } from "./holder-lists.ts";

/** Words in a row that two texts seldom share by chance (Broder 1997, "On the resemblance and containment of documents"). */
const shingleWords = 5;
/** Half of the shorter text stands in the longer: a trimmed wire text, or one with a paragraph added, is still a copy. */
const copiedShare = 0.5;
/** Headlines and one-line pages share too few words to say. */
const fewestShingles = 12;
/** Of a sampled text, this few tell. */
const fewestSampled = 6;
/** Past so many rows of words every second is left out, then every second of these, and so on (Broder's MOD sketches). */
const mostShingles = 256;

/** A text as the hashes of its rows of five words: of a long one, those that are divisible by 2 to the power of its level. */
export interface TextSketch {
  level: number;
  hashes: Int32Array;
}

export function sketchOf(text: string): TextSketch {
  let hashes = shinglesOf(text);
  let level = 0;
  for (; hashes.length > mostShingles; level += 1) hashes = hashes.filter((hash) => isOfLevel(hash, level + 1));
  return { level, hashes };
}

const isOfLevel = (hash: number, level: number): boolean => (hash & (2 ** level - 1)) === 0;

/** What is needed of a report to put reports in the order in which they were published. */
export type Published = Pick<ReportRow, "id" | "published" | "captured">;

/**
 * Report → the report whose text it copies: the earliest published of those that share half of their words in rows of
 * five. A report that copies nothing stands for itself. What was published later never changes what an earlier one copies.
 */
export function findCopies(
  reports: readonly Published[],
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return findSketchedCopies(reports, ({ id }) => sketchOf(texts.get(id) ?? ""));
}

/** The same of texts that are kept as sketches; each is asked for once. */
export function findSketchedCopies(
  reports: readonly Published[],
  sketchOfReport: (report: Published) => TextSketch,
): ReadonlyMap<string, string> {
  const ordered = reports.map((report) => ({ report, key: publicationKey(report) })).sort(byKey);
  const holders = new HolderLists();
  const sketches: TextSketch[] = [];
  const originals = new Int32Array(ordered.length);
  const shared = new Int32Array(ordered.length);
  for (const [at, { report }] of ordered.entries()) {
    const own = sketchOfReport(report);
    sketches.push(own);
    const met: number[] = [];
    for (const hash of own.hashes)
      holders.add(hash, at, (holder) => {
        if (shared[holder] === 0) met.push(holder);
        shared[holder]! += 1;
      });
    let copied = -1;
    for (const holder of met) {
      if ((copied < 0 || holder < copied) && isCopy(own, sketches[holder]!, shared[holder]!)) copied = holder;
      shared[holder] = 0;
    }
    originals[at] = copied < 0 ? at : originals[copied]!;
  }
  return new Map(ordered.map(({ report }, at) => [report.id, ordered[originals[at]!]!.report.id]));
}

/** Both are held against each other at the level of the one that more was left out of. */
function isCopy(one: TextSketch, other: TextSketch, common: number): boolean {
  const level = Math.max(one.level, other.level);
  const size = Math.min(sizeAt(one, level), sizeAt(other, level));
  const fewest = level === 0 ? fewestShingles : fewestSampled;
  return common / Math.max(size, fewest) >= copiedShare;
}

function sizeAt({ level, hashes }: TextSketch, asked: number): number {
  if (level === asked) return hashes.length;
  let size = 0;
  for (const hash of hashes) if (isOfLevel(hash, asked)) size += 1;
  return size;
}

/** By the day by which a report is known to have been published; what has no date comes last. */
function publicationKey({ id, published, captured }: Published): string {
  const known = daysOf(published) ?? daysOf(captured);
  return `${known?.end ?? "9999-99-99"} ${published ?? "9999"} ${id}`;
}

const byKey = ({ key: one }: { key: string }, { key: other }: { key: string }): number => (one < other ? -1 : 1);

/** Each row of five words as a number (FNV-1a), each number once. */
function shinglesOf(text: string): Int32Array {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(hashOf);
  const shingles = new Set<number>();
  for (let at = 0; at + shingleWords <= words.length; at += 1) {
    let hash = 2166136261;
    for (let place = at; place < at + shingleWords; place += 1) hash = Math.imul(hash ^ words[place]!, 16777619);
    shingles.add(hash ^ (hash >>> 15));
  }
  return Int32Array.from(shingles);
}

function hashOf(word: string): number {
  let hash = 2166136261;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 16777619);
  return hash;
}
