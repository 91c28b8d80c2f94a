import { expect, test } from "vitest";
import type { ClaimTools } from "../../../src/extract/claims/find-claims.ts";
import { taggedClaims } from "../../../src/extract/claims/tagged-claims.ts";
import type { DraftMention } from "../../../src/extract/mentions/draft.ts";
import type { TaggedClaim } from "../../../src/extract/tagger.ts";
import { growTree } from "../../../src/extract/tree.ts";

const words = ["Norvane", "will", "not", "arm", "Ostel"];
const tokens = words.map((text, at) => {
  const start = words.slice(0, at).join(" ").length + (at === 0 ? 0 : 1);
  const deprel = ["nsubj", "aux", "neg", "root", "dobj"][at]!;
  const pos = ["NNP", "MD", "RB", "VB", "NNP"][at]!;
  return { text, start, end: start + text.length, pos, lemma: text, head: at === 3 ? -1 : 3, deprel };
});
const tree = growTree({ start: 0, end: 29, tokens, mentions: [], names: [] });
const named = (at: number): DraftMention => ({
  ...{ sentence: 0, first: at, last: at, head: at, start: tokens[at]!.start, end: tokens[at]!.end },
  ...{ type: "state", sort: "name", basis: "list", text: words[at]! },
});
const tools = { mentions: [named(0), named(4)] } as unknown as ClaimTools;
const word = (at: number) => [{ sentence: 0, first: at, last: at }];

test.each([
  ["refused", "affirmed"],
  ["denied", "affirmed"],
  ["attempted", "affirmed"],
  ["planned", "negated"],
] as const)("what is %s and negated is %s", (modality, polarity) => {
  const about = { sentence: 0, token: 3, relation: "aid", modality, negated: true, p: 0.5 } as const;
  const claim: TaggedClaim = { ...about, agents: word(0), patients: word(4), voices: [] };
  expect(taggedClaims([claim], [tree], tools)).toMatchObject([
    { agents: [0], patients: [1], manner: { modality, polarity } },
  ]);
});
