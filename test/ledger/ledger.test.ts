import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { chances } from "../../bench/chances.ts";
import { checkLedger } from "../../src/ledger/check-ledger.ts";
import { type Ledger, openLedger } from "../../src/ledger/ledger.ts";
import { derivePicture } from "../../src/picture/derive-picture.ts";
import { resolveHoldings } from "../../src/resolve/resolve-holdings.ts";
import { entente } from "../run-entente.ts";
import { inventReading } from "./invented-reading.ts";
import { killAppending } from "./kill-appending.ts";

// A new store takes seconds to make, and a busy machine makes several in one test.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const farAhead = "9999-12-31T23:59:59Z";
const founding = inventReading("01-founding", { published: "2031-02-03", publisher: "Meridian" }, [
  { relation: "unite", agents: ["Falcon Army", "River Battalions"], on: "2031-02-03" },
  { relation: "join", agents: ["Falcon Army"], patients: ["Nine Valleys Concord"], on: "2031-02-03" },
]);
const battle = inventReading("02-battle", { published: "2031-03-05", publisher: "Courier" }, [
  { relation: "clash", agents: ["Falcon Army", "River Battalions"], on: "2031-03-04" },
]);
const denial = inventReading("03-denial", { published: "2031-03-06", publisher: "Wadi" }, [
  {
    relation: "clash",
    agents: ["Falcon Army", "River Battalions"],
    modality: "denied",
    voices: [{ name: "Idris Lam" }],
  },
]);

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "entente-ledger-")), "ledger");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function pictureOf(at: string, readings: readonly (typeof founding)[]): Promise<string> {
  const ledger = await openLedger(at);
  try {
    for (const reading of readings) await ledger.append(reading);
    const holdings = resolveHoldings(await ledger.holdings(farAhead));
    return JSON.stringify(derivePicture(holdings, { asOf: "2031-03-10", publishedBy: null, knownAt: farAhead }));
  } finally {
    await ledger.close();
  }
}

describe("the ledger", () => {
  test("adding the same reports twice, or in another order, changes nothing in the picture", async () => {
    const once = await pictureOf(folder, [founding, battle, denial]);
    expect(JSON.parse(once).ties.length).toBeGreaterThan(1);
    expect(await pictureOf(folder, [founding, battle, denial])).toBe(once);
    expect(await pictureOf(`${folder}-other`, [denial, battle, founding])).toBe(once);
    rmSync(`${folder}-other`, { recursive: true });
  });

  test("what is recorded later is not in what was known before", async () => {
    let now = "2031-02-04T10:00:00.000Z";
    const ledger = await openLedger(folder, { clock: () => now });
    await ledger.append(founding);
    now = "2031-03-06T10:00:00.000Z";
    await ledger.append(battle);
    const before = await ledger.holdings("2031-03-01T00:00:00Z");
    const after = await ledger.holdings(now);
    await ledger.close();
    expect(before.reports.map(({ name }) => name)).toEqual(["01-founding"]);
    expect(after.reports).toHaveLength(2);
    expect(before.claims.every(({ report }) => report === founding.report.id)).toBe(true);
  });

  test("what is recorded can be neither changed nor taken out", async () => {
    const ledger = await openLedger(folder);
    await ledger.append(founding);
    await ledger.close();
    const store = await PGlite.create(folder);
    for (const change of [
      "update report set publisher = 'another'",
      "delete from claim",
      "update claim set modality = 'actual'",
      "delete from report",
      "truncate local_actor",
      "delete from decision",
    ])
      await expect(store.exec(change)).rejects.toThrow("the ledger only grows");
    await store.close();
  });

  test("a sound ledger passes its check", async () => {
    const ledger = await openLedger(folder);
    await ledger.append(founding);
    await ledger.append(battle);
    const codes = await codesOf(ledger);
    await ledger.close();
    expect(codes).toEqual([[], []]);
  });

  test("an altered reading is named by the check", async () => {
    const ledger = await openLedger(folder);
    await ledger.append(founding);
    await ledger.close();
    const store = await PGlite.create(folder);
    await store.exec("alter table report disable trigger report_grows; alter table claim disable trigger claim_grows");
    await store.exec("update report set reading = jsonb_set(reading, '{report,publisher}', '\"Another\"')");
    await store.exec("update claim set quote = 'something else' where relation = 'unite'");
    await store.close();
    const again = await openLedger(folder);
    const codes = await codesOf(again);
    await again.close();
    expect(codes).toEqual([["ledger.altered", "ledger.quote"]]);
  });

  test("a folder is open in one process at a time, and the other is told so", async () => {
    const ledger = await openLedger(folder);
    const { code, errors } = await entente(["picture", "--ledger", folder]);
    await ledger.close();
    expect(code).toBe(2);
    expect(errors).toContain("is open in another process");
  });

  test("a ledger left by a killed process opens again, with all that was acknowledged", async () => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", appendAndHang(folder)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((resolve) => child.stdout.once("data", resolve));
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
    const ledger = await openLedger(folder);
    const known = await ledger.has(founding.report.id);
    await ledger.close();
    expect(known).toBe(true);
    expect(await pictureOf(folder, [founding, battle])).toBe(await pictureOf(`${folder}-other`, [founding, battle]));
    rmSync(`${folder}-other`, { recursive: true });
  });

  test("killed at random moments over and over, loses nothing acknowledged and keeps nothing twice", async () => {
    const killed = await killAppending(`${folder}-kills`, 4, chances(3));
    rmSync(`${folder}-kills`, { recursive: true });
    expect(killed.acknowledged).toBeGreaterThan(4);
    expect(killed).toMatchObject({ lost: 0, twice: 0, complaints: [] });
    expect(killed.unasked).toBeLessThanOrEqual(killed.rounds);
  });
});

/** What the check finds, report by report. */
async function codesOf(ledger: Ledger): Promise<string[][]> {
  const codes: string[][] = [];
  for await (const { notes } of checkLedger(ledger)) codes.push(notes.map(({ code }) => code));
  return codes;
}

function appendAndHang(at: string): string {
  const module = new URL("../../src/ledger/ledger.ts", import.meta.url).href;
  return `
    import { openLedger } from ${JSON.stringify(module)};
    const ledger = await openLedger(${JSON.stringify(at)});
    await ledger.append(${JSON.stringify(founding)});
    console.log("acknowledged");
    setInterval(() => {}, 1000);`;
}
