import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { balanceOf } from "../../src/picture/balance.ts";
import type { Tie, TieRelation } from "../../src/terms/index.ts";

function tie(a: string, relation: TieRelation, b: string): Tie {
  const confidence = { value: 0.7, words: "likely", because: [] };
  const held = { status: "holds", since: null, until: null, reports: 1, origins: 1 } as const;
  return { id: `t:${a}${relation}${b}`, relation, a, b, ...held, confidence, claims: [] };
}

describe("structural balance", () => {
  test("the enemy of my enemy is my friend: nothing is under strain", () => {
    const { frustration, strained } = balanceOf([
      tie("A", "enemy", "B"),
      tie("B", "enemy", "C"),
      tie("A", "ally", "C"),
    ]);
    expect(frustration).toEqual({ atLeast: 0, atMost: 0 });
    expect(strained).toEqual([]);
  });

  test("an ally of both enemies puts one tie under strain", () => {
    const { frustration } = balanceOf([tie("A", "enemy", "B"), tie("B", "ally", "C"), tie("A", "ally", "C")]);
    expect(frustration).toEqual({ atLeast: 1, atMost: 1 });
  });

  test("holding a place takes no side", () => {
    expect(balanceOf([tie("A", "holds", "P"), tie("B", "holds", "P")]).ties).toBe(0);
  });

  test("the bounds hold the true index, found by trying every division", () => {
    const node = fc.integer({ min: 0, max: 6 });
    const arc = fc.tuple(node, node, fc.constantFrom<TieRelation>("ally", "enemy")).filter(([a, b]) => a < b);
    const graph = fc.uniqueArray(arc, { selector: ([a, b]) => `${a} ${b}`, maxLength: 14 });
    fc.assert(
      fc.property(graph, (arcs) => {
        const fewest = Math.min(
          ...Array.from({ length: 128 }, (_, division) => {
            const side = (one: number) => (division >> one) & 1;
            return arcs.filter(([a, b, relation]) => (side(a) === side(b)) !== (relation === "ally")).length;
          }),
        );
        const { frustration } = balanceOf(arcs.map(([a, b, relation]) => tie(`n${a}`, relation, `n${b}`)));
        expect(frustration.atLeast).toBeLessThanOrEqual(fewest);
        expect(frustration.atMost).toBe(fewest);
      }),
    );
  });
});
