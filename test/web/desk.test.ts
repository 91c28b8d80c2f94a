import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ensureWeb } from "../../bin/ensure-web.js";
import { type CaptureKeeper, keepCaptures } from "../../src/collect/keep/keep-captures.ts";
import { type Ledger, openLedger } from "../../src/ledger/ledger.ts";
import { openReadTools, type ReadTools } from "../../src/pipeline.ts";
import { createApp } from "../../src/serve/app.ts";
import { type Following, follow } from "../../src/serve/following.ts";
import { keptPagesIn } from "../../src/serve/kept-pages.ts";
import { createLedgerArchive } from "../../src/serve/ledger-archive.ts";
import { type Listening, listen } from "../../src/serve/listen.ts";
import { loopbackHosts } from "../../src/serve/own-host.ts";
import { onePerson } from "../../src/serve/person.ts";
import { type Capture, captureId } from "../../src/terms/index.ts";
import { violationsIn } from "./axe-violations.ts";
import { chromiumPath, openBrowser } from "./browser.ts";

const root = new URL("../../", import.meta.url);
const story = new URL("stories/coalition/02-concord-formed-meridian.txt", root);
const data = process.env.ENTENTE_DATA ?? fileURLToPath(new URL("../shared/data", root));
const seed = join(data, "seed", "seed.txt");
const skipped = chromiumPath === null;

const folder = mkdtempSync(join(tmpdir(), "entente-desk-"));
let browser: Browser;
let ledger: Ledger;
let reader: ReadTools;
let server: Listening;
let keeper: CaptureKeeper;
let following: Following;

/** A page as a feed brings it, with what a hostile one might hold. */
const fed = `<html><head><title>Marsh Guards join the Reed League</title><script>document.title = "run"</script></head><body><article>
<h1>Marsh Guards join the Reed League</h1><p>The Marsh Guards joined the Reed League on Monday, its leader Ana Brill said.</p>
<p>The guards had fought the league for two years.</p></article></body></html>`;

function captureOf(url: string, html: string): Capture {
  const bytes = Buffer.from(html);
  const headers: [string, string][] = [
    ["content-type", "text/html; charset=utf-8"],
    ["server", "marsh/1 \u202Eevil"],
  ];
  const common = { name: "marsh", source: { url }, captured: "2031-02-03T04:05:06Z", mediaType: "text/html" };
  return { id: captureId(bytes), bytes, headers, ...common };
}

beforeAll(async () => {
  if (skipped) return;
  ensureWeb();
  [browser, ledger, reader] = await Promise.all([openBrowser(), openLedger(join(folder, "ledger")), openReadTools()]);
  const now = () => new Date();
  const captures = join(folder, "captures");
  keeper = await keepCaptures(captures, "test/1");
  const pages = keptPagesIn(captures, keeper);
  const archive = createLedgerArchive({ ledger, reader, now, version: "0", name: "test", keepPage: pages.keep });
  following = follow([], 60, {
    collect: async function* (url) {
      if (url.includes("broken"))
        yield { note: { code: "source.unreachable", text: "Nobody answers there." }, failed: true };
      else yield { capture: captureOf(url, fed) };
    },
    ...{ keep: (capture: Capture) => archive.take(capture), now, log: console.error },
  });
  const web = { folder: fileURLToPath(new URL("dist/web", root)) };
  const app = createApp({
    ...{ archive, following, pages, now, log: console.error, web, hosts: loopbackHosts },
    people: onePerson("Ana"),
  });
  server = await listen(app, "127.0.0.1", 0);
});

afterAll(async () => {
  following?.stop();
  await keeper?.close();
  await browser?.close();
  await server?.close();
  await ledger?.close();
  await reader?.close();
  rmSync(folder, { recursive: true });
});

