import fc from "fast-check";
import { expect, test } from "vitest";
import { splitWords } from "../../src/extract/words.ts";

const split = (text: string) => splitWords(text, 0, text.length).map((word) => word.text);

test("a shortened not stands apart from its verb, whichever apostrophe is used", () => {
  expect(split("He didn't say he wouldn’t go, and they can't.")).toEqual(
    ["He", "did", "n't", "say", "he", "would", "n’t", "go", ",", "and", "they", "ca", "n't", "."], // prettier-ignore
  );
});

test("a possessive stands apart from its owner", () => {
  expect(split("Nusra’s head and the rebels' allies")).toEqual([
    "Nusra",
    "’s",
    "head",
    "and",
    "the",
    "rebels",
    "'",
    "allies",
  ]);
});

test("Arabic names with hyphens and apostrophes are one word", () => {
  expect(split("al-Qaeda, Ahrar al-Sham and Hay'at Sana’a")).toEqual([
    "al-Qaeda",
    ",",
    "Ahrar",
    "al-Sham",
    "and",
    "Hay'at",
    "Sana’a",
  ]);
});

test("compounds with a hyphen are one word", () => {
  expect(split("U.S.-led, Saudi-backed 20-year-old")).toEqual(["U.S.-led", ",", "Saudi-backed", "20-year-old"]);
});

test("a full stop belongs to the abbreviation it shortens and to no other word", () => {
  expect(split("Gen. K. Hifter met Mr. Smith of the U.S. on Sept. 11.")).toEqual(
    ["Gen.", "K.", "Hifter", "met", "Mr.", "Smith", "of", "the", "U.S.", "on", "Sept.", "11", "."], // prettier-ignore
  );
});

test("numbers keep their points, commas and slashes", () => {
  expect(split("$1,000.50 at 10:30 on 9/11, 5% of 3.")).toEqual([
    "$",
    "1,000.50",
    "at",
    "10:30",
    "on",
    "9/11",
    ",",
    "5",
    "%",
    "of",
    "3",
    ".",
  ]);
});

test("quotation marks, brackets and dashes are words", () => {
  expect(split("“No,” he said (twice) — but…")).toEqual([
    "“",
    "No",
    ",",
    "”",
    "he",
    "said",
    "(",
    "twice",
    ")",
    "—",
    "but",
    "…",
  ]);
});

test("an address is one word", () => {
  expect(split("See https://example.org/a,b?c=1, or mail a.b@example.org.")).toEqual(
    ["See", "https://example.org/a,b?c=1", ",", "or", "mail", "a.b@example.org", "."], // prettier-ignore
  );
});

test("words are given at their places in the whole text", () => {
  const text = "One. 𝔄 two-fold 'three'.";
  for (const word of splitWords(text, 5, 16)) expect(text.slice(word.start, word.end)).toBe(word.text);
  expect(splitWords(text, 5, 16).map((word) => word.text)).toEqual(["𝔄", "two-fold"]);
});

test("words never overlap and leave only white space between them", () => {
  const texts = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[a-zA-Z'’.,“” \n\d-]*$/));
  fc.assert(
    fc.property(texts, (text) => {
      let at = 0;
      for (const word of splitWords(text, 0, text.length)) {
        expect(text.slice(at, word.start)).toMatch(
          /^[\s\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]*$/u,
        );
        expect(text.slice(word.start, word.end)).toBe(word.text);
        expect(word.end).toBeGreaterThan(word.start);
        at = word.end;
      }
      expect(text.slice(at)).toMatch(/^[\s\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]*$/u);
    }),
  );
});

test.each(["a.", "a-", "a'", "http://", "www.", "'s", ". ", "“", "1,", "x@", "\n", "A\n", "U.S."])(
  "200,000 letters of %j are split in seconds",
  (piece) => {
    const text = piece.repeat(200_000 / piece.length);
    const began = performance.now();
    splitWords(text, 0, text.length);
    expect(performance.now() - began).toBeLessThan(5000);
  },
);
