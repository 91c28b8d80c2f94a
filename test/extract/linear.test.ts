import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLinearTagger } from "../../src/extract/linear/linear-tagger.ts";
import { splitSentences } from "../../src/extract/sentences.ts";
import type { TaggedSentence, Tagger, Token } from "../../src/extract/tagger.ts";

let tagger: Tagger;
beforeAll(async () => {
  tagger = await openLinearTagger();
});
afterAll(() => tagger.close());

async function analyse(text: string): Promise<TaggedSentence[]> {
  return (await tagger.tag(splitSentences(text, 0, text.length))).sentences;
}

/** "refused nsubj leader": the word, its label and its head's word. */
async function arcsOf(text: string): Promise<string[]> {
  const tokens = (await analyse(text)).flatMap((sentence) => sentence.tokens);
  return tokens.map(({ text, deprel, head }) => `${text} ${deprel} ${tokens[head]?.text ?? "-"}`);
}

test("whoever refuses is the subject of the refusal", async () => {
  const arcs = await arcsOf("The leader of the front refused to break the ties with the network.");
  expect(arcs).toContain("leader nsubj refused");
  expect(arcs).toContain("break xcomp refused");
  expect(arcs).toContain("ties dobj break");
});

test("whoever is killed is the subject of a passive", async () => {
  const arcs = await arcsOf("Three fighters were killed by government forces.");
  expect(arcs).toContain("fighters nsubjpass killed");
  expect(arcs).toContain("forces nmod killed");
});

test("a denied verb has its negation", async () => {
  expect(await arcsOf("The group won’t detach from al-Qaeda, he said.")).toContain("n’t neg detach");
});

test("what was said hangs from the saying", async () => {
  const arcs = await arcsOf("The minister said that the army had withdrawn from the town.");
  expect(arcs).toContain("withdrawn ccomp said");
  expect(arcs).toContain("that mark withdrawn");
});

test("a headline in title case has a verb", async () => {
  const arcs = await arcsOf("Militant Groups Fail to Unite in Fight Against Syrian Government");
  expect(arcs).toContain("Fail root -");
  expect(arcs).toContain("Groups nsubj Fail");
  expect(arcs).toContain("Unite xcomp Fail");
});

test("an Arabic name is one name, and what explains it is its apposition", async () => {
  const arcs = await arcsOf(
    "Abu Mohamad al-Golani, the head of the Nusra Front, pledged loyalty to Ayman al-Zawahiri.",
  );
  expect(arcs).toContain("al-Golani nsubj pledged");
  expect(arcs).toContain("head appos al-Golani");
  expect(arcs).toContain("Abu compound al-Golani");
});

test("nothing to read gives nothing", async () => {
  expect(await analyse("")).toEqual([]);
  const { sentences } = await tagger.tag([{ start: 3, end: 3, words: [] }]);
  expect(sentences).toEqual([{ start: 3, end: 3, tokens: [], mentions: [], names: [] }]);
});

test("every analysis is a tree with one root, over the words that were given", async () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.lorem({ mode: "sentences" }),
    fc.stringMatching(/^[a-zA-Z'’., “”\d-]*$/),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const sentences = splitSentences(text, 0, text.length);
      const { sentences: tagged } = await tagger.tag(sentences);
      expect(tagged.map(({ tokens }) => tokens.map(({ start, end, text }) => ({ start, end, text })))).toEqual(
        sentences.map(({ words }) => words),
      );
      for (const { tokens } of tagged) expectTree(tokens);
    }),
  );
});

test("a sentence of five thousand words is a tree like any other", async () => {
  const text = "the rebels who said that in Aleppo ".repeat(715);
  const [sentence] = await analyse(text);
  expect(sentence!.tokens).toHaveLength(5005);
  expectTree(sentence!.tokens);
});

function expectTree(tokens: readonly Token[]) {
  expect(tokens.filter(({ head }) => head === -1)).toHaveLength(1);
  const reaches = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) {
    const path: number[] = [];
    let above = at;
    while (above !== -1 && !reaches[above] && path.length <= tokens.length) {
      path.push(above);
      above = tokens[above]!.head;
    }
    expect(path.length).toBeLessThanOrEqual(tokens.length);
    for (const one of path) reaches[one] = 1;
  }
}
