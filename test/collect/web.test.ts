import type { LookupAddress } from "node:dns";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { guardedLookup, isPublic } from "../../src/collect/web/public-address.ts";
import { openVisits } from "../../src/collect/web/visits.ts";
import { collectAll, gist, type LocalServer, page, redirects, sends, serveLocally } from "./local-server.ts";

let server: LocalServer;
let broken: LocalServer;
const times = { busy: 0, moody: 0 };
beforeAll(async () => {
  broken = await serveLocally({ "/robots.txt": (_request, response) => void response.writeHead(503).end() });
  server = await serveLocally({
    "/robots.txt": sends("User-agent: *\nDisallow: /closed/\nUser-agent: Entente\nDisallow: /not-for-us", "text/plain"),
    "/2031/02/two-sides-sign.html": sends(page("Two sides sign")),
    "/packed": sends(brotliCompressSync(page("Packed")), "text/html", { "content-encoding": "br" }),
    "/text": sends("The two sides signed.", "text/plain"),
    "/not-for-us": sends(page("Closed to us")),
    "/moved": redirects("/2031/02/two-sides-sign.html"),
    "/round": redirects("/and-round"),
    "/and-round": redirects("/round"),
    "/chain": (request, response) => {
      const step = Number(new URL(request.url ?? "", "http://h").searchParams.get("n"));
      response.writeHead(302, { location: `/chain?n=${step + 1}` }).end();
    },
    "/to-private": redirects("http://127.0.0.2:8080/secret"),
    "/to-metadata": redirects("http://169.254.169.254/latest/meta-data"),
    "/to-file": redirects("file:///etc/hostname"),
    "/to-closed": redirects("/not-for-us"),
    "/endless": (_request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    },
    "/slow": (_request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const timer = setInterval(() => response.write("<p>and then</p>"), 100);
      response.on("close", () => clearInterval(timer));
    },
    "/silent": () => {},
    "/half": (_request, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-length": "100000" });
      response.write("<p>The two sides", () => response.destroy());
    },
    "/bomb": sends(gzipSync(Buffer.alloc(60_000_000, 32)), "text/html", { "content-encoding": "gzip" }),
    "/bomb.html.gz": sends(gzipSync(Buffer.alloc(60_000_000, 32)), "application/gzip"),
    "/photo.jpg": sends(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), "image/jpeg"),
    "/gone": (_request, response) => void response.writeHead(410).end(),
    "/broken": (_request, response) => void response.writeHead(500).end(),
    "/busy": (_request, response) => {
      times.busy += 1;
      response.writeHead(429, { "retry-after": "3600" }).end();
    },
    "/moody": (_request, response) => {
      times.moody += 1;
      if (times.moody === 1) response.writeHead(503, { "retry-after": "0" }).end();
      else response.writeHead(200, { "content-type": "text/html" }).end(page("Moody"));
    },
    "/tagged": (request, response) => {
      if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, { "content-type": "text/html", etag: '"v1"' }).end(page("Tagged"));
    },
  });
});
afterAll(async () => {
  await server.close();
  await broken.close();
});

const at = (path: string) => server.origin + path;
const read = async (path: string, options = {}) => gist(await collectAll([at(path)], options));

describe("a page of the web", () => {
  test("is captured with its bytes, its address, its headers and the time", async () => {
    const [found] = await collectAll([at("/moved")], { web: { clock: () => "2031-02-05T09:00:00Z" } });
    const capture = found && "capture" in found ? found.capture : null;
    expect(capture?.name).toBe("two-sides-sign");
    expect(capture?.source).toEqual({ url: at("/2031/02/two-sides-sign.html") });
    expect(new TextDecoder().decode(capture?.bytes)).toBe(page("Two sides sign"));
    expect(capture?.headers).toContainEqual(["content-type", "text/html; charset=utf-8"]);
    expect(capture?.captured).toBe("2031-02-05T09:00:00Z");
  });
  test("is unpacked when the server packed it, and may be plain text", async () => {
    const found = await collectAll([at("/packed"), at("/text")]);
    const texts = found.map((each) => "capture" in each && new TextDecoder().decode(each.capture.bytes));
    expect(texts).toEqual([page("Packed"), "The two sides signed."]);
  });
  test("is asked for by name, once robots.txt has been read", async () => {
    const before = server.asked.length;
    await read("/text");
    expect(server.asked.slice(before).map(({ url }) => url)).toEqual(["/robots.txt", "/text"]);
    expect(server.asked.at(-1)?.headers["user-agent"]).toMatch(/^Entente\//);
  });
  test("is not asked for when robots.txt closes it to us, not even by way of a redirect", async () => {
    const before = server.asked.length;
    expect([...(await read("/not-for-us")), ...(await read("/to-closed"))]).toEqual(["source.robots", "source.robots"]);
    expect(server.asked.slice(before).map(({ url }) => url)).not.toContain("/not-for-us");
  });
  test("is not asked for when the host's robots.txt cannot be read for a fault of the host", async () => {
    expect(gist(await collectAll([`${broken.origin}/page`]))).toEqual(["source.robots"]);
    expect(broken.asked.map(({ url }) => url)).toEqual(["/robots.txt"]);
  });
  test("that is kept from an earlier run and has not changed is not sent again", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "entente-visits-")), "visits.jsonl");
    const visits = () => openVisits(file, async () => true);
    expect(await read("/tagged", { web: { visits: await visits() } })).toEqual(["tagged"]);
    expect(await read("/tagged", { web: { visits: await visits() } })).toEqual(["unchanged"]);
    const forgotten = await openVisits(file, async () => false);
    expect(await read("/tagged", { web: { visits: forgotten } })).toEqual(["tagged"]);
  });
});

