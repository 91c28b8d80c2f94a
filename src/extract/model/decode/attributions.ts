import type { Scores } from "../scores.ts";
import { bestStretch, rangesOf, type WordRange, wordStretches } from "./stretches.ts";

/** Logits above which a word anchors a cue, or belongs to its source, content or cue; chosen on articles held out. */
export interface AttributionSettings {
  anchor: number;
  source: number;
  content: number;
  cue: number;
  /** What it costs to begin or to end a stretch of content. */
  contentSwitch: number;
}

/** Words of the window, last excluded; `score` is the anchor's logit. */
export interface AttributedWords {
  source: WordRange[];
  cue: WordRange[];
  content: WordRange[];
  score: number;
}

/** Who says what in a window. Each anchor of a cue makes one attribution, unless no content is found for it. */
export function decodeAttributions(scores: Scores, settings: AttributionSettings): AttributedWords[] {
  const found: AttributedWords[] = [];
  for (const [at, anchor] of scores.said.subarray(0, -1).entries()) {
    const score = scores.anchors[anchor]!;
    if (!(score > settings.anchor)) continue;
    const cue = cueWords(rowOf(scores, at, "cue"), anchor, settings.cue);
    const content = wordStretches(without(rowOf(scores, at, "content"), cue, settings.content), settings.contentSwitch);
    if (content.length === 0) continue;
    const source = bestStretch(without(rowOf(scores, at, "source"), cue, settings.source));
    found.push({ source, cue: rangesOf(cue), content, score });
  }
  return found;
}

const ROLES = ["source", "content", "cue"] as const;

function rowOf({ pairs, words }: Scores, at: number, role: (typeof ROLES)[number]): Float32Array {
  const start = (at * ROLES.length + ROLES.indexOf(role)) * words;
  return pairs.subarray(start, start + words);
}

function cueWords(row: Float32Array, anchor: number, least: number): number[] {
  const words: number[] = [];
  for (let word = 0; word < row.length; word++) if (word === anchor || row[word]! > least) words.push(word);
  return words;
}

/** A cue's words are neither its source nor its content. */
const CUE = -20;

function without(row: Float32Array, cue: readonly number[], least: number): Float32Array {
  const open = row.map((score) => score - least);
  for (const word of cue) open[word] = CUE;
  return open;
}
