import { expect, test } from "vitest";
import { findAliases } from "../../src/extract/coreference/aliases.ts";
import type { DraftMention } from "../../src/extract/mentions/draft.ts";

/** The aliases of a text whose names stand in square brackets, each pair with the words that say so. */
function aliasesIn(marked: string): string[] {
  const names: DraftMention[] = [];
  let text = "";
  for (const [at, piece] of marked.split(/[[\]]/).entries()) {
    const start = text.length;
    text += piece;
    if (at % 2 === 1)
      names.push({
        ...{ sentence: 0, first: at, last: at, head: at, start, end: text.length, text: piece },
        ...{ type: "organisation", sort: "name", basis: "guess" },
      });
  }
  return findAliases(names, text).map(
    ({ one, other, cue }) => `${names[one]!.text} = ${names[other]!.text}: ${text.slice(...cue)}`,
  );
}

test.each([
  ["[Marsh Front], also known as [Sedge],", ["Marsh Front = Sedge: , also known as"]],
  ["[Marsh Front], known by its Tarian acronym as [MFT],", ["Marsh Front = MFT: , known by its Tarian acronym as"]],
  ["[Ilva Dorn] (born 1961), also known as [Reed],", ["Ilva Dorn = Reed: , also known as"]],
  ["The [Lamp House], officially the [Society of Readers],", ["Lamp House = Society of Readers: , officially the"]],
  ["the [Coast Command]'s ([COCOM]) ships", ["Coast Command = COCOM: 's ("]],
  ["[Dorn]'s ([Varga]'s) men", []],
  ["[Marsh Front] and [Sedge]", []],
])("%s", (marked, aliases) => {
  expect(aliasesIn(marked)).toEqual(aliases);
});
