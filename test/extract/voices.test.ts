import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { extractReading } from "../../src/extract/extract-reading.ts";
import { type ExtractTools, openExtractTools } from "../../src/extract/tools.ts";
import { plainReport } from "../plain-report.ts";

describe("who bears witness", () => {
  let tools: ExtractTools;
  beforeAll(async () => {
    tools = await openExtractTools();
  }, 120_000);
  afterAll(() => tools.close());

  const voicesOf = async (text: string, relation: string): Promise<string[][]> => {
    const { value } = await extractReading(plainReport("voices", text), tools);
    return value.claims
      .filter((claim) => claim.relation === relation)
      .map((claim) => claim.voices.map((voice) => voice.name));
  };

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
});