describe("a server that is broken or means harm", () => {
  test("redirects in a circle, or without end, are given up", async () => {
    expect(await read("/round")).toEqual(["source.redirects"]);
    expect(await read("/chain?n=0")).toEqual(["source.redirects"]);
  });
  test("a redirect to a private address, to a cloud's metadata or to a file is refused", async () => {
    expect(await read("/to-private")).toEqual(["source.private-address"]);
    expect(await read("/to-metadata")).toEqual(["source.private-address"]);
    expect(await read("/to-file")).toEqual(["source.redirects"]);
  });
  test("this machine is refused under any name unless it is allowed", async () => {
    const port = new URL(server.origin).port;
    const before = server.asked.length;
    for (const host of ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"]) {
      const options = { web: { mayReach: isPublic } };
      expect(gist(await collectAll([`http://${host}:${port}/text`], options)), host).toEqual([
        "source.private-address",
      ]);
    }
    expect(server.asked.length).toBe(before);
  });
  test("a response without end is cut off at the limit", async () => {
    expect(await read("/endless", { largest: 1_000_000 })).toEqual(["source.too-large"]);
  });
  test("a few kilobytes that unpack to megabytes are not unpacked to their end", async () => {
    expect(await read("/bomb", { largest: 1_000_000 })).toEqual(["source.too-large"]);
    expect(await read("/bomb.html.gz", { largest: 1_000_000 })).toEqual(["source.too-large"]);
  });
  test("a server that drips, or says nothing at all, is given up", async () => {
    expect(await read("/slow", { web: { seconds: 1 } })).toEqual(["source.too-slow"]);
    expect(await read("/silent", { web: { seconds: 1 } })).toEqual(["source.too-slow"]);
  });
  test("a connection that breaks off, a picture, and pages that are gone or broken each have their note", async () => {
    expect(await read("/half")).toEqual(["source.broken-off"]);
    expect(await read("/photo.jpg")).toEqual(["source.binary"]);
    expect(await read("/gone")).toEqual(["source.status"]);
    expect(await read("/broken")).toEqual(["source.status"]);
  });
  test("a busy server is asked again when it says that it will be soon, and left alone when not", async () => {
    expect(await read("/moody")).toEqual(["moody"]);
    expect(await read("/busy")).toEqual(["source.status"]);
    expect(times.busy).toBe(1);
  });
  test("what fails does not keep the other inputs from being read", async () => {
    const inputs = ["/round", "/text", "/broken", "/2031/02/two-sides-sign.html"].map(at);
    expect(gist(await collectAll(inputs))).toEqual(["source.redirects", "text", "source.status", "two-sides-sign"]);
  });
});

describe("addresses", () => {
  test("those of this machine, of its network and of no use are not public", () => {
    const closed =
      "127.0.0.1 10.1.1.1 172.16.0.1 192.168.0.1 169.254.169.254 100.64.0.1 0.0.0.0 255.255.255.255 224.0.0.1 198.18.0.1 ::1 :: ::127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 fc00::1 fe80::1 fe80::1%eth0 2002:7f00:1:: 2001::1 fec0::1 ff02::1";
    expect(closed.split(" ").filter(isPublic)).toEqual([]);
    expect(["1.1.1.1", "2606:4700::1111"].filter(isPublic)).toHaveLength(2);
  });
  test("a name that is public when first asked and private the second time is not followed there", async () => {
    const answers: LookupAddress[][] = [[{ address: "8.8.8.8", family: 4 }], [{ address: "10.0.0.1", family: 4 }]];
    const lookup = guardedLookup(isPublic, (_name, _options, callback) => callback(null, answers.shift()!));
    const ask = () =>
      new Promise((resolve) =>
        lookup("rebound.example", { all: false }, (error, address) => resolve(error ?? address)),
      );
    expect(await ask()).toBe("8.8.8.8");
    expect(await ask()).toBeInstanceOf(Error);
  });
});
