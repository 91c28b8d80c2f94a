import { PGlite } from "@electric-sql/pglite";
import {
  type ClaimRow,
  contentId,
  type Decision,
  type Holdings,
  type LocalActor,
  type Reading,
  type ReportRow,
  type Ruling,
} from "../terms/index.ts";
import { decisionsBy, recordDecision } from "./decisions.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { migrations } from "./migrations.ts";
import { claimRowsOf, localActorsOf } from "./rows.ts";

export interface Ledger {
  /** Records a reading, whole or not at all. False when its report is there already: nothing changes then. */
  append(reading: Reading): Promise<boolean>;
  /** Whether a report has been recorded. */
  has(report: string): Promise<boolean>;
  /** Records what a person decided; it is never taken back but by a later decision on the same thing. */
  decide(ruling: Ruling, signed: { by: string; because?: string | null }): Promise<Decision>;
  /** What had been recorded by an instant (ISO, UTC), in an order that does not depend on the order of arrival. */
  holdings(knownAt: string): Promise<Holdings>;
  reading(report: string): Promise<{ reading: Reading; hash: string } | null>;
  /** Ids of all reports, in the order of arrival. */
  reportIds(): Promise<string[]>;
  close(): Promise<void>;
}

export interface LedgerOptions {
  /** Now, as an ISO instant; what is recorded carries it. */
  clock?: () => string;
}

/**
 * Opens the ledger in a folder, or makes it. Throws `ledger.in-use` when another process has it open. The store runs
 * without waiting for the disk: nothing acknowledged is lost when the process is killed, but a power cut may lose the
 * last moments (docs/ledger.md).
 */
export async function openLedger(folder: string, options: LedgerOptions = {}): Promise<Ledger> {
  const clock = options.clock ?? (() => new Date().toISOString());
  const lock = await lockFolder(folder);
  try {
    const store = await PGlite.create(folder);
    await migrate(store);
    return ledgerOver(store, lock, clock);
  } catch (cause) {
    await lock.release();
    throw new Error(`${folder}: cannot be opened as a ledger (${(cause as Error).message})`, { cause });
  }
}

async function migrate(store: PGlite): Promise<void> {
  await store.exec(
    "create table if not exists migration (name text primary key, applied timestamptz not null default now())",
  );
  const done = await store.query<{ name: string }>("select name from migration");
  const names = new Set(done.rows.map((row) => row.name));
  for (const { name, sql } of migrations) {
    if (names.has(name)) continue;
    await store.transaction(async (change) => {
      await change.exec(sql);
      await change.query("insert into migration (name) values ($1)", [name]);
    });
  }
}

function ledgerOver(store: PGlite, lock: FolderLock, clock: () => string): Ledger {
  return {
    append: (reading) => append(store, reading, clock()),
    has: async (report) => (await store.query("select 1 from report where id = $1", [report])).rows.length > 0,
    decide: (ruling, { by, because = null }) => recordDecision(store, ruling, { by, because, recorded: clock() }),
    holdings: (knownAt) => holdings(store, knownAt),
    reading: async (report) => {
      const found = await store.query<{ reading: Reading; reading_hash: string }>(
        "select reading, reading_hash from report where id = $1",
        [report],
      );
      const row = found.rows[0];
      return row ? { reading: row.reading, hash: row.reading_hash } : null;
    },
    reportIds: async () =>
      (await store.query<{ id: string }>("select id from report order by number")).rows.map((row) => row.id),
    close: async () => {
      await store.close();
      await lock.release();
    },
  };
}

/** The hash under which a reading is recorded; `ledger check` makes it again. */
export const readingHash = (reading: Reading): string => contentId("r", [canonical(reading)]);

/** The same value with its keys in one order: jsonb does not keep the order that it was given. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, field]) => [key, canonical(field)]),
  );
}

async function append(store: PGlite, reading: Reading, recorded: string): Promise<boolean> {
  const { report } = reading;
  return store.transaction(async (change) => {
    const added = await change.query(
      `-- Is this report new?
       insert into report (id, name, publisher, published, captured, reading, reading_hash, recorded)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (id) do nothing
       returning id`,
      [
        report.id,
        report.name,
        report.publisher,
        report.published,
        report.captured,
        JSON.stringify(reading),
        readingHash(reading),
        recorded,
      ],
    );
    if (added.rows.length === 0) return false;
    await change.query(
      `-- Who is mentioned in it?
       insert into local_actor (report, actor, type, names)
       select a->>'report', a->>'actor', a->>'type', a
       from jsonb_array_elements($1::jsonb) as a`,
      [JSON.stringify(localActorsOf(reading))],
    );
    await change.query(
      `-- What does it claim?
       insert into claim (id, report, local_id, relation, polarity, modality, agents, patients, time, place, voices, quote, evidence, confidence)
       select c->>'id', c->>'report', c->>'localId', c->>'relation', c->>'polarity', c->>'modality', c->'agents', c->'patients',
              nullif(c->'time', 'null'), c->>'place', c->'voices', c->>'quote', c->'evidence', (c->>'confidence')::double precision
       from jsonb_array_elements($1::jsonb) as c
       on conflict (id) do nothing`,
      [JSON.stringify(claimRowsOf(reading))],
    );
    return true;
  });
}

async function holdings(store: PGlite, knownAt: string): Promise<Holdings> {
  const reports = await store.query<{ list: (ReportRow & { text: string })[] | null }>(
    `-- Which reports had been recorded by then?
     select json_agg(json_build_object('id', id, 'name', name, 'publisher', publisher, 'agency', reading->'report'->>'agency', 'published', published, 'captured', captured,
              'recorded', to_char(recorded at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'text', reading->'report'->>'text') order by id) as list
     from report
     where recorded <= $1`,
    [knownAt],
  );
  const actors = await store.query<{ list: LocalActor[] | null }>(
    `-- Whom do they mention?
     select json_agg(names order by report, actor) as list
     from local_actor
     where report in (select id from report where recorded <= $1)`,
    [knownAt],
  );
  const claims = await store.query<{ list: ClaimRow[] | null }>(
    `-- What do they claim?
     select json_agg(json_build_object('id', id, 'report', report, 'localId', local_id, 'relation', relation, 'polarity', polarity,
              'modality', modality, 'agents', agents, 'patients', patients, 'time', time, 'place', place, 'voices', voices,
              'quote', quote, 'evidence', evidence, 'confidence', confidence) order by id) as list
     from claim
     where report in (select id from report where recorded <= $1)`,
    [knownAt],
  );
  const rows = reports.rows[0]?.list ?? [];
  return {
    reports: rows.map(({ text: _, ...row }) => row),
    texts: new Map(rows.map((row) => [row.id, row.text])),
    actors: actors.rows[0]?.list ?? [],
    claims: claims.rows[0]?.list ?? [],
    decisions: await decisionsBy(store, knownAt),
  };
}
