import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { captureId } from "../../src/terms/index.ts";
import { entente } from "../run-entente.ts";
import { packedRecord } from "./invented-warc.ts";
import { type LocalServer, page, sends, serveLocally } from "./local-server.ts";

// Each command opens the tagger, which takes seconds on a small machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "entente-commands-"));
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
let server: LocalServer;
beforeAll(async () => {
  server = await serveLocally({
    "/one.html": sends(page("One"), "text/html", { etag: '"1"' }),
    "/feed.xml": sends(
      '<rss version="2.0"><channel><title>t</title><item><link>/one.html</link></item><item><link>/gone</link></item></channel></rss>',
    ),
  });
});
afterAll(() => server.close());

describe("entente read", () => {
  test("on a feed reads its pages, names what failed, and ends with exit code 1", async () => {
    const { code, out, errors } = await entente(["read", `${server.origin}/feed.xml`, "--allow-private"]);
    expect(readings(out)).toEqual(["one"]);
    expect(errors).toContain("source.status");
    expect(code).toBe(1);
  });
  test("refuses this machine's addresses unless it is told otherwise", async () => {
    const { code, errors } = await entente(["read", `${server.origin}/one.html`]);
    expect(errors).toContain("source.private-address");
    expect(code).toBe(1);
  });
  test("with --resume goes on after the last record it read, and ends well when the rest is no page", async () => {
    const pages = await Promise.all(
      ["one", "two"].map((name) => packedRecord({ url: `http://a.example/${name}`, body: page(name) })),
    );
    const picture = await packedRecord({ mediaType: "image/jpeg", body: "x" });
    const archive = put("crawl.warc.gz", Buffer.concat([pages[0]!, picture]));
    const state = join(folder, "crawl.state");
    const first = await entente(["read", archive, "--resume", state]);
    expect(readings(first.out)).toEqual(["one"]);
    expect(first.errors).toContain("1 files of type image/jpeg");
    expect(first.code).toBe(0);
    put("crawl.warc.gz", Buffer.concat([pages[0]!, picture, pages[1]!]));
    const second = await entente(["read", archive, "--resume", state]);
    expect(readings(second.out)).toEqual(["two"]);
    expect(JSON.parse(readFileSync(state, "utf8"))).toEqual({ [archive]: 3 });
    const wrong = await entente(["read", archive, "--resume", put("notes.txt", "no state")]);
    expect(wrong.code).toBe(2);
    expect(readFileSync(join(folder, "notes.txt"), "utf8")).toBe("no state");
  });
});

describe("entente add --keep", () => {
  test("keeps the page that a report was made of, and entente capture shows it; nothing is sent twice", async () => {
    const ledger = join(folder, "ledger");
    const add = ["add", `${server.origin}/one.html`, "--keep", "--allow-private", "--ledger", ledger];
    expect((await entente(add)).errors).toContain("1 recorded");
    const again = await entente(add);
    expect(again.errors).toContain("0 recorded, 1 known already, 0 unreadable");
    expect(server.asked.at(-1)?.headers["if-none-match"]).toBe('"1"');
    const id = captureId(new TextEncoder().encode(page("One")));
    const shown = await entente(["capture", id, "--ledger", ledger]);
    expect(shown.out).toBe(page("One"));
    expect((await entente(["capture", "none", "--ledger", ledger])).code).toBe(2);
  });
});

const readings = (out: string): string[] =>
  out
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line).report.name);
