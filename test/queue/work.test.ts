import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { inventWarc } from "../../bench/invent-warc.ts";
import { countRecords } from "../../src/collect/archive/count-records.ts";
import { checkLedger } from "../../src/ledger/check-ledger.ts";
import { type Ledger, openLedger } from "../../src/ledger/ledger.ts";
import { openQueue, type Queue } from "../../src/queue/queue.ts";
import { startServer, type TestServer } from "../ledger/postgres-server.ts";
import { entente as run, startEntente } from "../run-entente.ts";

// Workers open the tagger, which takes seconds on a small, busy machine; a dead one is missed after ten.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const root = join(import.meta.dirname, "../..");
const missing = "no PostgreSQL server could be started here";

let server: TestServer | null = null;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "entente-queue-"));
  server = await startServer(54_337);
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("workers that share a server", () => {
  test("lose nothing and record nothing twice, though one is killed in the middle of an archive and the server restarted", async ({
    skip,
  }) => {
    if (server === null) return skip(missing);
    const archive = join(folder, "crawl.warc");
    const pages = await inventWarc(archive, 3_000_000);
    expect(pages).toBeGreaterThan(15);
    const single = stories("tradebloc").slice(0, 8);
    const [queue, ledger] = [await openQueue(server.url), await openLedger(server.url)];
    await queue.add([{ input: archive, records: null }], { lostAfter: 10 });
    const first = work(server.url);
    await until(async () => (await ledger.reportIds()).length >= 3);
    await queue.add(
      single.map((input) => ({ input, records: null })),
      { lostAfter: 10 },
    );
    const second = work(server.url, "--until-empty");
    first.child.kill("SIGKILL");
    await first.ended;
    const recorded = (await ledger.reportIds()).length;
    expect(recorded, "killed in the middle").toBeLessThan(pages);
    await until(async () => (await ledger.reportIds()).length > recorded);
    await closeBoth(queue, ledger);
    await server.restart();
    const { code, errors } = await second.ended;
    expect(code, errors).toBe(0);
    const [queueAfter, after] = [await openQueue(server.url), await openLedger(server.url)];
    const ids = await after.reportIds();
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(pages + single.length);
    expect(await queueAfter.counts()).toMatchObject({
      waiting: 0,
      "being read": 0,
      done: 1 + single.length,
      failed: 0,
    });
    expect(await faultsOf(after)).toEqual([]);
    await closeBoth(queueAfter, after);
  });

  test("put an input that cannot be read aside with its reason, and read it when it is retried", async ({ skip }) => {
    if (server === null) return skip(missing);
    const page = join(folder, "late.txt");
    expect((await run(["queue", "add", page, "--ledger", server.url])).code, "no such file").toBe(1);
    writeFileSync(page, "");
    const added = await run(["queue", "add", page, page, "--retries", "0", "--ledger", server.url]);
    expect(added.errors).toContain("1 jobs added, 1 in the queue already");
    expect((await work(server.url, "--until-empty").ended).errors).toContain("late.txt: failed");
    const { out } = await run(["queue", "failed", "--ledger", server.url, "--format", "json"]);
    expect(JSON.parse(out)).toMatchObject([
      { job: { input: page }, tries: 1, reason: expect.stringContaining("empty") },
    ]);
    expect((await run(["queue", "--ledger", server.url])).out).toMatch(/failed +1/);

    copyFileSync(stories("tradebloc")[9]!, page);
    const strange = await run(["queue", "retry", "nonsense", "--ledger", server.url]);
    expect(strange).toMatchObject({ code: 2, errors: expect.stringContaining("entente queue failed lists them") });
    const id = JSON.parse(out)[0].id.slice(0, 18);
    expect((await run(["queue", "retry", id, "--ledger", server.url])).errors).toContain("1 inputs put back");
    expect((await work(server.url, "--until-empty").ended).errors).toContain(
      "1 inputs done, 0 failed; 1 reports recorded",
    );
    expect((await run(["queue", "failed", "--ledger", server.url])).out).toBe("nothing failed\n");
  });

  test("read each record of a divided archive once", async ({ skip }) => {
    const own = server === null ? null : await startServer(54_338);
    if (own === null) return skip(missing);
    const shared = join(folder, "shared");
    mkdirSync(shared);
    const pages = await inventWarc(join(shared, "divided.warc"), 1_500_000);
    const records = await countRecords(join(shared, "divided.warc"));
    const { errors } = await run(["queue", "add", shared, "--records-per-job", "11", "--ledger", own.url]);
    expect(errors).toContain(`${Math.ceil(records / 11)} jobs added`);
    const ends = await Promise.all([work(own.url, "--until-empty").ended, work(own.url, "--until-empty").ended]);
    const told = ends.map((end) => /(\d+) reports recorded, (\d+) known/.exec(end.errors)!.slice(1).map(Number));
    expect(told.reduce((sum, [recorded]) => sum + recorded!, 0)).toBe(pages);
    expect(told.map(([, known]) => known)).toEqual([0, 0]);
    await own.stop();
  });
});

describe("a queue", () => {
  test("is refused without a server, with a word on what to do", async () => {
    for (const args of [["work"], ["queue"], ["queue", "add", "x"], ["queue", "failed"], ["queue", "retry"]]) {
      const { code, errors } = await run([...args, "--ledger", join(folder, "none")]);
      expect(code).toBe(2);
      expect(errors).toContain("--ledger postgres://");
    }
  });

  test("on a server that does not answer is refused without showing the password", async () => {
    const { code, errors } = await run(["queue", "--ledger", "postgres://reader:secret@localhost:1/ledger"]);
    expect(code).toBe(2);
    expect(errors).toContain("postgres://reader@localhost:1/ledger: the queue cannot be opened");
    expect(errors).not.toContain("secret");
  });
});

const stories = (plot: string): string[] =>
  readdirSync(join(root, "stories", plot))
    .filter((file) => /\.(txt|html)$/.test(file))
    .sort()
    .map((file) => join(root, "stories", plot, file));

async function faultsOf(ledger: Ledger): Promise<unknown[]> {
  const faults: unknown[] = [];
  for await (const { notes } of checkLedger(ledger)) faults.push(...notes);
  return faults;
}

async function closeBoth(queue: Queue, ledger: Ledger): Promise<void> {
  await queue.close();
  await ledger.close();
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(100);
}

const work = (url: string, ...more: string[]) => startEntente(["work", "--ledger", url, ...more]);
