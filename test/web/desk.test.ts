import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureWeb } from "../../bin/ensure-web.js";
import { type Ledger, openLedger } from "../../src/ledger/ledger.ts";
import { openReadTools, type ReadTools } from "../../src/pipeline.ts";
import { createApp } from "../../src/serve/app.ts";
import { createLedgerArchive } from "../../src/serve/ledger-archive.ts";
import { type Listening, listen } from "../../src/serve/listen.ts";
import { loopbackHosts } from "../../src/serve/own-host.ts";
import { onePerson } from "../../src/serve/person.ts";
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

beforeAll(async () => {
  if (skipped) return;
  ensureWeb();
  [browser, ledger, reader] = await Promise.all([openBrowser(), openLedger(join(folder, "ledger")), openReadTools()]);
  const now = () => new Date();
  const archive = createLedgerArchive({ ledger, reader, now, version: "0", name: "test" });
  const web = { folder: fileURLToPath(new URL("dist/web", root)) };
  const app = createApp({ archive, now, log: console.error, people: onePerson("Ana"), web, hosts: loopbackHosts });
  server = await listen(app, "127.0.0.1", 0);
}, 180_000);

afterAll(async () => {
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
