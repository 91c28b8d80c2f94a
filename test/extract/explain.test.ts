import { expect, test } from "vitest";
import { drawTree } from "../../src/extract/explain.ts";
import { growTree } from "../../src/extract/tree.ts";

const word = (text: string, pos: string, head: number, deprel: string) => ({
  text,
  pos,
  head,
  deprel,
  lemma: text,
  start: 0,
  end: 0,
});

test("a sentence is drawn from its root down, with its claims at their words", () => {
  const tokens = [
    word("Rebels", "NNS", 1, "nsubj"),
    word("left", "VBD", -1, "root"),
    word("the", "DT", 3, "det"),
    word("town", "NN", 1, "dobj"),
  ];
  const tree = growTree({ start: 0, end: 20, tokens, mentions: [], names: [] });
  expect(drawTree(tree, new Map([[1, "c1"]]))).toEqual([
    "  left  VBD root  ← c1",
    "  ├─ Rebels  NNS nsubj",
    "  └─ town  NN dobj",
    "     └─ the  DT det",
  ]);
});
