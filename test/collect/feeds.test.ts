import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFeed } from "../../src/collect/feed/read-feed.ts";
import { readSitemap } from "../../src/collect/feed/read-sitemap.ts";
import { openVisits } from "../../src/collect/web/visits.ts";
import { collectAll, gist, type LocalServer, page, sends, serveLocally } from "./local-server.ts";

const item = (link: string, date = "Wed, 05 Feb 2031 23:30:00 +0300", more = "") =>
  `<item><title>t</title><link>${link}</link><pubDate>${date}</pubDate>${more}</item>`;
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Lozna Wire</title>${items}</channel></rss>`;
const sitemap = (urls: string) => `<?xml version="1.0"?><urlset xmlns:news="n">${urls}</urlset>`;

let server: LocalServer;
let news = rss(item("/one"));
let hasFailed = true;
beforeAll(async () => {
  server = await serveLocally({
    "/one": sends(page("One")),
    "/two": sends(page("Two")),
    "/three": sends(page("Three")),
    "/moody": (_request, response) => void (hasFailed ? response.writeHead(500).end() : response.end(page("Moody"))),
    "/rss.xml": sends(
      rss(
        item("/one", undefined, '<source url="http://o.example/f">Ostrander Review</source>') +
          item("/two", "soon") +
          item("/one"),
      ),
      "application/rss+xml",
    ),
    "/atom.xml": sends(
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><link rel="self" href="/no"/><link href="two"/><updated>2031-02-06T00:00:00Z</updated><published>2031-02-05T01:00:00-05:00</published></entry><entry><title>no link</title></entry></feed>',
      "text/xml",
    ),
    "/feed.json": (_request, response) =>
      void response.writeHead(200, { "content-type": "application/feed+json" }).end(
        JSON.stringify({
          title: "t",
          version: "https://jsonfeed.org/version/1.1",
          items: [{ id: "1", url: `${server.origin}/three`, date_published: "2031-02-05T10:00:00Z" }],
        }),
      ),
    "/broken.xml": sends(`<rss version="2.0"><channel><item><link>/one</lin`, "application/rss+xml"),
    "/mislabelled.xml": sends("<rss nonsense", "application/rss+xml"),
    "/endless.xml": (_request, response) => {
      response.writeHead(200, { "content-type": "application/rss+xml" });
      response.write(rss(item("/one") + item("/two")).replace("</channel></rss>", ""));
      const more = () => {
        while (!response.destroyed && response.write(item("/one").repeat(500)));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    },
    "/dripping.xml": (_request, response) => {
      response.writeHead(200, { "content-type": "application/rss+xml" });
      response.write(rss(item("/one")).replace("</channel></rss>", ""));
      const timer = setInterval(() => response.write(item("/two")), 100);
      response.on("close", () => clearInterval(timer));
    },
    "/news.xml": (request, response) => {
      const tag = `"${news.length}"`;
      if (request.headers["if-none-match"] === tag) response.writeHead(304).end();
      else response.writeHead(200, { etag: tag }).end(news);
    },
    "/sitemap.xml": (_request, response) =>
      void response.end(
        `<sitemapindex><sitemap><loc>${server.origin}/map-1.xml.gz</loc></sitemap><sitemap><loc>${server.origin}/map-2.xml</loc></sitemap><sitemap><loc>${server.origin}/sitemap.xml</loc></sitemap></sitemapindex>`,
      ),
    "/map-1.xml.gz": (_request, response) =>
      void response
        .writeHead(200, { "content-type": "application/gzip" })
        .end(gzipSync(sitemap(`<url><loc>${server.origin}/one</loc><lastmod>2031-03-01</lastmod></url>`))),
    "/map-2.xml": (_request, response) =>
      void response.end(
        sitemap(
          `<url><loc>${server.origin}/two</loc><news:news><news:publication><news:name>Lozna Wire</news:name></news:publication><news:publication_date>2031-02-05</news:publication_date></news:news></url>`,
        ),
      ),
  });
});
afterAll(() => server.close());

const at = (path: string) => server.origin + path;
const read = async (path: string, options = {}) => gist(await collectAll([at(path)], options));

describe("a feed", () => {
  test("in RSS gives the pages it names, once each, with the date and publisher it gives", async () => {
    const found = await collectAll([at("/rss.xml")]);
    const captures = found.flatMap((each) => ("capture" in each ? [each.capture] : []));
    expect(captures.map(({ name, published, publisherHint }) => [name, published, publisherHint])).toEqual([
      ["one", "2031-02-05T23:30:00+03:00", "Ostrander Review"],
      ["two", null, undefined],
    ]);
    expect(captures[0]?.source).toEqual({ url: at("/one"), feed: at("/rss.xml") });
  });
  test("in Atom gives the published date, never that of a change; entries without a page are told of", async () => {
    const found = await collectAll([at("/atom.xml")]);
    expect(gist(found)).toEqual(["two", "feed.no-link"]);
    expect(found[0] && "capture" in found[0] && found[0].capture.published).toBe("2031-02-05T01:00:00-05:00");
  });
  test("in JSON is read too", async () => {
    expect(await read("/feed.json")).toEqual(["three"]);
  });
  test("that never ends is cut off with a note, and what came before is read", async () => {
    expect(await read("/endless.xml", { largest: 200_000 })).toEqual(["feed.cut", "one", "two"]);
    expect(await read("/dripping.xml", { web: { seconds: 1 } })).toContain("feed.cut");
    expect(await read("/dripping.xml", { web: { seconds: 1 } })).toContain("one");
  });
  test("that names more pages than are wanted is cut off with a note", async () => {
    expect(await read("/rss.xml", { most: 1 })).toEqual(["one", "feed.cut"]);
  });
  test("that is broken gives a note, and the other inputs are read", async () => {
    expect(gist(await collectAll(["/broken.xml", "/mislabelled.xml", "/one"].map(at)))).toEqual([
      "feed.broken",
      "feed.broken",
      "one",
    ]);
  });
  test("in a file is followed where it is named, and lies still in a folder", async () => {
    const folder = mkdtempSync(join(tmpdir(), "entente-feeds-"));
    writeFileSync(join(folder, "feed.xml"), rss(item(at("/one"))));
    expect(gist(await collectAll([join(folder, "feed.xml")]))).toEqual(["one"]);
    expect(gist(await collectAll([folder]))).toEqual([]);
  });
  test("that was read to its end is not sent again, and an entry that was read is not asked for again", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "entente-visits-")), "visits.jsonl");
    const run = async () => read("/news.xml", { web: { visits: await openVisits(file, async () => true) } });
    expect(await run()).toEqual(["one"]);
    expect(await run()).toEqual(["unchanged"]);
    news = rss(item("/one") + item("/two"));
    const before = server.asked.length;
    expect(await run()).toEqual(["unchanged", "two"]);
    expect(server.asked.slice(before).map(({ url }) => url)).toEqual(["/robots.txt", "/news.xml", "/two"]);
    news = rss(item("/moody"));
    expect(await run()).toEqual(["source.status"]);
    hasFailed = false;
    expect(await run(), "an entry that failed is tried again").toEqual(["moody"]);
  });
});

describe("a sitemap", () => {
  test("gives its pages, and those of the packed and plain sitemaps that it names, once each", async () => {
    const found = await collectAll([at("/sitemap.xml")]);
    const captures = found.flatMap((each) => ("capture" in each ? [each.capture] : []));
    expect(captures.map(({ name, published, publisherHint }) => [name, published, publisherHint])).toEqual([
      ["one", null, undefined],
      ["two", "2031-02-05", "Lozna Wire"],
    ]);
  });
});

describe("feeds and sitemaps damaged at will", () => {
  test("nested a million deep, or of a million entries cut off, are given up or read within seconds", () => {
    expect(readSitemap("<urlset>".repeat(1_000_000)).entries).toEqual([]);
    expect(() => readFeed(`<rss version="2.0"><channel>${"<item>".repeat(300_000)}`)).toThrow();
  });
  const feed = rss(item("http://a.example/1") + item("http://a.example/2"));
  const map = sitemap("<url><loc>http://a.example/1</loc></url>");
  const damage = fc.record({
    at: fc.nat(feed.length),
    cut: fc.nat(40),
    put: fc.string({ maxLength: 20, unit: "binary" }),
  });
  const damaged = (text: string, wounds: { at: number; cut: number; put: string }[]) =>
    wounds.reduce((left, { at, cut, put }) => left.slice(0, at) + put + left.slice(at + cut), text);
  test("give entries with addresses of the web, or an error that says what is wrong", () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (wounds) => {
        expect(readSitemap(damaged(map, wounds)).entries.every(({ url }) => /^https?:/.test(url))).toBe(true);
        try {
          expect(readFeed(damaged(feed, wounds)).entries.every(({ url }) => /^https?:/.test(url))).toBe(true);
        } catch (cause) {
          expect(["DetectError", "MalformedError", "ParseError"]).toContain((cause as Error).name);
        }
      }),
      { numRuns: 4000 },
    );
  });
});
