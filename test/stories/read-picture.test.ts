import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openReadTools, type ReadTools, readInputs } from "../../src/pipeline.ts";
import { resolveHoldings } from "../../src/resolve/resolve-holdings.ts";
import type { Holdings, Reading } from "../../src/terms/index.ts";
import { heldFrom } from "../picture/hold-readings.ts";
import { comparePictures, summary } from "./compare-pictures.ts";
import { expectedPictures, plots, storiesFolder } from "./expected.ts";

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

/**
 * What of the expected pictures came out of the pages as Entente reads them: far less than of perfect readings
 * (picture.test.ts), so what is missing is missed in reading. Raised when reading gets better; that of ties which must not hold was 32 before weights
 * that read newspapers' sentences better (docs/evaluation.md) and leave a tie of the coalition's standing that had ended.
 */
const floors = { actors: 45, holds: 22, absent: 30, disputes: 1 };

let tools: ReadTools;
beforeAll(async () => {
  tools = await openReadTools();
});
afterAll(() => tools.close());

describe("the pictures that the stories draw", () => {
  test("are at least as near to the expected ones as they were", async () => {
    const sums = { actors: 0, holds: 0, absent: 0, disputes: 0 };
    const lines: string[] = [];
    for (const plot of plots) {
      const holdings = await readPlot(plot);
      const found = comparePictures(holdings.actors, resolveHoldings(holdings), expectedPictures(plot));
      for (const what of Object.keys(sums) as (keyof typeof sums)[]) sums[what] += found[what].right;
      lines.push(`${plot}: ${summary(found)}`);
    }
    console.log(lines.map((line) => line.split("\n")[0]).join("\n"));
    for (const [what, floor] of Object.entries(floors))
      expect(sums[what as keyof typeof sums], lines.join("\n")).toBeGreaterThanOrEqual(floor);
  });
});

async function readPlot(plot: string): Promise<Holdings> {
  const readings: Reading[] = [];
  for await (const { value } of readInputs([`${storiesFolder}/${plot}`], tools)) if (value !== null) readings.push(value);
  return heldFrom(readings);
}
