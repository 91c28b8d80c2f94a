import { afterAll, beforeAll } from "vitest";
import { extractReading } from "../../src/extract/extract-reading.ts";
import { type ExtractTools, openExtractTools } from "../../src/extract/tools.ts";
import type { Claim } from "../../src/terms/index.ts";
import { plainReport } from "../plain-report.ts";

/** Opens the tagger for the tests of a block, and gives what reads a sentence's claims of one relation with it. */
export function claimReader(): (text: string, relation: string) => Promise<Claim[]> {
  let tools: ExtractTools;
  beforeAll(async () => {
    tools = await openExtractTools();
  });
  afterAll(() => tools.close());
  return async (text, relation) => {
    const { value } = await extractReading(plainReport("sentence", text), tools);
    return value.claims.filter((claim) => claim.relation === relation);
  };
}
