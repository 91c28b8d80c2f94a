import fc from "fast-check";
import { expect, test } from "vitest";
import { cutWindows } from "../../../src/extract/model/windows.ts";
import { wordPieces } from "../../../src/extract/model/word-pieces.ts";

const pieces = wordPieces("[UNK]\na\nb\n##b\n");

function sentencesOf(lengths: readonly number[]) {
  let at = 0;
  return lengths.map((length) => {
    const words = [...Array(length).keys()].map(() => {
      at += 3;
      return { text: "ab", start: at - 3, end: at - 1 };
    });
    return { start: words[0]?.start ?? at, end: at, words };
  });
}

test("every word is in one window, sentences stay whole, and no window is longer than the encoder reads", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 12 }), (lengths) => {
      const windows = cutWindows(sentencesOf(lengths), pieces);
      let next = 0;
      for (const window of windows) {
        expect(window.from).toBe(next);
        next = window.to;
        const sizes = lengths.slice(window.from, window.to);
        expect(window.first).toHaveLength(sizes.reduce((sum, size) => sum + size, 0));
        expect(sizes.map((_, at) => window.bounds[at + 1]! - window.bounds[at]!)).toEqual(sizes);
        expect(window.pieces.length).toBeLessThanOrEqual(501);
        expect(window.features).toHaveLength(window.pieces.length);
        for (const place of [...window.first, ...window.last]) expect(place < window.pieces.length).toBe(true);
      }
      expect(next).toBe(lengths.length);
    }),
    { numRuns: 40 },
  );
});

test("sentences without words make no window", () => {
  expect(cutWindows([{ start: 0, end: 0, words: [] }], pieces)).toEqual([]);
});

test("a word is cut into its longest pieces, without its capitals and accents", () => {
  const known = wordPieces("[UNK]\nre\n##fused\ncafe\n");
  expect(known("Refused")).toEqual([1, 2]);
  expect(known("Café")).toEqual([3]);
  expect(known("zzz")).toEqual([0]);
});
