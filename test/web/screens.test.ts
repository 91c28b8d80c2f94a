import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureWeb } from "../../bin/ensure-web.js";
import { serveInvented } from "../serve/serve-invented.ts";
import { violationsIn } from "./axe-violations.ts";
import { chromiumPath, openBrowser } from "./browser.ts";

const skipped = chromiumPath === null;
if (skipped)
  console.warn("No Chromium here (apt-get install chromium, or ENTENTE_CHROMIUM=…): browser tests are skipped.");

/** A script in a title, an SVG payload, a style, and a bidirectional override: put into every name, title and quote. */
const hostile = `<img src=x onerror="window.ran=1"><svg onload="window.ran=1"><style>*{display:none}</style>\u202Egnorw`;

let browser: Browser;
let plain: Awaited<ReturnType<typeof serveInvented>>;
let poisoned: Awaited<ReturnType<typeof serveInvented>>;

beforeAll(async () => {
  if (skipped) return;
  ensureWeb();
  [browser, plain, poisoned] = await Promise.all([
    openBrowser(),
    serveInvented({ actors: 40, ties: 60, reports: 12 }),
    serveInvented({ actors: 20, ties: 30, reports: 6, hostile }),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await plain?.close();
  await poisoned?.close();
});

async function open(
  path: string,
  options: { url?: string; width?: number; colorScheme?: "light" | "dark" } = {},
): Promise<Page> {
  const { url = plain.url, width = 1440, colorScheme = "light" } = options;
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" });
  await page.goto(url + path);
  await page.locator("main :is(h1, h2)").first().waitFor({ state: "attached" });
  return page;
}

/** Addresses of a first report, actor and pair of the invented ledger. */
async function things(url = plain.url) {
  const ask = async (path: string) => (await fetch(`${url}/api/${path}`)).json();
  const { items: reports } = (await ask("reports?limit=1")) as { items: { id: string }[] };
  const { ties } = (await ask("picture?asOf=2031-12-31")) as { ties: { a: string; b: string }[] };
  const { a, b } = ties[0]!;
  return {
    report: `/r/${reports[0]!.id.slice(7, 19)}`,
    actor: `/actors/${encodeURIComponent(a)}`,
    tie: `/ties?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`,
  };
}

async function allScreens(url = plain.url): Promise<string[]> {
  const { report, actor, tie } = await things(url);
  return [
    ...[
      "/",
      "/?view=list",
      "/timeline",
      "/changes",
      "/disputes",
      "/reports",
      "/review",
      "/review?view=decisions",
      "/desk",
    ],
    ...[report, actor, tie],
  ];
}

describe.skipIf(skipped)("the picture", () => {
  test("is drawn, and says in words what it draws", async () => {
    const page = await open("/");
    await page.waitForFunction(() => performance.getEntriesByName("picture-drawn").length > 0);
    expect(await page.locator(".drawing canvas").count()).toBeGreaterThan(0);
    expect(await page.getByRole("img").first().getAttribute("aria-label")).toMatch(/\d+ actors and \d+ ties/);
    await page.close();
  });

  test("of another day is another picture, and its address can be sent to someone", async () => {
    const page = await open("/?view=list");
    const before = await page.locator(".beside .soft").first().textContent();
    await page.getByRole("slider", { name: "Day of the picture" }).fill("40");
    await page.waitForURL(/asOf=2031-02-10/);
    await page.waitForFunction((old) => document.querySelector(".beside .soft")?.textContent !== old, before);
    const there = await page.locator(".beside .soft").first().textContent();
    const other = await open(new URL(page.url()).pathname + new URL(page.url()).search);
    expect(await other.locator(".beside .soft").first().textContent()).toBe(there);
    await Promise.all([page.close(), other.close()]);
  });

  test("leaves out the relations that the reader leaves out", async () => {
    const page = await open("/?view=list");
    await page.getByText("fights").first().waitFor();
    await page.getByRole("checkbox", { name: /enemies/ }).uncheck();
    await page.waitForFunction(() => !document.querySelector(".ties")?.textContent?.includes("fights"));
    await page.close();
  });

  test("leads from a tie to its sentence with the keyboard alone", async () => {
    const page = await open("/?view=list");
    const tie = page.locator(".ties a").first();
    await tie.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/ties\?/);
    const quote = page.locator("blockquote a").first();
    await quote.waitFor();
    await quote.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/r\/[0-9a-f]{12}\?claim=/);
    await page.locator("[data-lit]").first().waitFor();
    expect(await page.locator("[data-lit].cue").textContent()).toBe("clashed");
    await page.close();
  });
});

