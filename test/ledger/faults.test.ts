import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { askLedger } from "../../src/ask/ask-ledger.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { entente } from "../run-entente.ts";
import { inventReading } from "./invented-reading.ts";
import { acknowledgedIn, startAppending } from "./kill-appending.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const reading = inventReading("one", { published: "2031-02-03", publisher: "Meridian" }, [
  { relation: "unite", agents: ["Falcon Army", "River Battalions"], on: "2031-02-03" },
]);

describe("a disk without room", () => {
  let disk: string;
  let mounted = false;
  beforeEach(() => {
    disk = mkdtempSync(join(tmpdir(), "entente-disk-"));
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=110m", "tmpfs", disk], { stdio: "ignore" });
      mounted = true;
    } catch {
      mounted = false;
    }
  });
  afterEach(() => {
    if (mounted) execFileSync("umount", [disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  test("stops the appending with a word, and what was acknowledged is there when there is room again", async ({
    skip,
  }) => {
    if (!mounted) return skip("no small disk can be mounted here");
    const folder = join(disk, "ledger");
    mkdirSync(folder);
    const { acknowledged, errors } = await appendUntilFull(folder);
    expect(errors).toMatch(/ledger\.disk-full: .* MB left, and 48 MB are needed/);
    expect(acknowledged.length).toBeGreaterThan(0);
    const asked = await entente(["picture", "--ledger", folder]);
    expect(asked.errors).toContain("ledger.disk-full");
    expect(asked.code).toBe(2);
    execFileSync("mount", ["-o", "remount,size=400m", disk]);
    const ledger = await openLedger(folder);
    const there = new Set(await ledger.reportIds());
    await ledger.close();
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
  });

  test("is too small for an index of what is there: said before the store could fall silent", async ({ skip }) => {
    if (!mounted) return skip("no small disk can be mounted here");
    const folder = join(disk, "ledger");
    const ledger = await openLedger(folder);
    await ledger.append(reading);
    const { bavail, bsize } = await statfs(disk);
    writeFileSync(join(disk, "filler"), Buffer.alloc(Math.max(0, bavail * bsize - 52_000_000)));
    const asked = askLedger(ledger).mostReported("2041-01-01T00:00:00Z", 5);
    await expect(asked).rejects.toThrow(/ledger\.disk-full: .* MB left, and [0-9]+ MB are needed/);
    rmSync(join(disk, "filler"));
    execFileSync("mount", ["-o", "remount,size=400m", disk]);
    expect(await askLedger(ledger).mostReported("2041-01-01T00:00:00Z", 5)).toHaveLength(2);
    await ledger.close();
  });

  /** Appends to a disk on which little is left. */
  async function appendUntilFull(folder: string): Promise<{ acknowledged: string[]; errors: string }> {
    await (await openLedger(folder)).close();
    const { bavail, bsize } = await statfs(disk);
    writeFileSync(join(disk, "filler"), Buffer.alloc(Math.max(0, bavail * bsize - 50_000_000)));
    const { out, errors } = await startAppending(folder, 0).ended;
    return { acknowledged: acknowledgedIn(out), errors };
  }
});

describe("a damaged folder", () => {
  test("is named, with what to do", async () => {
    const folder = mkdtempSync(join(tmpdir(), "entente-damaged-"));
    const ledger = await openLedger(folder);
    await ledger.append(reading);
    const { rows } = await ledger.store.query<{ file: string }>("select pg_relation_filepath('claim') as file");
    await ledger.close();
    const file = openSync(join(folder, rows[0]!.file), "r+");
    writeSync(file, Buffer.alloc(2_000, 0x5a), 0, 2_000, 4_000);
    closeSync(file);
    const { code, errors } = await entente(["ledger", "check", "--ledger", folder]);
    rmSync(folder, { recursive: true });
    expect(errors).toContain(`ledger.damaged: ${folder}`);
    expect(errors).toContain("adding the same inputs again");
    expect(code).toBe(2);
  });
});
