import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { openLedger } from "../src/ledger/ledger.ts";
import type { ActorSummary, Page } from "../src/serve/answers.ts";
import type { Picture } from "../src/terms/index.ts";
import { type Invention, inventReports, inventWorld } from "./invent-ledger.ts";
import { readingOf } from "./invented-reading.ts";

// npm run bench:api -- [--claims 100000] [--seconds 300]: an invented ledger served on loopback as `entente serve` serves
// it, asked by ten connections at once. Each question is asked of many days and actors, so that no answer is asked for
// twice in a row. Figures as one JSON line, last; exit 0 when nothing failed and memory stayed flat.

const claims = asked("claims", 100_000);
const seconds = asked("seconds", 300);
const connections = 10;
/** The mean of the last quarter may be this much above that of the second; the first fills caches and heaps. */
const mostGrowth = 1.15;

const folder = mkdtempSync(join(tmpdir(), "entente-bench-api-"));
const ledger = join(folder, "ledger");
await load();
const server = await start();
try {
  const began = performance.now();
  const { days, actors, pairs } = await subjects();
  const firstAnswerSeconds = Math.round((performance.now() - began) / 100) / 10;
  const paths = {
    picture: days.map((day) => `/api/picture?asOf=${day}`),
    actor: actors.map((id, at) => `/api/actors/${id}?asOf=${days[at % days.length]}`),
    why: pairs.map(([a, b], at) => `/api/why?a=${a}&b=${b}&asOf=${days[at % days.length]}`),
  };
  const each = Math.max(5, Math.round(seconds / 15));
  const memory: number[] = [];
  const sampling = setInterval(() => memory.push(megabytesOf(server.pid)), 1_000);
  const figures: Record<string, unknown> = {};
  let failed = 0;
  for (const [name, asks] of Object.entries(paths)) {
    const { failures, ...figure } = await ask(asks, each);
    figures[name] = figure;
    failed += failures;
  }
  const mixed = await ask(Object.values(paths).flat(), Math.max(5, seconds - 3 * each));
  failed += mixed.failures;
  clearInterval(sampling);
  const quarter = Math.floor(memory.length / 4);
  const [early, late] = [mean(memory.slice(quarter, 2 * quarter)), mean(memory.slice(-quarter))];
  const holds = failed === 0 && late <= early * mostGrowth;
  const memoryMb = { early: Math.round(early), late: Math.round(late), most: Math.round(Math.max(...memory)) };
  const load1 = Math.round(loadavg()[0]! * 10) / 10;
  console.log(
    JSON.stringify({
      bench: "api",
      holds,
      claims,
      seconds,
      connections,
      firstAnswerSeconds,
      ...figures,
      mixed,
      failed,
      memoryMb,
      load1,
    }),
  );
  process.exitCode = holds ? 0 : 1;
} finally {
  server.stop();
  rmSync(folder, { recursive: true, force: true });
}

function asked(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

async function load(): Promise<void> {
  const invention: Invention = {
    ...{ seed: 5, claims, actors: Math.max(200, claims / 50), reports: Math.ceil(claims * 0.3), outlets: 200 },
    ...{ copied: 0.3, firstDay: "2029-01-01", days: 1_400 },
  };
  const store = await openLedger(ledger, { clock: () => "2034-01-01T00:00:00.000Z" });
  let batch = [];
  for (const report of inventReports(invention, inventWorld(invention))) {
    batch.push(readingOf(report));
    if (batch.length < 1_000) continue;
    await store.appendAll(batch);
    batch = [];
  }
  await store.appendAll(batch);
  await store.close();
}

async function start(): Promise<{ url: string; pid: number; stop(): void }> {
  const command = fileURLToPath(new URL("../bin/entente", import.meta.url));
  const options = ["serve", "--ledger", ledger, "--port", "0", "--no-demo"];
  const child = spawn(process.execPath, ["--max-old-space-size=4096", command, ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (line) => resolve(String(line).trim()));
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  // localhost may be ::1 first, where the server does not listen.
  return { url: url.replace("localhost", "127.0.0.1"), pid: child.pid!, stop: () => child.kill() };
}

/** Forty days, forty actors and their nearest others: enough that no small cache could hold all answers. */
async function subjects() {
  const get = async <Answer>(path: string) => (await (await fetch(server.url + path)).json()) as Answer;
  const { items } = await get<Page<ActorSummary>>("/api/actors?limit=40");
  const { ties } = await get<Picture>("/api/picture?asOf=2031-12-01");
  const start = Date.UTC(2029, 6, 1);
  const days = Array.from({ length: 40 }, (_, at) => new Date(start + at * 30 * 86_400_000).toISOString().slice(0, 10));
  const step = Math.max(1, Math.floor(ties.length / 40));
  const pairs = ties.filter((_, at) => at % step === 0).map(({ a, b }) => [a, b] as const);
  return { days, actors: items.map(({ id }) => id), pairs };
}

async function ask(paths: readonly string[], duration: number) {
  const result = await autocannon({
    url: server.url,
    connections,
    duration,
    timeout: 60,
    requests: paths.map((path) => ({ method: "GET", path })),
  });
  return {
    perSecond: Math.round(result.requests.average * 10) / 10,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    failures: result.errors + result.non2xx + result.timeouts,
  };
}

function megabytesOf(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
