import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLedger } from "../src/ledger/ledger.ts";
import { findChanges } from "../src/picture/changes.ts";
import { derivePicture } from "../src/picture/derive-picture.ts";
import { explainTies } from "../src/picture/explain-ties.ts";
import { findDisputes } from "../src/picture/find-disputes.ts";
import { resolveHoldings } from "../src/resolve/resolve-holdings.ts";
import type { ActorId, ResolvedHoldings } from "../src/terms/index.ts";
import { startServer } from "../test/ledger/postgres-server.ts";
import { type Invention, inventReports, inventWorld } from "./invent-ledger.ts";
import { readingOf } from "./invented-reading.ts";

// `npm run bench:ledger -- --claims 100000`: an invented ledger is loaded into a folder and into a PostgreSQL server, then
// asked. Questions are answered from what one load of the ledger left in memory, as `entente serve` answers them; what that
// load takes is a figure of its own. The last line is one JSON object; exit 0 when the targets for a million claims hold.

const asked = process.argv.indexOf("--claims");
const claims = asked < 0 ? 100_000 : Number(process.argv[asked + 1]);
const invention: Invention = {
  ...{ seed: 5, claims, actors: Math.max(200, claims / 50), reports: Math.ceil(claims * 0.3), outlets: 200 },
  ...{ copied: 0.3, firstDay: "2029-01-01", days: 1_400 },
};
const targets = { picture200: 300, actor: 50, why: 50, changes: 500, disputes: 200 };

const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
const stores = { pglite: await measure(folder, () => sizeOf(folder)) };
const server = await startServer(54_330);
const postgres = server === null ? null : await measure(server.url, null);
await server?.stop();
rmSync(folder, { recursive: true, force: true });

const holds = claims >= 1_000_000 && Object.entries(targets).every(([name, ms]) => stores.pglite.p95[name]! <= ms);
console.log(JSON.stringify({ bench: "ledger", ...invention, targets, pglite: stores.pglite, postgres, holds }));
process.exitCode = holds ? 0 : 1;

async function measure(place: string, size: (() => number) | null) {
  const ledger = await openLedger(place, { clock: () => "2040-01-01T00:00:00.000Z" });
  const loading = performance.now();
  const world = inventWorld(invention);
  let batch = [];
  let kept = 0;
  for (const report of inventReports(invention, world)) {
    batch.push(readingOf(report));
    kept += report.claims.length;
    if (batch.length < 1_000) continue;
    await ledger.appendAll(batch);
    batch = [];
  }
  await ledger.appendAll(batch);
  const loaded = performance.now() - loading;
  const opening = performance.now();
  const held = await ledger.holdings("2041-01-01T00:00:00Z");
  const read = performance.now() - opening;
  const resolving = performance.now();
  const holdings = resolveHoldings(held);
  const resolved = performance.now() - resolving;
  await ledger.close();
  return {
    claims: kept,
    claimsPerSecond: Math.round((kept / loaded) * 1000),
    megabytes: size === null ? null : Math.round(size() / 1e6),
    readSeconds: Math.round(read / 100) / 10,
    resolveSeconds: Math.round(resolved / 100) / 10,
    ...ask(holdings),
  };
}

function ask(holdings: ResolvedHoldings) {
  const query = { asOf: "2031-12-01", publishedBy: null, knownAt: "2041-01-01T00:00:00Z" };
  const first = performance.now();
  derivePicture(holdings, query);
  const firstSeconds = Math.round((performance.now() - first) / 100) / 10;
  const often = mostReported(holdings);
  const among = new Set(often.slice(0, 200));
  const p50: Record<string, number> = {};
  const p95: Record<string, number> = {};
  const time = (name: string, times: number, deed: (turn: number) => unknown): void => {
    const taken = Array.from({ length: times }, (_, turn) => {
      const begun = performance.now();
      deed(turn);
      return performance.now() - begun;
    }).sort((one, other) => one - other);
    p50[name] = Math.round(taken[Math.floor(times / 2)]! * 10) / 10;
    p95[name] = Math.round(taken[Math.min(times - 1, Math.floor(times * 0.95))]! * 10) / 10;
  };
  const someone = (turn: number): ActorId => often[(turn * 37) % often.length]!;
  time("picture200", 10, (turn) =>
    derivePicture(holdings, { ...query, asOf: `2031-0${(turn % 9) + 1}-15` }, { among }),
  );
  time("actor", 30, (turn) => derivePicture(holdings, query, { actor: someone(turn) }));
  time("why", 30, (turn) => explainTies(holdings, query, someone(turn), someone(turn + 1)));
  time("changes", 5, (turn) =>
    findChanges(holdings, { from: `2031-0${turn + 1}-01`, to: `2031-0${turn + 2}-01` }, query),
  );
  time("disputes", 10, (turn) => findDisputes(holdings, query, { actor: someone(turn) }));
  return { firstSeconds, p50, p95 };
}

function mostReported({ claims, idOf }: ResolvedHoldings): ActorId[] {
  const counts = new Map<ActorId, number>();
  for (const { report, agents, patients } of claims)
    for (const local of [...agents, ...patients]) {
      const id = idOf.get(`${report} ${local}`);
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  return [...counts].sort(([, one], [, other]) => other - one).map(([id]) => id);
}

function sizeOf(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
