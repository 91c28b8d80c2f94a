import { expect, test } from "vitest";
import { lemmaOf } from "../../src/extract/lemma.ts";

test.each([
  ["refused", "VBD", "refuse"],
  ["merging", "VBG", "merge"],
  ["allied", "VBN", "ally"],
  ["denies", "VBZ", "deny"],
  ["fought", "VBD", "fight"],
  ["repelled", "VBD", "repel"],
  ["shelled", "VBD", "shell"],
  ["negotiated", "VBN", "negotiate"],
  ["targeted", "VBN", "target"],
  ["withdrew", "VBD", "withdraw"],
  ["recaptured", "VBN", "recapture"],
  ["offering", "VBG", "offer"],
  ["’s", "VBZ", "be"],
  ["found", "VBD", "find"],
])("%s (%s) is a form of %s", (word, pos, lemma) => {
  expect(lemmaOf(word, pos)).toBe(lemma);
});

test.each([
  ["allies", "ally"],
  ["policemen", "policeman"],
  ["clashes", "clash"],
  ["truces", "truce"],
  ["crises", "crisis"],
  ["causes", "cause"],
  ["police", "police"],
  ["ties", "tie"],
])("the plural %s is of %s", (word, lemma) => {
  expect(lemmaOf(word, "NNS")).toBe(lemma);
});

test("a name stays as it is written", () => {
  expect(lemmaOf("Emirates", "NNPS")).toBe("Emirates");
});

test("a shortened not is a not, and a pronoun stands for all its cases", () => {
  expect(lemmaOf("n’t", "RB")).toBe("not");
  expect(lemmaOf("Their", "PRP$")).toBe("they");
});
