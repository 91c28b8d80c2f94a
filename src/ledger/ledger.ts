import type { Decision, Holdings, NoteText, Reading, Ruling, SignedNote } from "../terms/index.ts";
import { appendReadings } from "./append.ts";
import { type Batch, batchesOf } from "./chain.ts";
import { decisionsBy, recordDecisions } from "./decisions.ts";
import { heldBy } from "./held.ts";
import { migrations } from "./migrations.ts";
import { notesBy, recordNote } from "./notes.ts";
import type { Store } from "./store.ts";

export interface Ledger {
  /** Records a reading, whole or not at all. False when its report is there already: nothing changes then. */
  append(reading: Reading): Promise<boolean>;
  /** The same for many at once, all or none; quicker by far. Gives the ids of the reports that were new. */
  appendAll(readings: readonly Reading[], recorded?: string): Promise<string[]>;
  /** Whether a report has been recorded. */
  has(report: string): Promise<boolean>;
  /** Records what a person decided; it is never taken back but by a later decision on the same thing. */
  decide(ruling: Ruling, signed: { by: string; because?: string | null; recorded?: string }): Promise<Decision>;
  /** The same for many rulings at once, all or none. */
  decideAll(
    rulings: readonly Ruling[],
    signed: { by: string; because?: string | null; recorded?: string },
  ): Promise<Decision[]>;
  /** Records what a reader wrote about a claim, a tie, an actor or a report. */
  writeNote(note: NoteText, signed: { by: string; recorded?: string }): Promise<SignedNote>;
  /** All notes, or those about one thing, oldest first. */
  notes(about?: string | null): Promise<SignedNote[]>;
  /** What had been recorded by an instant (ISO, UTC), in an order that does not depend on the order of arrival. */
  holdings(knownAt: string): Promise<Holdings>;
  reading(report: string): Promise<{ reading: Reading; hash: string; recorded: string } | null>;
  /** Ids of all reports, in the order of arrival. */
  reportIds(): Promise<string[]>;
  /** All decisions, in the order of the deciding. */
  decisions(): Promise<Decision[]>;
  /** What was appended, transaction by transaction, each sealed with all before it. */
  batches(): Promise<Batch[]>;
  /** The rows themselves, for what is worked out from them and kept beside them (index-tables.ts, held.ts). */
  store: Store;
  close(): Promise<void>;
}

export interface LedgerOptions {
  /** Now, as an ISO instant; what is recorded carries it. */
  clock?: () => string;
}

/** Whether a ledger's place is a PostgreSQL server and no folder. */
export const isServer = (place: string): boolean => /^postgres(ql)?:\/\//.test(place);

/**
 * Opens the ledger in a folder, or on a server (`postgres://…`), or makes it there. Throws `ledger.in-use` when another
 * process has the folder open. In a folder the store runs without waiting for the disk: nothing acknowledged is lost when
 * the process is killed, but a power cut may lose the last moments (docs/ledger.md).
 */
export async function openLedger(place: string, options: LedgerOptions = {}): Promise<Ledger> {
  const clock = options.clock ?? (() => new Date().toISOString());
  try {
    const store = isServer(place)
      ? await (await import("./server-store.ts")).openServerStore(place)
      : await (await import("./folder-store.ts")).openFolderStore(place);
    await migrate(store);
    return ledgerOver(store, clock);
  } catch (cause) {
    throw new Error(`${withoutPassword(place)}: cannot be opened as a ledger (${(cause as Error).message})`, { cause });
  }
}

/** A place as it may be shown. */
export const withoutPassword = (place: string): string => place.replace(/(?<=:\/\/[^:@/]*):[^@/]*(?=@)/, "");

/** Two processes that meet a new server at once take turns. */
const migrationTurn = 720_330;

async function migrate(store: Store): Promise<void> {
  await store.transaction(async (change) => {
    await change.query("select pg_advisory_xact_lock($1)", [migrationTurn]);
    await change.exec(
      "create table if not exists migration (name text primary key, applied timestamptz not null default now())",
    );
    const done = await change.query<{ name: string }>("select name from migration");
    const names = new Set(done.rows.map((row) => row.name));
    for (const { name, sql } of migrations.filter((migration) => !names.has(migration.name))) {
      await change.exec(sql);
      await change.query("insert into migration (name) values ($1)", [name]);
    }
  });
}

function ledgerOver(store: Store, clock: () => string): Ledger {
  return {
    append: async (reading) => (await appendReadings(store, [reading], clock())).length > 0,
    appendAll: (readings, recorded = clock()) => appendReadings(store, readings, recorded),
    has: async (report) => (await store.query("select 1 from report where id = $1", [report])).rows.length > 0,
    decide: async (ruling, { by, because = null, recorded = clock() }) =>
      (await recordDecisions(store, [ruling], { by, because, recorded }))[0]!,
    decideAll: (rulings, { by, because = null, recorded = clock() }) =>
      recordDecisions(store, rulings, { by, because, recorded }),
    writeNote: (note, { by, recorded = clock() }) => recordNote(store, note, { by, recorded }),
    notes: (about = null) => notesBy(store, "infinity", about),
    holdings: async (knownAt) => ({ ...(await heldBy(store, knownAt)), decisions: await decisionsBy(store, knownAt) }),
    reading: (report) => readingOf(store, report),
    reportIds: async () =>
      (await store.query<{ id: string }>("select id from report order by number")).rows.map((row) => row.id),
    decisions: () => decisionsBy(store, "infinity"),
    batches: () => batchesOf(store),
    store,
    close: () => store.close(),
  };
}

async function readingOf(store: Store, report: string): ReturnType<Ledger["reading"]> {
  const found = await store.query<{ reading: Reading; hash: string; recorded: string }>(
    `-- What does this report say, and when was it recorded?
     select reading, reading_hash as hash, to_char(recorded at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded
     from report
     where id = $1`,
    [report],
  );
  return found.rows[0] ?? null;
}

export { readingHash } from "./reading-hash.ts";
