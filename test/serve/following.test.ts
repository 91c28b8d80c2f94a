import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { collectCaptures } from "../../src/collect/collect-captures.ts";
import { type Ledger, openLedger } from "../../src/ledger/ledger.ts";
import { openReadTools, type ReadTools } from "../../src/pipeline.ts";
import type { Archive } from "../../src/serve/archive.ts";
import { follow } from "../../src/serve/following.ts";
import { createLedgerArchive } from "../../src/serve/ledger-archive.ts";

const folder = join(mkdtempSync(join(tmpdir(), "entente-following-")), "ledger");
const page = (who: string) =>
  `<html><head><title>${who} joins the Reed League</title></head><body><article><h1>${who} joins the Reed League</h1>
   <p>The ${who} has joined the Reed League, its leader Ana Brill said on Monday. The league has six members in the marshes.</p>
   <p>The ${who} fought the Mizan Order for two years before, a spokesman of the league said.</p></article></body></html>`;
let pages = ["Otter Party"];
let server: Server;
let ledger: Ledger;
let reader: ReadTools;
let archive: Archive;
let url: string;

beforeAll(async () => {
  server = createServer(({ url: path = "/" }, answer) => {
    const at = /^\/(\d+)$/.exec(path)?.[1];
    if (path === "/feed.xml") {
      answer.setHeader("content-type", "application/rss+xml");
      const items = pages.map((_, index) => `<item><title>${index}</title><link>${url}/${index}</link></item>`);
      answer.end(`<rss version="2.0"><channel><title>Reeds</title>${items.join("")}</channel></rss>`);
    } else if (at !== undefined) {
      answer.setHeader("content-type", "text/html");
      answer.end(page(pages[Number(at)]!));
    } else {
      answer.statusCode = 404;
      answer.end();
    }
  }).listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  ledger = await openLedger(folder);
  reader = await openReadTools();
  const web = { mayReach: () => true, pause: 0 };
  archive = createLedgerArchive({ ledger, reader, now: () => new Date(), version: "0", name: "test", web });
}, 300_000);

afterAll(async () => {
  server.close();
  await reader.close();
  await ledger.close();
  rmSync(folder, { recursive: true });
});

test("a link given to the desk is fetched and read; one that gives nothing says why", async () => {
  const reading = await archive.read({ url: `${url}/0` });
  expect(reading.report.text).toContain("Otter Party");
  expect(reading.report.source.url).toBe(`${url}/0`);
  await expect(archive.read({ url: `${url}/none` })).rejects.toThrow(/404|none/);
}, 60_000);

test("the desk reaches into no private network unless it is told to", async () => {
  const shut = createLedgerArchive({ ledger, reader, now: () => new Date(), version: "0", name: "test" });
  await expect(shut.read({ url: `${url}/0` })).rejects.toThrow();
}, 60_000);

test("what is new in a followed feed is kept and told to who watches; a bad feed does not stop the others", async () => {
  const heard: string[] = [];
  const stop = archive.onClaim(({ report }) => heard.push(report.id));
  const following = follow([`${url}/none.xml`, `${url}/feed.xml`], 60, {
    collect: (address) => collectCaptures([address], { web: { mayReach: () => true, pause: 0 } }),
    keep: (capture) => archive.take(capture),
    now: () => new Date(),
    log: () => {},
  });
  await following.round();
  const [bad, good] = following.feeds();
  expect(bad!.trouble).not.toBeNull();
  expect(good).toMatchObject({ found: 1, trouble: null });
  expect(heard.length).toBeGreaterThan(0);
  pages = [...pages, "Heron Union"];
  await following.round();
  expect(following.feeds()[1]!.found).toBe(2);
  following.stop();
  stop();
}, 120_000);
