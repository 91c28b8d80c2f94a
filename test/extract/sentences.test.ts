import fc from "fast-check";
import { expect, test } from "vitest";
import { splitSentences } from "../../src/extract/sentences.ts";

const split = (text: string) => splitSentences(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

test("a sentence ends at its full stop and not inside a title, an initial or a number", () => {
  expect(split("Gen. K. Hifter met Mr. Kobler at 3.30 p.m. on Sept. 11. They agreed.")).toEqual([
    "Gen. K. Hifter met Mr. Kobler at 3.30 p.m. on Sept. 11.",
    "They agreed.",
  ]);
});

test("an abbreviated country ends a sentence only before a word that opens one", () => {
  expect(split("He left the U.S. The rebels stayed.")).toEqual(["He left the U.S.", "The rebels stayed."]);
  expect(split("He told the U.S. Senate so.")).toEqual(["He told the U.S. Senate so."]);
});

test("the closing quotation mark belongs to the sentence it closes", () => {
  expect(split('“We refuse.” Golani left. "We do too." "Never."')).toEqual([
    "“We refuse.”",
    "Golani left.",
    '"We do too."',
    '"Never."',
  ]);
});

test("a question that someone asks is one sentence with its asker", () => {
  expect(split("“Why now?” he asked.")).toEqual(["“Why now?” he asked."]);
});

test("a broken line does not end a sentence, a blank one does", () => {
  expect(split("The rebels\nleft Aleppo\n\nno one stayed")).toEqual(["The rebels\nleft Aleppo", "no one stayed"]);
});

test("a heading is a sentence of its own", () => {
  const report =
    "Militant Groups Fail to Unite in Fight\nThe leader of the front refused to break the ties with the network.";
  expect(split(report)).toHaveLength(2);
});

test("every bullet begins a sentence", () => {
  expect(split("They want\n- a truce\n- a state")).toEqual(["They want", "- a truce", "- a state"]);
});

test("dots in mid-sentence do not end it", () => {
  expect(split("They came … and left. Wait... Who?")).toEqual(["They came … and left.", "Wait...", "Who?"]);
});

test("sentences stand in order, hold at least a word, and end where their last word ends", () => {
  const texts = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[a-zA-Z'’.?!,“” \n\d-]*$/));
  fc.assert(
    fc.property(texts, fc.nat(20), (text, start) => {
      let at = 0;
      for (const sentence of splitSentences(text, Math.min(start, text.length), text.length)) {
        expect(sentence.start).toBeGreaterThanOrEqual(at);
        expect(sentence.start).toBe(sentence.words[0]!.start);
        expect(sentence.end).toBe(sentence.words.at(-1)!.end);
        at = sentence.end;
      }
    }),
  );
});

test.each(["a. ", "A\n", "”", "Mr. ", "(\n", ". ", "“a”\n"])("200,000 letters of %j are split in seconds", (piece) => {
  const text = piece.repeat(200_000 / piece.length);
  const began = performance.now();
  splitSentences(text, 0, text.length);
  expect(performance.now() - began).toBeLessThan(5000);
});
