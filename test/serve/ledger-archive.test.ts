import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ledger, openLedger } from "../../src/ledger/ledger.ts";
import { openReadTools, type ReadTools } from "../../src/pipeline.ts";
import type { Archive } from "../../src/serve/archive.ts";
import { createLedgerArchive } from "../../src/serve/ledger-archive.ts";

const stories = fileURLToPath(new URL("../../stories/coalition/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "entente-archive-"));
let ledger: Ledger;
let reader: ReadTools;
let archive: Archive;

beforeAll(async () => {
  ledger = await openLedger(join(folder, "ledger"));
  reader = await openReadTools();
  archive = createLedgerArchive({ ledger, reader, now: () => new Date(), version: "0", name: "test" });
  for (const name of readdirSync(stories).filter((file) => /^0[1-5].*\.(?:txt|html)$/.test(file))) {
    await archive.add({ text: readFileSync(stories + name, "utf8"), name });
  }
});

afterAll(async () => {
  await ledger.close();
  await reader.close();
  rmSync(folder, { recursive: true });
});

const list = { after: null, limit: 50 };
const everything = {
  actor: null,
  other: null,
  relation: null,
  report: null,
  modality: null,
  publishedBy: null,
  knownAt: null,
};
const query = (asOf: string) => ({ asOf, publishedBy: null, knownAt: new Date().toISOString() });

describe("the archive over a ledger", () => {
  test("keeps what was added, once", async () => {
    const { items } = await archive.reports({ ...list, words: null });
    expect(items).toHaveLength(5);
    const again = readdirSync(stories).find((file) => file.startsWith("01") && file.endsWith(".txt"))!;
    await archive.add({ text: readFileSync(stories + again, "utf8"), name: again });
    expect((await archive.reports({ ...list, words: null })).items).toHaveLength(5);
  });

  test("finds a report by the first characters of its digest", async () => {
    const [summary] = (await archive.reports({ ...list, words: null })).items;
    const kept = await archive.report(summary!.id.slice(7, 19));
    expect(kept?.summary).toEqual(summary);
    expect(await archive.report("ab")).toBeNull();
  });

  test("gives every claim of a reading its lasting id, and every quote stands in its report", async () => {
    const { items } = await archive.claims({ ...everything, ...list });
    expect(items.length).toBeGreaterThan(5);
    for (const claim of items) {
      const { reading, claimIds } = (await archive.report(claim.report.id))!;
      expect(Object.values(claimIds)).toContain(claim.id);
      const [start, end] = claim.evidence[0]!;
      expect(claim.quote.startsWith(reading.report.text.slice(start, end))).toBe(true);
    }
  });

  test("names the other pages that carry the same text", async () => {
    const { items } = await archive.reports({ ...list, words: "joint command" });
    const copies = await Promise.all(items.map(async ({ id }) => (await archive.report(id))!.copies.length));
    expect(Math.max(...copies)).toBeGreaterThanOrEqual(2);
  });

  test("leads from every tie of a picture to claims that name its two actors", async () => {
    const { ties, actors } = await archive.picture({ ...query("2031-02-20"), ended: true, actor: null });
    expect(ties.length).toBeGreaterThan(0);
    const known = new Set(actors.map(({ id }) => id));
    for (const { a, b, claims } of ties) {
      expect(known.has(a) && known.has(b)).toBe(true);
      for (const id of claims) expect(await archive.claim(id)).not.toBeNull();
      expect((await archive.why(a, b, query("2031-02-20")))?.ties.length).toBeGreaterThan(0);
    }
  });

  test("knows nothing of what came later", async () => {
    const before = { ...query("2031-02-20"), knownAt: "2001-01-01T00:00:00.000Z" };
    expect((await archive.picture({ ...before, ended: true, actor: null })).ties).toEqual([]);
    const unpublished = { ...query("2031-02-20"), publishedBy: "2031-01-01" };
    expect((await archive.picture({ ...unpublished, ended: true, actor: null })).ties).toEqual([]);
  });

  test("tells its listeners of the claims of a new report", async () => {
    const heard: string[] = [];
    const stop = archive.onClaim(({ id }) => heard.push(id));
    const kept = await archive.add({
      text: "The Otter Party has joined the Reed League, its leader Ana Brill said.\n",
    });
    stop();
    expect(heard.sort()).toEqual(Object.values(kept.claimIds).sort());
  });
});
