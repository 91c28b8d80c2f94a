import { expect, test } from "vitest";
import type { DraftMention } from "../../src/extract/mentions/draft.ts";
import { type Told, toldMentions } from "../../src/extract/mentions/told-mentions.ts";
import type { TypedSpan } from "../../src/extract/tagger.ts";
import { growTree, type Tree } from "../../src/extract/tree.ts";
import type { Claim } from "../../src/terms/index.ts";

const text = "The former governor of Sarn met Ilva Dorn of the Reed Pact";
const heads = [2, 2, 5, 4, 2, -1, 7, 5, 11, 11, 11, 7];
const tags = ["DT", "JJ", "NN", "IN", "NNP", "VBD", "NNP", "NNP", "IN", "DT", "NNP", "NNP"];

function treeWith(mentions: TypedSpan[]): Tree {
  let at = 0;
  const tokens = text.split(" ").map((word, number) => {
    const start = text.indexOf(word, at);
    at = start + word.length;
    return { text: word, start, end: at, pos: tags[number]!, lemma: word, head: heads[number]!, deprel: "dep" };
  });
  return growTree({ start: 0, end: text.length, tokens, mentions, names: [] });
}

function draft(tree: Tree, first: number, last: number, head: number, about: Partial<DraftMention>): DraftMention {
  const [start, end] = [tree.tokens[first]!.start, tree.tokens[last]!.end];
  return {
    ...{ sentence: 0, first, last, head, start, end, text: text.slice(start, end) },
    ...{ type: "person", sort: "name", basis: "cue" },
    ...about,
  };
}

function told(tree: Tree, mentions: DraftMention[], claims: Pick<Claim, "agents" | "patients">[]): Told {
  const full = claims.map((claim) => ({ ...claim, place: null, voices: [] }) as unknown as Claim);
  const actorOf = mentions.map((_, at) => at);
  const resolution = { actorOf, nameOf: new Map(), typeOf: new Map(), aliases: [] };
  return { mentions, trees: [tree], resolution, claims: full, acting: new Set([1]) };
}

const span = (first: number, last: number, type: string): TypedSpan => ({ first, last, type, p: 0.9 });
const shown = (all: Told) => toldMentions(all).map(({ start, end, id, type }) => [text.slice(start, end), id, type]);

test("mentions stand in the words that the tagger marks, parties by their bare names too; what it does not see is left out", () => {
  const tree = treeWith([span(0, 4, "Person"), span(4, 4, "Location"), span(6, 11, "Person")]);
  const mentions = [
    draft(tree, 2, 2, 2, { sort: "description" }),
    draft(tree, 6, 7, 7, {}),
    draft(tree, 10, 11, 11, { type: "alliance" }),
  ];
  expect(shown(told(tree, mentions, [{ agents: ["m2"], patients: [] }]))).toEqual([
    ["The former governor of Sarn", "m1", "person"],
    ["Sarn", "m5", "place"],
    ["Ilva Dorn of the Reed Pact", "m4", "person"],
    ["Ilva Dorn", "m2", "person"],
  ]);
});

test("a force that the tagger takes for an organisation keeps its finer type, and one that it takes for a place does not", () => {
  const tree = treeWith([span(9, 11, "Organisation"), span(4, 4, "Location")]);
  const mentions = [draft(tree, 10, 11, 11, { type: "force" }), draft(tree, 4, 4, 4, { type: "force" })];
  expect(shown(told(tree, mentions, []))).toEqual([
    ["Sarn", "m2", "place"],
    ["the Reed Pact", "m1", "force"],
  ]);
});

test("without a tagger that looks for mentions all that the rules have found is told", () => {
  const tree = treeWith([]);
  const mentions = [draft(tree, 2, 2, 2, { sort: "description" }), draft(tree, 6, 7, 7, {})];
  expect(shown(told(tree, mentions, []))).toEqual([
    ["governor", "m1", "person"],
    ["Ilva Dorn", "m2", "person"],
  ]);
});
