import type { ReportRow } from "../terms/index.ts";

/** Words in a row that two texts seldom share by chance (Broder 1997, "On the resemblance and containment of documents"). */
const shingleWords = 5;
/** Half of the shorter text stands in the longer: a trimmed wire text, or one with a paragraph added, is still a copy. */
const copiedShare = 0.5;
/** Headlines and one-line pages share too few words to say. */
const fewestShingles = 12;

/**
 * Report → the report whose text it copies: the earliest published of those that share half of their words in rows of
 * five. A report that copies nothing stands for itself.
 */
export function findCopies(
  reports: readonly ReportRow[],
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const ordered = [...reports].sort(byPublication);
  const holders = new Map<number, number[]>();
  const sizes: number[] = [];
  const originals: number[] = [];
  for (const [at, { id }] of ordered.entries()) {
    const own = shinglesOf(texts.get(id) ?? "");
    sizes.push(own.size);
    const shared = new Map<number, number>();
    for (const shingle of own) {
      for (const holder of holders.get(shingle) ?? []) shared.set(holder, (shared.get(holder) ?? 0) + 1);
      const list = holders.get(shingle);
      // What stands in fifty pages is an outlet's furniture, not a story.
      if (list === undefined) holders.set(shingle, [at]);
      else if (list.length < 50) list.push(at);
    }
    const copied = [...shared].find(
      ([holder, common]) => common / Math.max(Math.min(sizes[holder]!, own.size), fewestShingles) >= copiedShare,
    );
    originals.push(copied === undefined ? at : originals[copied[0]]!);
  }
  return new Map(ordered.map(({ id }, at) => [id, ordered[originals[at]!]!.id]));
}

function byPublication(one: ReportRow, other: ReportRow): number {
  const [a, b] = [one.published ?? "9999", other.published ?? "9999"];
  if (a !== b) return a < b ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

/** Each row of five words as a number (FNV-1a): texts by the thousand would not fit into memory as words. */
function shinglesOf(text: string): Set<number> {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(hashOf);
  const shingles = new Set<number>();
  for (let at = 0; at + shingleWords <= words.length; at += 1)
    shingles.add(
      words.slice(at, at + shingleWords).reduce((hash, word) => Math.imul(hash ^ word, 16777619), 2166136261),
    );
  return shingles;
}

function hashOf(word: string): number {
  let hash = 2166136261;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 16777619);
  return hash;
}
