import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { extractReading } from "../../src/extract/extract-reading.ts";
import type { DraftMention } from "../../src/extract/mentions/draft.ts";
import { alignDescription, alignNames } from "../../src/extract/mentions/tagged-names.ts";
import { type ExtractTools, openExtractTools } from "../../src/extract/tools.ts";
import type { Tree } from "../../src/extract/tree.ts";
import { plainReport } from "../plain-report.ts";

let tools: ExtractTools;
beforeAll(async () => {
  tools = await openExtractTools();
});
afterAll(() => tools.close());

/** For each claim of a relation what its agents and patients are called, by all their mentions. */
async function partiesOf(text: string, relation: string) {
  const { value } = await extractReading(plainReport("sentence", text), tools);
  const called = (id: string): string[] => {
    const own = value.mentions.find((mention) => mention.id === id)!;
    return value.mentions
      .filter((other) => other === own || (own.actor !== null && other.actor === own.actor))
      .map(({ start, end }) => text.slice(start, end));
  };
  return value.claims
    .filter((claim) => claim.relation === relation)
    .map((claim) => ({ agents: claim.agents.flatMap(called), patients: claim.patients.flatMap(called) }));
}

describe("who the parties of a claim are", () => {
  test("somebody's niece is not somebody", async () => {
    const [claim] = await partiesOf("The Lancers elected his niece as their commander on Thursday.", "appoint");
    expect(claim!.patients.join()).toMatch(/niece/);
  });

  test("of an arrest of which nobody says who made it, whom it was made of is not the agent", async () => {
    const claims = await partiesOf("Radovan Kesh was arrested on Sunday.", "coerce");
    expect(claims.flatMap(({ agents }) => agents)).not.toContain("Radovan Kesh");
  });

  test("a clause after a preposition is about the noun before it", async () => {
    const text = "The founders said nothing of the Mizan Order, to which the Sarn Column swore loyalty in 2027.";
    const [claim] = await partiesOf(text, "pledge");
    expect(claim!.agents.join()).toContain("Sarn Column");
    expect(claim!.patients.join()).toContain("Mizan Order");
  });

  test("the city of a name is the city of that name", async () => {
    const [claim] = await partiesOf("The Northern Guard vowed to retake the city of Tamsin.", "seize");
    expect(claim!.patients).toContain("Tamsin");
  });

  test("in what somebody says, the first person is whoever says it", async () => {
    const [claim] = await partiesOf('"I will join the Harbour Pact," Ilonka Tarr said on Friday.', "join");
    expect(claim!.agents).toContain("Ilonka Tarr");
  });
});

describe("where names and descriptions end", () => {
  const words = (text: string, mentions: Tree["mentions"], heads: number[] = []): Tree =>
    ({
      tokens: text
        .split(" ")
        .map((word, at) => ({ text: word, pos: /^[A-Z]/.test(word) ? "NNP" : "NN", head: heads[at] ?? -1 })),
      mentions,
    }) as unknown as Tree;
  const name = (first: number, last: number): DraftMention =>
    ({ first, last, sort: "name", basis: "guess", text: "" }) as unknown as DraftMention;
  const align = (tree: Tree, names: DraftMention[]) =>
    alignNames(tree, names, tools.lexicon, name).map(({ first, last }) => [first, last]);

  test("a name is whole where the tagger sees it whole", () => {
    const tree = words("Order of the Dawn fighters", [{ first: 0, last: 3, type: "group", p: 0.8 }]);
    expect(align(tree, [name(0, 0), name(3, 3)])).toEqual([[0, 3]]);
  });

  test("a name is not another's title", () => {
    const tree = words("President Ilonka Tarr", [{ first: 0, last: 2, type: "person", p: 0.9 }]);
    expect(align(tree, [name(1, 2)])).toEqual([[1, 2]]);
  });

  test("one word with a capital that opens a sentence is no name because the tagger sees a person there", () => {
    expect(align(words("She left", [{ first: 0, last: 0, type: "person", p: 0.9 }]), [])).toEqual([]);
  });

  test("names stay where the tagger is unsure, or cuts across two", () => {
    const unsure = words("Morning Bell rang", [{ first: 0, last: 1, type: "party", p: 0.3 }]);
    expect(align(unsure, [name(1, 1)])).toEqual([[1, 1]]);
    const across = words("Iron Plough Vineyard Party", [{ first: 1, last: 2, type: "party", p: 0.9 }]);
    expect(align(across, [name(0, 1), name(2, 3)])).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  test("a description takes in what tells which one it is", () => {
    const text = "panel of experts";
    const tree = words(text, [{ first: 0, last: 2, type: "group", p: 0.9 }], [-1, 2, 0]);
    tree.tokens.forEach((token, at) => {
      token.start = text.split(" ").slice(0, at).join(" ").length + (at > 0 ? 1 : 0);
      token.end = token.start + token.text.length;
    });
    const panel = { ...name(0, 0), sort: "description", head: 0 } as DraftMention;
    expect(alignDescription(tree, panel, text)).toMatchObject({ first: 0, last: 2, text });
  });
});
