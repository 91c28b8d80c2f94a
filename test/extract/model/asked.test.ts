import { expect, test } from "vitest";
import { askedOf } from "../../../src/extract/model/asked.ts";
import type { ClaimSettings } from "../../../src/extract/model/decode/claims.ts";

const claims: ClaimSettings = {
  ...{ relations: ["attack", "join"], modalities: ["actual"], least: [-1.5, -0.25] },
  hints: { plain: [3, 2], joined: [1, 0.5], listed: [0.25, 0.125] },
  ...{ agent: 0, patient: 0, voice: 0, faint: 0, spread: 0, negated: 0, temperature: 1, bias: 0 },
};
const settings = { attributions: { anchor: -0.75 }, claims };
const words = ["Norvane", "joined"].map((text) => ({ text, start: 0, end: text.length }));

test("a word's relations get the weight of every sort of hint that the lexicon gives, the others none", () => {
  const hints = (word: string) =>
    word === "joined"
      ? { plain: ["join" as const], joined: ["attack" as const], listed: ["join" as const] }
      : { plain: [], joined: [], listed: [] };
  const asked = askedOf(words, settings, hints);
  expect([...asked.claims!.hints]).toEqual([0, 0, 1, 2.125]);
  expect([...asked.claims!.least]).toEqual([-1.5, -0.25]);
  expect(asked.anchor).toBe(-0.75);
});

test("without a lexicon nothing is hinted", () => {
  expect([...askedOf(words, settings).claims!.hints]).toEqual([0, 0, 0, 0]);
  expect(askedOf(words, { attributions: settings.attributions })).toEqual({ anchor: -0.75, claims: undefined });
});
