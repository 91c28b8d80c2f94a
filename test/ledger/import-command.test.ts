import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { inventReading } from "./invented-reading.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readings = ["one", "two", "three"]
  .map((name) =>
    JSON.stringify(inventReading(name, {}, [{ relation: "meet", agents: ["Falcon Army", "Mizan Order"] }])),
  )
  .join("\n");

const takeIn = (file: string, input?: string) =>
  spawnSync(
    process.execPath,
    [join(import.meta.dirname, "../../src/cli/main.ts"), "ledger", "import", file, "--ledger", join(folder, "ledger")],
    { encoding: "utf8", ...(input === undefined ? {} : { input }) },
  );

test("a short file is taken in whole, though it is read before the ledger is open", () => {
  expect(takeIn("-", readings).stderr).toContain("3 readings taken in");
  writeFileSync(join(folder, "readings.jsonl"), readings);
  expect(takeIn(join(folder, "readings.jsonl")).stderr).toContain("0 readings taken in, 3 known already");
});

test("a file that is not there is named, with exit code 2", () => {
  const { status, stderr } = takeIn(join(folder, "none.jsonl"));
  expect(stderr).toContain("none.jsonl");
  expect(status).toBe(2);
});
