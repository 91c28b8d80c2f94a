import { describe, expect, test } from "vitest";
import { claimReader } from "./read-plain.ts";

describe("who bears witness", () => {
  const read = claimReader();
  const voicesOf = async (text: string, relation: string): Promise<string[][]> =>
    (await read(text, relation)).map((claim) => claim.voices.map((voice) => voice.name));

  test("a wish is the wisher's act, and no testimony", async () => {
    expect(await voicesOf("Talvia does not wish to leave the Northern Compact.", "leave")).toEqual([[]]);
  });

  test("whoever says that something was done is a voice", async () => {
    expect(await voicesOf("Talvia said that Ostmark had left the Northern Compact.", "leave")).toEqual([["Talvia"]]);
  });

  test("of a clause that describes somebody, it is whom it describes", async () => {
    const text = "The Skerry Brotherhood, which denies any link with the Long Isle Army, said no order had been given.";
    expect(new Set((await voicesOf(text, "affiliate")).flat())).toEqual(new Set(["Skerry Brotherhood"]));
  });

  test("whoever is told does not tell, but for an outlet", async () => {
    const text = "Her father told the Harbour Council that the Skerry Brotherhood had attacked Ravnsund.";
    expect((await voicesOf(text, "attack")).flat()).not.toContain("Harbour Council");
    const heard = "Two officials told the Morning Post that the Skerry Brotherhood had attacked Ravnsund.";
    expect((await voicesOf(heard, "attack")).flat()).toContain("Morning Post");
  });
});