describe.skipIf(skipped)("a report", () => {
  test("lights the words of a claim, and the claim from its words", async () => {
    const page = await open((await things()).report);
    await page
      .getByRole("button", { name: /Show in the text/ })
      .first()
      .click();
    await page.locator("[data-lit].cue").waitFor();
    expect(await page.locator("[data-lit].party").first().textContent()).toContain("Front");
    await page.getByRole("button", { name: /Lit in the text/ }).click();
    expect(await page.locator("[data-lit]").count()).toBe(0);
    await page.locator(".evidence").first().click();
    expect(await page.locator("li.held").count()).toBe(1);
    await page.close();
  });

  test("shows what is not its own apart, by name, and hides it when asked", async () => {
    const page = await open((await things()).report);
    expect(await page.locator(".furniture .kind").textContent()).toBe("clock");
    await page.getByRole("checkbox", { name: /not the report's own/ }).uncheck();
    expect(await page.locator(".furniture").count()).toBe(0);
    await page.close();
  });
});

describe.skipIf(skipped)("the search", () => {
  test("finds an actor and goes there by keyboard", async () => {
    const page = await open("/");
    await page.keyboard.press("/");
    await page.keyboard.type("Tartara");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/actors\//);
    expect(await page.locator("h1").textContent()).toContain("Tartara");
    await page.close();
  });
});

describe.skipIf(skipped)("the desk", () => {
  test("reads a pasted text and shows its claims", async () => {
    const page = await open("/desk");
    await page.getByLabel(/Paste the text/).fill("Tartara Front clashed with Umitara Front.");
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await page.getByRole("heading", { name: "1 claim" }).waitFor();
    await page.close();
  });
});

describe.skipIf(skipped)("the review", () => {
  test("is done by keyboard alone: accept, reject, take back, correct", async () => {
    const page = await open("/review");
    const progress = page.locator(".progress");
    await progress.getByText("0 decided").waitFor();
    await page.keyboard.press("a");
    await progress.getByText("1 decided").waitFor();
    await page.keyboard.press("r");
    await progress.getByText("2 decided").waitFor();
    await page.keyboard.press("u");
    await progress.getByText("1 decided").waitFor();
    await page.keyboard.press("c");
    await page.getByLabel("does what").selectOption("truce");
    await page.getByLabel("does what").press("Tab");
    await page.getByLabel("because").fill("It says that they stopped.");
    await page.keyboard.press("Enter");
    await progress.getByText("2 decided").waitFor();
    await page.goto(`${plain.url}/review?view=decisions`);
    await page.getByText("It says that they stopped.").waitFor();
    expect(await page.locator("li p:first-child").getByText("corrected (relation)").count()).toBe(1);
    await page.close();
  });
});

describe.skipIf(skipped)("an actor", () => {
  test("is shown with its countries, and with who says so", async () => {
    const page = await open((await things()).actor);
    const line = page.locator(".names").filter({ hasText: "Mali and Niger" });
    expect(await line.textContent()).toContain("by Entente’s own lists");
    await page.close();
  });

  test("is of the kind that a person says, and another one where a report means another", async () => {
    const page = await open((await things()).actor);
    const name = await page.locator("h1").textContent();
    await page.getByRole("button", { name: "Of another kind" }).click();
    await page.getByLabel("It is of the kind").selectOption("outlet");
    await page.getByRole("button", { name: "Decide", exact: true }).click();
    await page.getByText("Of the kind outlet.").waitFor();
    await page.getByRole("button", { name: "Another in one report" }).click();
    const form = page.locator("form").filter({ hasText: "to be told apart as" });
    await form.locator("select").first().selectOption({ index: 1 });
    await form.locator("select").nth(1).locator("option").first().waitFor({ state: "attached" });
    await page.getByLabel("is another, to be told apart as").fill(`${name} of the Coast`);
    await page.getByRole("button", { name: "Tell apart" }).click();
    await page.getByText(`${name} is another actor there: ${name} of the Coast.`).waitFor();
    await page.goto(`${plain.url}/review?view=decisions`);
    await page.getByText(`${name} is of the kind outlet`).first().waitFor();
    await page.getByText(`${name} is another actor in one report, and goes by ${name} of the Coast`).first().waitFor();
    await page.close();
  });

  test("is of the countries that a person says; a name that is no country is not taken", async () => {
    const page = await open((await things()).actor);
    await page.getByRole("button", { name: "Of a country" }).click();
    await page.getByRole("button", { name: "Not of Niger" }).click();
    const one = page.getByLabel("It is of");
    await one.fill("Atlantis");
    await one.press("Enter");
    await page.getByText("Choose the country from the list").waitFor();
    await one.fill("chad");
    await one.press("Enter");
    await page.getByText("Of Mali and Chad.").waitFor();
    await page.goto(`${plain.url}/review?view=decisions`);
    await page.getByText("is of Mali and Chad").first().waitFor();
    await page.close();
  });

  test("is not told apart in a report that cannot be had: a note says why, and the report can be chosen again", async () => {
    const page = await open((await things()).actor);
    await page.getByRole("button", { name: "Another in one report" }).click();
    const form = page.locator("form").filter({ hasText: "to be told apart as" });
    const [reports, names] = [form.locator("select").first(), form.locator("select").nth(1)];
    await reports.waitFor();
    const problem = { status: 500, contentType: "application/problem+json", body: '{"detail":"The page is damaged."}' };
    await page.route("**/api/reports/*", (route) => route.fulfill(problem));
    await reports.selectOption({ index: 1 });
    const note = page.getByRole("alert").filter({ hasText: "The page is damaged." });
    await note.waitFor();
    expect(await note.textContent()).toContain("Choose it again, or another.");
    expect(await reports.inputValue()).toBe("");
    expect(await names.locator("option").count()).toBe(0);
    await page.unroute("**/api/reports/*");
    await reports.selectOption({ index: 1 });
    await names.locator("option").first().waitFor({ state: "attached" });
    await note.waitFor({ state: "detached" });
    await page.close();
  });
});

describe.skipIf(skipped)("a discussion", () => {
  test("takes a note and its answer, signed, and a hidden note leaves its place", async () => {
    const page = await open((await things()).report);
    await page.getByLabel("Signed").last().fill("Ben");
    await page.getByLabel("The note").fill("The second sentence says otherwise.");
    await page.getByRole("button", { name: "Write", exact: true }).click();
    await page.getByRole("button", { name: "Answer" }).click();
    await page.getByLabel("The note").fill("It does not.");
    await page.getByRole("button", { name: "Write", exact: true }).click();
    await page.locator(".notes li li").getByText("It does not.").waitFor();
    expect(await page.locator(".notes .who").first().textContent()).toContain("Ben");
    page.on("dialog", (dialog) => dialog.accept("Be civil."));
    await page.locator(".notes li li").getByRole("button", { name: "Hide" }).click();
    await page.getByText("Be civil.").waitFor();
    expect(await page.getByText("It does not.").count()).toBe(0);
    await page.close();
  });
});

describe.skipIf(skipped)("the timeline", () => {
  test("leads from an entry to its claim", async () => {
    const page = await open("/timeline?from=2031-01-01&to=2031-01-03");
    await page.locator(".quote a").first().click();
    await page.waitForURL(/\/c\//);
    await page.locator("blockquote").waitFor();
    await page.close();
  });
});

describe.skipIf(skipped)("the map", () => {
  test("is drawn from this server alone, and leads from a place to who holds it", async () => {
    const page = await open("/map");
    const strangers: string[] = [];
    page.on("request", (request) => !request.url().startsWith(plain.url) && strangers.push(request.url()));
    await page.waitForFunction(() => performance.getEntriesByName("map-drawn").length > 0);
    expect(await page.locator(".map canvas").count()).toBe(1);
    await page.locator(".map button.place").first().click();
    await page.locator(".held").waitFor();
    expect(await page.locator(".held a").count()).toBeGreaterThan(0);
    expect(strangers.filter((url) => !url.startsWith("blob:") && !url.startsWith("data:"))).toEqual([]);
    await page.close();
  });

  test("says which places it cannot show, and lists all of them in words", async () => {
    const page = await open("/map");
    await page.getByText("1 place is on no map").waitFor();
    expect(await page.locator(".places > li").count()).toBe(6);
    await page.close();
  });
});

describe.skipIf(skipped)("every screen", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`can be used by everyone: no serious violation, ${colorScheme}`, async () => {
      for (const path of await allScreens()) {
        const page = await open(path, { colorScheme, width: colorScheme === "light" ? 1440 : 390 });
        await page.waitForTimeout(300);
        const violations = await violationsIn(page);
        expect(violations, path).toEqual([]);
        await page.close();
      }
    }, 240_000);
  }

  test("fits a narrow screen: nothing is cut off sideways", async () => {
    for (const path of await allScreens()) {
      const page = await open(path, { width: 390 });
      await page.waitForTimeout(200);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
      await page.close();
    }
  });

  test("shows hostile text as text: nothing in it runs, hides or reorders", async () => {
    const { items } = (await (await fetch(`${poisoned.url}/api/claims?limit=1`)).json()) as {
      items: { id: string; report: { id: string } }[];
    };
    const [{ id: claim, report }] = items as [(typeof items)[0]];
    const tell = (path: string, body: unknown) =>
      fetch(`${poisoned.url}/api/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    await tell("notes", { about: report.id, says: "comment", text: hostile, by: hostile.slice(0, 90) });
    await tell("decisions", { ruling: { kind: "reject", claim }, because: hostile, by: hostile.slice(0, 90) });
    await tell("decisions", { ruling: { kind: "reliability", source: hostile, grade: "E" } });
    for (const path of await allScreens(poisoned.url)) {
      const page = await open(path, { url: poisoned.url });
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => (window as unknown as { ran?: number }).ran), path).toBeUndefined();
      expect(await page.locator("main img, main svg[onload], main style").count(), path).toBe(0);
      expect(await page.locator("body").textContent(), path).not.toContain("\u202E");
      expect(await page.locator("a[href^='javascript:']").count(), path).toBe(0);
      await page.close();
    }
  });
});
