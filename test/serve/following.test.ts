import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { collectCaptures } from "../../src/collect/collect-captures.ts";
import { keepCaptures } from "../../src/collect/keep/keep-captures.ts";
import { type Ledger, openLedger } from "../../src/ledger/ledger.ts";
import { openReadTools, type ReadTools } from "../../src/pipeline.ts";
import type { KeptPage } from "../../src/serve/answers.ts";
import { createApp } from "../../src/serve/app.ts";
import type { Archive } from "../../src/serve/archive.ts";
import { feedsInFile } from "../../src/serve/feed-list.ts";
import { type Following, follow } from "../../src/serve/following.ts";
import { keptPagesIn } from "../../src/serve/kept-pages.ts";
import { createLedgerArchive } from "../../src/serve/ledger-archive.ts";
import { onePerson } from "../../src/serve/person.ts";

const folder = join(mkdtempSync(join(tmpdir(), "entente-following-")), "ledger");
const page = (who: string) =>
  `<html><head><title>${who} joins the Reed League</title></head><body><article><h1>${who} joins the Reed League</h1>
   <p>The ${who} has joined the Reed League, its leader Ana Brill said on Monday. The league has six members in the marshes.</p>
   <p>The ${who} fought the Mizan Order for two years before, a spokesman of the league said.</p></article></body></html>`;
let pages = ["Otter Party"];
let served: string[] = [];
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
    } else if (path === "/cyrillic") {
      answer.setHeader("content-type", "text/plain; charset=windows-1251");
      answer.end(Buffer.from([0xcc, 0xe8, 0xf0, 0x20, 0xed, 0xe5, 0x20, 0xf2, 0xe0, 0xea]));
    } else if (path.startsWith("/own/")) {
      answer.setHeader("content-type", "text/html");
      answer.end(page(served[Number(path.slice(5))]!));
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
});

test("the desk reaches into no private network unless it is told to", async () => {
  const shut = createLedgerArchive({ ledger, reader, now: () => new Date(), version: "0", name: "test" });
  await expect(shut.read({ url: `${url}/0` })).rejects.toThrow();
});

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
});

describe("feeds at the desk", () => {
  let following: Following;
  let asked: string[];
  const file = join(folder, "..", "feeds.json");
  const begin = (urls: string[] = []) => {
    asked = [];
    following = follow(urls, 60, {
      collect: async function* (address) {
        asked.push(address);
        yield* [];
      },
      keep: async () => true,
      now: () => new Date("2031-02-03T04:05:06Z"),
      log: () => {},
      list: feedsInFile(file),
    });
    return createApp({
      ...{ archive, following, now: () => new Date(), log: console.error, web: null, hosts: null },
      people: onePerson("Ana"),
    });
  };
  const tell = (app: ReturnType<typeof createApp>, path: string, address: string) =>
    app.request(`http://localhost/api/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ url: address }),
    });
  afterEach(() => {
    following.stop();
    rmSync(file, { force: true });
  });

  test("are followed from the moment they are added, asked at once, and still followed after the server was started anew", async () => {
    const app = begin();
    const answer = await tell(app, "feeds", "https://news.example/feed.xml#top");
    const feed = { url: "https://news.example/feed.xml", by: "Ana", since: "2031-02-03T04:05:06.000Z" };
    expect(await answer.json()).toEqual([{ ...feed, asked: null, found: 0, trouble: null }]);
    await vi.waitFor(() => expect(asked).toContain(feed.url), 60_000);
    following.stop();
    begin();
    expect(following.feeds()).toMatchObject([feed]);
    await vi.waitFor(() => expect(asked).toContain(feed.url), 60_000);
  });

  test("are taken away for good, and one twice added is told", async () => {
    const app = begin();
    await tell(app, "feeds", "https://news.example/feed.xml");
    expect((await tell(app, "feeds", "https://news.example/feed.xml")).status).toBe(400);
    expect(await (await tell(app, "feeds/end", "https://news.example/feed.xml")).json()).toEqual([]);
    expect((await tell(app, "feeds/end", "https://news.example/feed.xml")).status).toBe(404);
    following.stop();
    begin();
    expect(following.feeds()).toEqual([]);
  });

  test("that were named when the server was started are not taken away, nor kept in the list", async () => {
    const app = begin(["https://news.example/named.xml"]);
    expect((await tell(app, "feeds/end", "https://news.example/named.xml")).status).toBe(400);
    await tell(app, "feeds", "https://news.example/feed.xml");
    expect(JSON.parse(readFileSync(file, "utf8"))).toHaveLength(1);
  });

  test.each([
    ["http://127.0.0.1/feed.xml", /no public address/],
    ["http://[::1]/feed.xml", /no public address/],
    ["http://169.254.169.254/latest/meta-data", /no public address/],
    ["http://2130706433/", /no public address/],
    ["http://localhost:8080/feed.xml", /this machine/],
    ["javascript:alert(1)", /url/],
    ["file:///etc/passwd", /url/],
  ])("are not followed at %s", async (address, why) => {
    const answer = await tell(begin(), "feeds", address);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { detail: string }).detail).toMatch(why);
    expect(existsSync(file)).toBe(false);
  });

  test("are not lost silently when their list was damaged", () => {
    writeFileSync(file, "[{");
    expect(() => begin()).toThrow(/feeds\.json: is no list of followed feeds/);
  });
});

describe("a page that was kept", () => {
  test("is shown with its hash, its headers and its source; one that was not kept says how to", async () => {
    const captures = join(folder, "..", "captures");
    const keeper = await keepCaptures(captures, "test/1");
    const pages = keptPagesIn(captures, keeper);
    const web = { mayReach: () => true, pause: 0 };
    const keeping = createLedgerArchive({
      ...{ ledger, reader, now: () => new Date(), version: "0", name: "test", web },
      keepPage: pages.keep,
    });
    served = ["Egret Circle"];
    const kept = await keeping.add({ url: `${url}/own/0` });
    const bare = await keeping.add({ text: "The Egret Circle left the Reed League on Friday." });
    const app = createApp({
      ...{ archive: keeping, pages, now: () => new Date(), log: console.error, web: null, hosts: null },
      people: onePerson("Ana"),
    });
    const ask = async (id: string) => app.request(`http://localhost/api/reports/${encodeURIComponent(id)}/page`);
    const answer = await ask(kept.summary.id);
    const shown = (await answer.json()) as KeptPage;
    const source = page("Egret Circle");
    expect(answer.headers.get("content-type")).toContain("application/json");
    expect(shown).toMatchObject({
      id: kept.summary.id,
      url: `${url}/own/0`,
      bytes: source.length,
      source,
      isWhole: true,
    });
    expect(shown.headers).toContainEqual(["content-type", "text/html"]);
    expect((await ask(bare.summary.id)).status).toBe(200);
    // What the server says of its letters counts for the page as it came as it does for the reading.
    const cyrillic = await keeping.add({ url: `${url}/cyrillic` });
    expect(((await (await ask(cyrillic.summary.id)).json()) as KeptPage).source).toBe("Мир не так");
    await keeper.close();
    const unkept = await archive.add({ text: "The Egret Circle met the Mizan Order on Sunday." });
    // Another process recorded it, as it were: it is seen a moment later.
    const none = await vi.waitUntil(async () => {
      const asked = await ask(unkept.summary.id);
      return (await asked.clone().text()).includes("No report") ? null : asked;
    });
    expect(none.status).toBe(404);
    expect(((await none.json()) as { detail: string }).detail).toContain("--keep");
  });
});