/** Pastes a text, reads it, keeps it, and looks at the picture. */
async function throughTheDesk(text: string): Promise<{ claims: number; parts: string[]; ties: number }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  await page.goto(`${server.url}/desk`);
  await page.getByLabel(/Paste the text/).fill(text);
  await page.getByRole("button", { name: "Read", exact: true }).click();
  const heading = page.getByRole("heading", { name: /^\d+ claims?$/ });
  await heading.waitFor({ timeout: 60_000 });
  const claims = Number.parseInt((await heading.textContent())!, 10);
  const parts = await page.locator(".part").evaluateAll((all) => all.map((part) => part.className));
  await page.getByRole("button", { name: "Keep in the ledger" }).click();
  await page.getByRole("link", { name: "See the picture" }).click({ timeout: 60_000 });
  await page.getByRole("checkbox", { name: "ended ties" }).check();
  await page.waitForFunction(() => performance.getEntriesByName("picture-drawn").length > 0, null, { timeout: 60_000 });
  const label = (await page.locator(".drawing").getAttribute("aria-label"))!;
  await page.close();
  return { claims, parts, ties: Number(/and (\d+) ties/.exec(label)?.[1]) };
}

test.skipIf(skipped)(
  "a report pasted at the desk is read, kept, and drawn in the picture",
  async () => {
    const { claims, parts, ties } = await throughTheDesk(readFileSync(story, "utf8"));
    expect(claims).toBeGreaterThan(3);
    expect(parts.some((part) => part.includes("title"))).toBe(true);
    expect(ties).toBeGreaterThan(0);
  },
  240_000,
);

test.skipIf(skipped || !existsSync(seed))(
  "the founding page pasted at the desk is read, kept, and drawn",
  async () => {
    const { claims, parts, ties } = await throughTheDesk(readFileSync(seed, "utf8"));
    expect(claims).toBeGreaterThan(8);
    for (const kind of ["clock", "caption", "tags", "related"]) {
      expect(
        parts.some((part) => part.includes(kind) && part.includes(kind === "caption" ? "part" : "furniture")),
        kind,
      ).toBe(true);
    }
    expect(ties).toBeGreaterThan(3);
  },
  240_000,
);

test.skipIf(skipped)(
  "a feed is followed by keyboard alone, what it brings arrives, and its page is shown as it came, as text",
  async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
    await page.goto(`${server.url}/desk`);
    await page.getByLabel("Follow a feed or a page").focus();
    await page.keyboard.type("https://127.0.0.1/feed.xml");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "no public address" }).waitFor();
    await page.getByLabel("Follow a feed or a page").fill("");
    await page.keyboard.type("https://marsh.example/feed.xml");
    await page.keyboard.press("Enter");
    await page.getByText("https://marsh.example/feed.xml is followed from now on.").waitFor();
    const claim = page.getByLabel("New claims").getByText("Reed League").first();
    await claim.waitFor({ timeout: 60_000 });

    await page.getByLabel("Follow a feed or a page").fill("https://broken.example/feed.xml");
    await page.keyboard.press("Enter");
    await page.getByText("https://broken.example/feed.xml is followed from now on.").waitFor();
    await vi.waitUntil(() => following.feeds().at(-1)!.trouble !== null, 60_000);
    await page.reload();
    await page.getByText("Nobody answers there.").waitFor();
    expect(await violationsIn(page)).toEqual([]);
    await page.getByRole("button", { name: /Take away .*broken.example/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("https://broken.example/feed.xml is followed no longer.").waitFor();
    expect(following.feeds().map(({ url }) => url)).toEqual(["https://marsh.example/feed.xml"]);

    const { id } = captureOf("https://marsh.example/feed.xml", fed);
    await page.goto(`${server.url}/r/${id.slice(7, 19)}`);
    await page.getByText("The page as it came").focus();
    await page.keyboard.press("Enter");
    const source = page.getByLabel("The source of the page");
    await source.waitFor();
    expect(await source.textContent()).toContain('<script>document.title = "run"</script>');
    expect(await page.title()).toContain("Marsh Guards");
    expect(await page.getByText(id.slice(7)).isVisible()).toBe(true);
    expect(await page.getByRole("row", { name: /server/ }).textContent()).not.toContain("\u202E");
    expect(await violationsIn(page)).toEqual([]);
    await page.close();
  },
  240_000,
);
