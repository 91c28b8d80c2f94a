import type { Span } from "../../terms/index.ts";
import { shinglesOf } from "../shingles.ts";

const ownShare = 0.5; // Half of a sentence's rows of words stand in the original: it is the original's, edited.

/** The sentences of a copy that its original does not have: spans of the copy's text, in order. */
export function ownSentences(copy: string, original: string): Span[] {
  const known = new Set(shinglesOf(original));
  const spans: Span[] = [];
  for (const { segment, index } of new Intl.Segmenter("en", { granularity: "sentence" }).segment(copy)) {
    const words = segment.trim();
    const rows = shinglesOf(words);
    if (rows.length === 0 || rows.filter((row) => known.has(row)).length > rows.length * ownShare) continue;
    const start = index + segment.indexOf(words);
    spans.push([start, start + words.length]);
  }
  return spans;
}
