import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importReadings, isReadingLine } from "../../src/ledger/import-readings.ts";
import { type Ledger, openLedger } from "../../src/ledger/ledger.ts";
import { inventReading } from "./invented-reading.ts";

let folder: string;
let ledger: Ledger;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "entente-readings-"));
  ledger = await openLedger(folder);
});
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const lines = Array.from({ length: 450 }, (_, at) =>
  JSON.stringify(inventReading(`report-${at}`, {}, [{ relation: "meet", agents: ["Falcon Army", "Mizan Order"] }])),
);

async function* given(some: readonly string[]): AsyncGenerator<string> {
  yield* some;
}

test("readings made elsewhere are recorded once each, though a task wrote some of them twice", async () => {
  expect(await importReadings(ledger, given([...lines, ...lines.slice(100, 300)]))).toEqual({ rows: 450, known: 200 });
  expect(new Set(await ledger.reportIds()).size).toBe(450);
});

test("a line that is no reading is told by its number", async () => {
  await expect(importReadings(ledger, given([lines[0]!, '{"format":']))).rejects.toThrow("ledger.import: line 2");
});

test("a line of an exported ledger is told from a reading", () => {
  expect(isReadingLine(lines[0]!)).toBe(true);
  expect(isReadingLine('{"line":"ledger","format":"entente-ledger/1","batches":1}')).toBe(false);
  expect(isReadingLine("no JSON")).toBe(false);
});
