import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureWeb } from "../../bin/ensure-web.js";
import { type Accounts, openAccounts } from "../../src/serve/accounts.ts";
import { createApp, sharedLimits } from "../../src/serve/app.ts";
import { type Listening, listen } from "../../src/serve/listen.ts";
import { inventArchive } from "../serve/invented-archive.ts";
import { chromiumPath, openBrowser } from "./browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const skipped = chromiumPath === null;
const password = "a long enough password";
let browser: Browser;
let accounts: Accounts;
let server: Listening;

beforeAll(async () => {
  if (skipped) return;
  ensureWeb();
  accounts = await openAccounts({ file: ":memory:", url: "http://localhost" });
  await accounts.add({ name: "ana", role: "admin", password });
  await accounts.add({ name: "cem", role: "reader", password });
  const web = { folder: fileURLToPath(new URL("../../dist/web", import.meta.url)) };
  const archive = inventArchive({ actors: 10, ties: 20, reports: 4 });
  const tools = { archive, now: () => new Date("2031-12-31"), log: console.error, people: accounts, accounts, web };
  server = await listen(createApp({ ...tools, hosts: null, limits: sharedLimits }), "127.0.0.1", 0);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  accounts?.close();
});

async function signedIn(name: string, path: string) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(server.url + path);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("navigation").getByText(name).waitFor();
  return page;
}

test.skipIf(skipped)(
  "a stranger sees the sign-in and nothing of the ledger; a wrong password is told",
  async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}/reports`);
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await page.getByRole("navigation").count()).toBe(0);
    await page.getByLabel("Name").fill("ana");
    await page.getByLabel("Password").fill("another long password");
    await page.keyboard.press("Enter");
    await page.getByText("No account has this name and password.").waitFor();
    await page.close();
  },
  60_000,
);

test.skipIf(skipped)(
  "an admin invites somebody and sees who did what; the screen can be used by everyone",
  async () => {
    const page = await signedIn("ana", "/people");
    await page.getByRole("textbox", { name: "Name" }).fill("ben");
    await page.getByRole("textbox", { name: "Password" }).last().fill(password);
    await page.getByRole("button", { name: "Invite" }).click();
    await page.getByRole("combobox", { name: "Role of ben" }).waitFor();
    await page.getByText("/api/people").first().waitFor();
    await page.evaluate(axe);
    const serious = await page.evaluate(async () => {
      const { violations } = await (
        window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> } }
      ).axe.run();
      return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id);
    });
    expect(serious).toEqual([]);
    await page.close();
  },
  60_000,
);

test.skipIf(skipped)(
  "a reader sees no way to decide, and what they sign is their own name",
  async () => {
    const page = await signedIn("cem", "/review");
    await page.locator(".one").waitFor();
    expect(await page.getByRole("button", { name: /Accept/ }).count()).toBe(0);
    await page.keyboard.press("a");
    await page.waitForTimeout(300);
    await page.getByText("0 decided").waitFor();
    await page.close();
  },
  60_000,
);
