import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askLedger } from "../../src/ask/ask-ledger.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { exportLedger, importLedger } from "../../src/ledger/records.ts";
import { derivePicture } from "../../src/picture/derive-picture.ts";
import { resolveHoldings } from "../../src/resolve/resolve-holdings.ts";
import { inventReading } from "./invented-reading.ts";
import { inventTangle } from "./invented-tangle.ts";
import { startServer, type TestServer } from "./postgres-server.ts";

let server: TestServer | null = null;
beforeAll(async () => {
  server = await startServer(54_329);
});
afterAll(async () => server?.stop());

const readings = Array.from({ length: 12 }, (_, at) =>
  inventReading(`report-${at}`, { published: `2031-02-${10 + at}`, publisher: `Outlet ${at % 3}` }, [
    { relation: at % 4 === 3 ? "break" : "unite", agents: ["Falcon Army"], patients: [`River Battalions ${at % 2}`] },
  ]),
);
const clock = () => "2031-06-01T00:00:00.000Z";
const query = { asOf: "2031-05-01", publishedBy: null, knownAt: "2031-06-02T00:00:00Z" };

describe("a PostgreSQL server", () => {
  test("holds the same ledger as a folder, and draws the same picture", async ({ skip }) => {
    if (server === null) return skip("no PostgreSQL server could be started here");
    const folder = mkdtempSync(join(tmpdir(), "entente-server-"));
    const pictures: string[] = [];
    for (const place of [folder, server.url]) {
      const ledger = await openLedger(place, { clock });
      for (const reading of readings) await ledger.append(reading);
      pictures.push(JSON.stringify(derivePicture(resolveHoldings(await ledger.holdings(query.knownAt)), query)));
      await ledger.close();
    }
    rmSync(folder, { recursive: true });
    expect(pictures[1]).toBe(pictures[0]);
  });

  test("takes over a folder's ledger with all its rows and seals, and answers from an index as the folder does", async ({
    skip,
  }) => {
    const other = server === null ? null : await startServer(54_331);
    if (other === null) return skip("no PostgreSQL server could be started here");
    const folder = mkdtempSync(join(tmpdir(), "entente-copied-"));
    const [source, target] = [await openLedger(folder, { clock }), await openLedger(other.url, { clock })];
    await source.appendAll(inventTangle(3).parts.flat());
    const lines: string[] = [];
    for await (const line of exportLedger(source)) lines.push(JSON.stringify(line));
    await importLedger(target, lines);
    expect(await target.batches()).toEqual(await source.batches());
    const pictures = [];
    for (const ledger of [source, target]) pictures.push(JSON.stringify(await askLedger(ledger).picture(query)));
    for (const ledger of [source, target]) await ledger.close();
    await other.stop();
    rmSync(folder, { recursive: true });
    expect(pictures[0]!.length).toBeGreaterThan(1_000);
    expect(pictures[1]).toBe(pictures[0]);
  });

  test("records a report once, though two processes record it at one time", async ({ skip }) => {
    if (server === null) return skip("no PostgreSQL server could be started here");
    const both = await Promise.all([openLedger(server.url, { clock }), openLedger(server.url, { clock })]);
    const fresh = Array.from({ length: 20 }, (_, at) =>
      inventReading(`shared-${at}`, {}, [{ relation: "meet", agents: ["A", "B"] }]),
    );
    const added = await Promise.all(both.flatMap((ledger) => fresh.map((reading) => ledger.append(reading))));
    expect(added.filter((isNew) => isNew)).toHaveLength(fresh.length);
    const { checkLedger } = await import("../../src/ledger/check-ledger.ts");
    const wrong = [];
    for await (const { notes } of checkLedger(both[0]!)) wrong.push(...notes);
    expect(wrong).toEqual([]);
    for (const ledger of both) await ledger.close();
  });
});
