import type { Sentence } from "../tagger.ts";
import { featuresOf } from "./features.ts";
import type { WordPieces } from "./word-pieces.ts";

/** What the encoder reads at once: some whole sentences, as the model's inputs. */
export interface Window {
  /** The sentences, as numbers in the list that was cut, the last excluded. */
  from: number;
  to: number;
  /** First word of each sentence, counted in the window; then the number of words. */
  bounds: Int32Array;
  pieces: Int32Array;
  features: Int32Array;
  /** For each word the place of its first and last piece, and the number of its sentence. */
  first: Int32Array;
  last: Int32Array;
  sentences: Int32Array;
}

/** Pieces of a window of several sentences, with its two marks. As in training. */
const MOST_PIECES = 192;
/** Pieces of a window at all. What a longer sentence has beyond that is not shown to the encoder. */
const LONGEST = 500;
const START = 101; // [CLS]
const END = 102; // [SEP]

/**
 * Cuts sentences into windows, in order, each as full as whole sentences allow. How it cuts depends on these sentences
 * alone, and every window is read by itself, so the same sentences are always read the same way.
 */
export function cutWindows(sentences: readonly Sentence[], wordPieces: WordPieces): Window[] {
  const pieces = sentences.map(({ words }) => words.map(({ text }) => wordPieces(text)));
  const features = featuresOf(sentences);
  const windows: Window[] = [];
  let from = 0;
  let word = 0;
  while (from < sentences.length) {
    const to = endOfWindow(pieces, from);
    const window = fillWindow(pieces.slice(from, to), features.subarray(word));
    word += window.bounds.at(-1)!;
    if (window.first.length > 0) windows.push({ from, to, ...window });
    from = to;
  }
  return windows;
}

type Pieces = readonly (readonly number[])[];

function endOfWindow(sentences: readonly Pieces[], from: number): number {
  let size = 2;
  let to = from;
  for (; to < sentences.length; to++) {
    size += sentences[to]!.reduce((sum, word) => sum + word.length, 0);
    if (size > MOST_PIECES && to > from) break;
  }
  return to;
}

function fillWindow(sentences: readonly Pieces[], features: Uint8Array): Omit<Window, "from" | "to"> {
  const bounds = [0];
  const pieces = [START];
  const shown = [0];
  const first: number[] = [];
  const last: number[] = [];
  const numbers: number[] = [];
  for (const [number, sentence] of sentences.entries()) {
    for (const word of sentence) {
      const room = Math.min(word.length, LONGEST - 1 - pieces.length);
      for (let at = 0; at < room; at++) shown.push(features[first.length]!);
      pieces.push(...word.slice(0, Math.max(0, room)));
      // A word beyond the end is read where the window ends: it gets some tag and some head, and the tree stays whole.
      first.push(room > 0 ? pieces.length - room : pieces.length - 1);
      last.push(pieces.length - 1);
      numbers.push(number);
    }
    bounds.push(first.length);
  }
  pieces.push(END);
  shown.push(0);
  return {
    bounds: Int32Array.from(bounds),
    pieces: Int32Array.from(pieces),
    features: Int32Array.from(shown),
    first: Int32Array.from(first),
    last: Int32Array.from(last),
    sentences: Int32Array.from(numbers),
  };
}
