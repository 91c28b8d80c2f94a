import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openReadTools, readInputs } from "../src/pipeline.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-pool-"));
  for (let at = 0; at < 12; at++) writeFileSync(join(folder, `report-${10 + at}.txt`), story(at));
  writeFileSync(join(folder, "report-15b.txt"), "");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const story = (at: number) =>
  `Forces of Norvane attacked the town of Quell on Monday, an aide to Governor Ilse Brandt ${"who ".repeat(at % 3)}said.\n\n` +
  `The Harrow Front denied that it had joined the Council of Tarn${at}. "We back nobody," its leader, Omar Veld, said.`;

async function linesWith(workers: number): Promise<string[]> {
  const tools = await openReadTools({ workers });
  const lines: string[] = [];
  try {
    for await (const outcome of readInputs([folder], tools)) lines.push(JSON.stringify(outcome));
  } finally {
    await tools.close();
  }
  return lines;
}

test("several threads read the same as one, in the same order", async () => {
  const alone = await linesWith(1);
  expect(alone.length).toBeGreaterThanOrEqual(12);
  expect(alone.join()).toContain('"relation":"attack"');
  expect(await linesWith(2)).toEqual(alone);
  expect(await linesWith(3)).toEqual(alone);
});
