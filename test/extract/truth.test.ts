import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { extractReading } from "../../src/extract/extract-reading.ts";
import { type ExtractTools, openExtractTools } from "../../src/extract/tools.ts";
import { plainReport } from "../plain-report.ts";

describe("what is called true or untrue", () => {
  let tools: ExtractTools;
  beforeAll(async () => {
    tools = await openExtractTools();
  }, 120_000);
  afterAll(() => tools.close());

  test.each([
    ["It is not true that the Iron Plough praised the judge.", "praise", "negated"],
    ["It is false that the Iron Plough attacked the Lodge.", "attack", "negated"],
    ["It cannot have been the Night Herons who killed the judge.", "kill", "negated"],
    ["It was the Night Herons who killed the mayor.", "kill", "affirmed"],
    ["It is true that the Lodge joined the Compact.", "join", "affirmed"],
    ["Sefu Adan, who leads the Night Herons, is not a doctor.", "leads", "affirmed"],
  ])("%s", async (text, relation, polarity) => {
    const { value } = await extractReading(plainReport("truth", text), tools);
    const told = value.claims.filter((claim) => claim.relation === relation);
    expect(told.map((claim) => [claim.modality, claim.polarity])).toEqual([["actual", polarity]]);
  });
});
