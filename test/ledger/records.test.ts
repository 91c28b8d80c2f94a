import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { checkLedger } from "../../src/ledger/check-ledger.ts";
import { type Ledger, openLedger } from "../../src/ledger/ledger.ts";
import { exportLedger, importLedger } from "../../src/ledger/records.ts";
import { inventTangle } from "./invented-tangle.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let folder: string;
let lines: string[];
let source: Ledger;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "entente-records-"));
  let now = 0;
  source = await openLedger(join(folder, "source"), { clock: () => new Date(2_200_000_000_000 + now++).toISOString() });
  const { parts, rulings } = inventTangle(4);
  for (const readings of parts) await source.appendAll(readings);
  await source.decide(rulings[1]![0]!, { by: "an analyst", because: "the same commander" });
  const [report] = await source.reportIds();
  await source.writeNote(
    { about: "c:00", says: "comment", text: `seen in ${report}`, answers: null },
    { by: "a reader" },
  );
  lines = await linesOf(source);
});
afterAll(async () => {
  await source.close();
  rmSync(folder, { recursive: true, force: true });
});

async function linesOf(ledger: Ledger): Promise<string[]> {
  const written: string[] = [];
  for await (const line of exportLedger(ledger)) written.push(JSON.stringify(line));
  return written;
}

async function taken(name: string, deed: (ledger: Ledger) => Promise<void>): Promise<void> {
  const ledger = await openLedger(join(folder, name));
  try {
    await deed(ledger);
  } finally {
    await ledger.close();
  }
}

describe("an exported ledger", () => {
  test("is the same after it was imported: every row, every moment, every seal", () =>
    taken("same", async (ledger) => {
      const { rows, known } = await importLedger(ledger, lines);
      expect([rows, known]).toEqual([lines.length - 1 - 5, 0]);
      expect(await linesOf(ledger)).toEqual(lines);
      expect(await ledger.holdings("9999-12-31T00:00:00Z")).toEqual(await source.holdings("9999-12-31T00:00:00Z"));
      const wrong = [];
      for await (const { notes } of checkLedger(ledger)) wrong.push(...notes);
      expect(wrong).toEqual([]);
    }));

  test("that was cut off is kept up to its last whole batch, and goes on from there", () =>
    taken("cut", async (ledger) => {
      await expect(importLedger(ledger, lines.slice(0, -1))).rejects.toThrow("the file ends after 4 of 5 batches");
      await importLedger(ledger, lines);
      expect(await linesOf(ledger)).toEqual(lines);
    }));

  test("in which anything was changed or left out is refused from that batch on, with the line", () =>
    taken("changed", async (ledger) => {
      const turned = lines.map((line) => line.replace('"publisher":"Courier"', '"publisher":"Another"'));
      await expect(importLedger(ledger, turned)).rejects.toThrow(/line \d+: the reading is not the one/);
      await expect(importLedger(ledger, lines.toSpliced(2, 1))).rejects.toThrow(/line \d+: the seal is not that/);
      await expect(importLedger(ledger, ["not JSON"])).rejects.toThrow("ledger.import: line 1");
      const ruled = lines.map((line) => line.replace("the same commander", "another reason"));
      await expect(importLedger(ledger, ruled)).rejects.toThrow("the seal is not that");
      expect(await ledger.decisions()).toEqual([]);
    }));

  test("into a ledger that has rows of its own adds what is new, under seals that hold", () =>
    taken("mixed", async (ledger) => {
      await ledger.appendAll(inventTangle(4).parts[1]!);
      const { known } = await importLedger(ledger, lines);
      expect(known).toBe(1);
      const wrong = [];
      for await (const { notes } of checkLedger(ledger)) wrong.push(...notes);
      expect(wrong).toEqual([]);
    }));
});
