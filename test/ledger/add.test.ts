import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { entente, startEntente } from "../run-entente.ts";

// Reading a plot takes half a minute on a small, busy machine.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const root = join(import.meta.dirname, "../..");
const plot = join(root, "stories/tradebloc");
const pages = readdirSync(plot)
  .filter((file) => /\.(txt|html)$/.test(file))
  .map((file) => join(plot, file))
  .sort();

let folder: string;
let once: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "entente-add-"));
  await entente(["add", ...pages, "--ledger", join(folder, "once")]);
  once = await pictureOf("once");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a plot of the stories", () => {
  test("has ties, and passes the ledger's check", async () => {
    expect(JSON.parse(once).ties.length).toBeGreaterThan(5);
    const { code, out } = await entente(["ledger", "check", "--ledger", join(folder, "once")]);
    expect(out).toContain("all is well");
    expect(code).toBe(0);
  });

  test("added in another order, in two turns that overlap, gives the same picture byte for byte", async () => {
    const backwards = pages.toReversed();
    await entente(["add", ...backwards.slice(0, 8), "--ledger", join(folder, "backwards")]);
    const { errors } = await entente(["add", ...backwards, "--ledger", join(folder, "backwards")]);
    expect(errors).toContain("8 known already");
    expect(await pictureOf("backwards")).toBe(once);
  });

  test("gives the same picture after the adding was killed half way and started again", async () => {
    const args = ["add", ...pages, "--ledger", join(folder, "killed")];
    const { child, ended } = startEntente(args);
    await new Promise((resolve) => setTimeout(resolve, 9_000));
    child.kill("SIGKILL");
    await ended;
    await entente(args);
    expect(await pictureOf("killed")).toBe(once);
  });
});

async function pictureOf(name: string): Promise<string> {
  const dates = ["--as-of", "2034-01-17", "--known-at", "9999-12-31T00:00:00Z"];
  return (await entente(["picture", "--ledger", join(folder, name), "--format", "json", "--ended", ...dates])).out;
}
