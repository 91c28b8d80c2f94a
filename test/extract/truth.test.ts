import { describe, expect, test } from "vitest";
import { claimReader } from "./read-plain.ts";

describe("what is called true or untrue", () => {
  const read = claimReader();

  test.each([
    ["It is not true that the Iron Plough praised the judge.", "praise", "negated"],
    ["It is false that the Iron Plough attacked the Lodge.", "attack", "negated"],
    ["It cannot have been the Night Herons who killed the judge.", "kill", "negated"],
    ["It was the Night Herons who killed the mayor.", "kill", "affirmed"],
    ["It is true that the Lodge joined the Compact.", "join", "affirmed"],
    ["Sefu Adan, who leads the Night Herons, is not a doctor.", "leads", "affirmed"],
  ])("%s", async (text, relation, polarity) => {
    const told = await read(text, relation);
    expect(told.map((claim) => [claim.modality, claim.polarity])).toEqual([["actual", polarity]]);
  });

  test.each([
    ["There is talk of an alliance between the Iron Plough and the Vineyard Party.", "ally", "possible"],
    ["Claims that the Lodge attacked the Iron Plough are baseless.", "attack", "denied"],
    ["The guards had instructions to attack the Lodge.", "attack", "demanded"],
    ["Sanmiel and Varhegy are edging towards a truce.", "truce", "planned"],
  ])("%s", async (text, relation, modality) => {
    const told = await read(text, relation);
    expect(new Set(told.map((claim) => claim.modality))).toEqual(new Set([modality]));
  });

  test("whoever is replaced as leader is not said to lead", async () => {
    const told = await read("Ilonka Tarr replaced Karim Odal as head of the Border Guard on Monday.", "leads");
    expect(told.flatMap(({ agents }) => agents)).toHaveLength(told.length);
  });
});
