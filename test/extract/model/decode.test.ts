import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeAttributions } from "../../../src/extract/model/decode/attributions.ts";
import { decodeClaims } from "../../../src/extract/model/decode/claims.ts";
import { decodeMentions } from "../../../src/extract/model/decode/mentions.ts";
import { rangesOf, wordStretches } from "../../../src/extract/model/decode/stretches.ts";
import { decodeTree } from "../../../src/extract/model/decode/tree.ts";
import type { Scores } from "../../../src/extract/model/scores.ts";

/** Scores of a window in which nothing is found, but for what is given. */
function scoresOf(words: number, given: Partial<Scores>): Scores {
  return {
    words,
    pos: new Int32Array(words),
    deprels: new Int32Array(words),
    names: new Int32Array(words),
    namesP: new Float32Array(words),
    arcs: new Float32Array(words * (words + 1)),
    mentions: new Float32Array(2 * words * words).fill(-9),
    anchors: new Float32Array(words).fill(-9),
    said: Int32Array.from([...Array(words).keys(), 0]),
    pairs: new Float32Array(3 * words * words).fill(-9),
    ...given,
  };
}

const logits = (count: number) =>
  fc
    .array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: count, maxLength: count })
    .map((numbers) => Float32Array.from(numbers));
const sized = <Value>(make: (words: number) => fc.Arbitrary<Value>) =>
  fc.integer({ min: 1, max: 12 }).chain((words) => make(words).map((value) => ({ words, value })));

test("every sentence is one tree: one root, and each word's heads lead to it", () => {
  fc.assert(
    fc.property(
      sized((words) => logits(words * (words + 1))),
      ({ words, value: arcs }) => {
        const heads = decodeTree(scoresOf(words, { arcs }), 0, words);
        expect([...heads].filter((head) => head === -1)).toHaveLength(1);
        for (let word = 0; word < words; word++) {
          let at = word;
          for (let step = 0; at >= 0 && step <= words; step++) at = heads[at]!;
          expect(at).toBe(-1);
        }
      },
    ),
  );
});

test("a tree whose best heads make no circle is kept as the scores have it", () => {
  // Three words: the second is the root, the others hang from it.
  const arcs = new Float32Array(3 * 4);
  arcs[0 * 4 + 1] = 5;
  arcs[1 * 4 + 3] = 5;
  arcs[2 * 4 + 1] = 5;
  expect([...decodeTree(scoresOf(3, { arcs }), 0, 3)]).toEqual([1, -1, 1]);
});

test("a sentence in the middle of a window takes its heads from itself alone", () => {
  fc.assert(
    fc.property(logits(9 * 10), (arcs) => {
      const heads = decodeTree(scoresOf(9, { arcs }), 3, 7);
      expect(heads).toHaveLength(4);
      for (const head of heads) expect(head >= -1 && head < 4).toBe(true);
    }),
  );
});

const mentionSettings = { types: ["person", "group"], least: [0, 0], temperature: 1, widest: 5 };

test("of mentions of one type none crosses another, and none is wider than allowed", () => {
  fc.assert(
    fc.property(
      sized((words) => logits(2 * words * words)),
      ({ words, value }) => {
        const found = decodeMentions(scoresOf(words, { mentions: value }), 0, words, mentionSettings);
        for (const one of found) {
          expect(one.last - one.first).toBeLessThan(5);
          expect(one.p).toBeGreaterThanOrEqual(0.5);
          for (const other of found) {
            const cross = one.first < other.first && other.first <= one.last && one.last < other.last;
            expect(cross && one.type === other.type).toBe(false);
          }
        }
      },
    ),
  );
});

test("of two crossing mentions the surer stays, and a name within a name stays too", () => {
  const words = 5;
  const mentions = new Float32Array(2 * words * words).fill(-9);
  mentions[0 * words + 2] = 2; // words 0 to 2
  mentions[1 * words + 3] = 3; // words 1 to 3 cross them and are surer
  mentions[2 * words + 2] = 1; // word 2 lies within
  const found = decodeMentions(scoresOf(words, { mentions }), 0, words, mentionSettings);
  expect(found.map(({ first, last }) => [first, last])).toEqual([
    [1, 3],
    [2, 2],
  ]);
});

const attributionSettings = { anchor: 0, source: 0, content: 0, cue: 0, contentSwitch: 1 };

test("an attribution has content, its cue holds its anchor, and its parts share no word", () => {
  fc.assert(
    fc.property(
      sized((words) => fc.record({ anchors: logits(words), pairs: logits(3 * words * words) })),
      ({ words, value }) => {
        const found = decodeAttributions(scoresOf(words, value), attributionSettings);
        for (const { source, cue, content } of found) {
          expect(content.length).toBeGreaterThan(0);
          const wordsOf = (ranges: [number, number][]) =>
            ranges.flatMap(([from, to]) => [...Array(to - from).keys()].map((at) => from + at));
          const cueWords = wordsOf(cue);
          expect(cueWords.some((word) => value.anchors[word]! > 0)).toBe(true);
          for (const word of wordsOf(content)) expect(cueWords).not.toContain(word);
          for (const word of wordsOf(source)) expect(cueWords).not.toContain(word);
        }
      },
    ),
  );
});

test("an anchor that nothing is said at makes no attribution", () => {
  const anchors = Float32Array.from([-9, 4, -9]);
  expect(decodeAttributions(scoresOf(3, { anchors }), attributionSettings)).toEqual([]);
});

test("a stretch is not broken by one doubtful word, and is the cheapest way of choosing", () => {
  expect(wordStretches([3, 3, -0.5, 3, 3], 1)).toEqual([[0, 5]]);
  expect(wordStretches([3, 3, -5, 3, 3], 1)).toEqual([
    [0, 2],
    [3, 5],
  ]);
});

test("runs of words hold each word once", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(60)), (some) => {
      const words = some.sort((one, other) => one - other);
      const back = rangesOf(words).flatMap(([from, to]) => [...Array(to - from).keys()].map((at) => from + at));
      expect(back).toEqual(words);
    }),
  );
});

test("a party is a run of likely words around a surer one; without one the likeliest, but for a voice", () => {
  const words = 6;
  const cue = 2;
  const parties = new Float32Array(2 * 3 * words).fill(-9);
  const put = (role: number, logits: number[]) => parties.set(logits, role * words);
  put(0, [-1.2, 0.4, 5, -9, -1.2, -9]);
  put(1, [-9, -9, 5, -9, -1.7, -1.8]);
  put(2, [-9, -0.4, 5, -9, -9, -9]);
  const relations = new Float32Array(words).fill(-9);
  relations[cue] = 1;
  const [claim] = decodeClaims(
    scoresOf(words, {
      relations,
      modalities: new Float32Array(words),
      negated: new Float32Array(words).fill(-9),
      cues: Int32Array.of(cue, cue), // the likeliest of all comes again, last
      parties,
    }),
    {
      relations: ["attack"],
      modalities: ["actual"],
      least: [-0.5],
      agent: -0.5,
      patient: -0.5,
      voice: 0,
      faint: -2,
      spread: -1.5,
      negated: 0,
      temperature: 1,
      bias: 0,
    },
  );
  expect(claim).toMatchObject({ cue, agents: [[0, 2]], patients: [[4, 5]], voices: [] });
});
