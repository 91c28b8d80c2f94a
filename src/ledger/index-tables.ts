import type { Actor, LocalActor, ReportRow } from "../terms/index.ts";
import { jsonObject, jsonRows, type Listed, readJsonRows } from "./json-rows.ts";
import type { Rows } from "./store.ts";

/** All claims that name two actors, in one row; and what decides whether a question has to read it. */
export interface PairRow {
  a: string;
  b: string;
  /** One line a claim, as the picture writes and reads them. */
  claims: string;
  leads: boolean;
  holds: boolean;
  /** Whether accounts in it can contradict each other on any day. */
  contested: boolean;
}

/** An actor as questions look it up: `key` is what its rows stand under, `reports` in how many reports it is named. */
export interface IndexedActor extends Actor {
  key: string;
  reports: number;
}

export interface IndexedReport extends Omit<ReportRow, "id"> {
  report: string;
  original: string;
  /** The keys of the pairs that its claims stand in, one a line, each two parted by a tab. */
  pairs: string;
  level: number;
  shingles: Uint32Array;
}

/** One made index: of which rules, and of how much of the ledger. */
export interface Edition {
  number: number;
  version: string;
  /** How many batches it knows, and the last of them. */
  batches: number;
  last: number;
  /** What else the questions need, as it was made. */
  notes: Record<string, unknown>;
}

/** What has been appended by an instant: how many batches, which was the last, and how many there are in all. */
export interface Extent {
  batches: number;
  last: number;
  all: number;
}

export async function extentBy(store: Rows, knownAt: string): Promise<Extent> {
  const { rows } = await store.query<{ all: string; last: string; latest: string | null }>(
    `-- How much is there, and was all of it known by then?
     select counted.all, counted.last, (select count(*) from batch where recorded > $1) as latest
     from (
       select count(*) as all, coalesce(max(number), 0) as last
       from batch
     ) as counted`,
    [knownAt],
  );
  const [all, later] = [Number(rows[0]!.all), Number(rows[0]!.latest)];
  return { all, batches: all - later, last: Number(rows[0]!.last) };
}

/** How large the ledger is, with all that is kept beside it. */
export async function bytesOf(store: Rows): Promise<number> {
  const { rows } = await store.query<{ bytes: string }>("select pg_database_size(current_database()) as bytes");
  return Number(rows[0]!.bytes);
}

export async function editionsIn(store: Rows): Promise<Edition[]> {
  const { rows } = await store.query<{ list: Edition[] | null }>(
    `-- Which indexes are made?
     select json_agg(json_build_object('number', number, 'version', version, 'batches', batches, 'last', last, 'notes', notes)
              order by number) as list
     from index_edition`,
  );
  return rows[0]?.list ?? [];
}

/**
 * Tells the planner how large the ledger is. Nobody else does in a folder: there it takes each thousand reports for half of the table, and reads all
 * of it for them.
 */
export async function countLedger(change: Rows): Promise<void> {
  await change.exec("analyze report, local_actor, claim");
}

export async function createEdition(change: Rows): Promise<number> {
  const { rows } = await change.query<{ number: string }>(
    `insert into index_edition (version, batches, last, notes) values ('being made', -1, 0, '{}') returning number`,
  );
  const number = Number(rows[0]!.number);
  await change.exec(`
    create unlogged table index_actor_${number} (id text primary key, key text not null, name text not null, kind text not null,
      names jsonb not null, reports integer not null);
    create unlogged table index_pair_${number} (a text not null, b text not null, leads boolean not null, holds boolean not null,
      contested boolean not null, claims text not null);
    -- Claims are read far oftener than written, and packing them saves a fifteenth of the room.
    alter table index_pair_${number} alter column claims set storage external;
    create unlogged table index_turn_${number} (day text not null, a text not null, b text not null);
    create unlogged table index_report_${number} (report text not null, name text not null, publisher text, agency text,
      published text, captured text, recorded text not null, original text not null, pairs text not null,
      level integer not null, shingles text not null);
    create unlogged table index_set_${number} (key text not null, actor text not null);`);
  return number;
}

/** Made after the rows are in: that is quicker than keeping them in order all along. */
export async function sortEdition(change: Rows, number: number): Promise<void> {
  await change.exec(`
    create unique index on index_pair_${number} (a collate "C", b collate "C");
    create index on index_pair_${number} (b collate "C");
    create index on index_turn_${number} (day collate "C");
    create index on index_turn_${number} (a, b);
    create unique index on index_report_${number} (report);
    create index on index_actor_${number} (reports desc, id collate "C");
    analyze index_pair_${number};
    analyze index_turn_${number};
    analyze index_actor_${number};`);
}

export async function dropEdition(change: Rows, number: number): Promise<void> {
  await change.exec(`
    drop table if exists index_actor_${number}, index_pair_${number}, index_turn_${number}, index_report_${number}, index_set_${number};
    delete from index_edition where number = ${number};`);
}

export async function describeEdition(change: Rows, edition: Edition): Promise<void> {
  await change.query("update index_edition set version = $2, batches = $3, last = $4, notes = $5 where number = $1", [
    edition.number,
    edition.version,
    edition.batches,
    edition.last,
    JSON.stringify(edition.notes),
  ]);
}

/** Rows written at once: more would outgrow what one value may hold. */
const rowsAtOnce = 2_000;

async function writeRows<Row>(
  change: Rows,
  rows: readonly Row[],
  sql: string,
  columns: (rows: readonly Row[]) => unknown[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await change.query(sql, columns(rows.slice(from, from + rowsAtOnce)));
}

export function writeActors(change: Rows, number: number, actors: readonly IndexedActor[]): Promise<void> {
  return writeRows(
    change,
    actors,
    `insert into index_actor_${number}
     select id, key, name, kind, names::jsonb, reports
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::integer[]) as row (id, key, name, kind, names, reports)
     on conflict (id) do update set key = excluded.key, name = excluded.name, kind = excluded.kind, names = excluded.names,
       reports = excluded.reports`,
    (own) => [
      own.map(({ id }) => id),
      own.map(({ key }) => key),
      own.map(({ name }) => name),
      own.map(({ kind }) => kind),
      own.map(({ names }) => JSON.stringify(names)),
      own.map(({ reports }) => reports),
    ],
  );
}

export function writePairs(change: Rows, number: number, pairs: readonly PairRow[]): Promise<void> {
  return writeRows(
    change,
    pairs,
    `insert into index_pair_${number} (a, b, leads, holds, contested, claims)
     select * from unnest($1::text[], $2::text[], $3::boolean[], $4::boolean[], $5::boolean[], $6::text[])`,
    (own) => [
      own.map(({ a }) => a),
      own.map(({ b }) => b),
      own.map(({ leads }) => leads),
      own.map(({ holds }) => holds),
      own.map(({ contested }) => contested),
      own.map(({ claims }) => claims),
    ],
  );
}

export function writeTurns(
  change: Rows,
  number: number,
  turns: readonly { day: string; a: string; b: string }[],
): Promise<void> {
  return writeRows(
    change,
    turns,
    `insert into index_turn_${number} select * from unnest($1::text[], $2::text[], $3::text[])`,
    (own) => [own.map(({ day }) => day), own.map(({ a }) => a), own.map(({ b }) => b)],
  );
}

export function writeReports(change: Rows, number: number, reports: readonly IndexedReport[]): Promise<void> {
  return writeRows(
    change,
    reports,
    `insert into index_report_${number}
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
       $10::integer[], $11::text[])`,
    (own) => [
      own.map(({ report }) => report),
      own.map(({ name }) => name),
      own.map(({ publisher }) => publisher),
      own.map(({ agency }) => agency),
      own.map(({ published }) => published),
      own.map(({ captured }) => captured),
      own.map(({ recorded }) => recorded),
      own.map(({ original }) => original),
      own.map(({ pairs }) => pairs),
      own.map(({ level }) => level),
      own.map(({ shingles }) =>
        Buffer.from(shingles.buffer, shingles.byteOffset, shingles.byteLength).toString("base64"),
      ),
    ],
  );
}

export async function writeSets(
  change: Rows,
  number: number,
  sets: readonly { key: string; actor: string }[],
): Promise<void> {
  await change.exec(`truncate index_set_${number}`);
  await writeRows(
    change,
    sets,
    `insert into index_set_${number} select * from unnest($1::text[], $2::text[])`,
    (own) => [own.map(({ key }) => key), own.map(({ actor }) => actor)],
  );
}

export async function readSets(store: Rows, number: number): Promise<Map<string, string>> {
  const { rows } = await store.query<{ key: string; actor: string }>(`select key, actor from index_set_${number}`);
  return new Map(rows.map(({ key, actor }) => [key, actor]));
}

export async function readReports(store: Rows, number: number): Promise<IndexedReport[]> {
  const { rows } = await store.query<Omit<IndexedReport, "shingles"> & { shingles: string }>(
    `select * from index_report_${number}`,
  );
  return rows.map((row) => ({ ...row, shingles: shinglesIn(row.shingles) }));
}

function shinglesIn(text: string): Uint32Array {
  // A pooled buffer may begin anywhere; numbers of four bytes may not.
  const bytes = Uint8Array.from(Buffer.from(text, "base64"));
  return new Uint32Array(bytes.buffer, 0, bytes.length / 4);
}

export async function deletePairs(
  change: Rows,
  number: number,
  pairs: readonly (readonly [string, string])[],
): Promise<void> {
  for (const table of ["index_pair", "index_turn"])
    await writeRows(
      change,
      pairs,
      `delete from ${table}_${number} as row using unnest($1::text[], $2::text[]) as gone (a, b)
       where row.a = gone.a and row.b = gone.b`,
      (own) => [own.map(([a]) => a), own.map(([, b]) => b)],
    );
}

export async function deleteRows(change: Rows, table: "report" | "actor", number: number, ids: readonly string[]) {
  const column = table === "report" ? "report" : "id";
  await writeRows(change, ids, `delete from index_${table}_${number} where ${column} = any($1::text[])`, (own) => [
    own,
  ]);
}

/** Which rows a question reads. */
export type PairWish =
  | { of: readonly string[]; only?: "leads" | "contested" }
  | { among: readonly string[] }
  | { pairs: readonly (readonly [string, string])[] }
  | { all: true };

/** Rows that are handed over as one value. */
const rowsInValue = 500;

/**
 * The rows that a question reads, in no order. Many are handed over as one value: each row of an answer costs PGlite as much as a kilobyte of
 * it. Lines of claims are never empty, so that an empty line parts rows.
 */
export async function readPairs(store: Rows, number: number, wish: PairWish): Promise<PairRow[]> {
  const [source, values] = pairSource(number, wish);
  const { rows } = await store.query<{ text: string }>(
    `-- What is claimed of these pairs?
     select string_agg(concat_ws(E'\\t', a, b, leads::int, holds::int, contested::int) || E'\\n' || claims, E'\\n\\n') as text
     from (
       select row.a, row.b, leads, holds, contested, claims, (row_number() over () - 1) / ${rowsInValue} as part
       from ${source}
     ) as numbered
     group by part`,
    values,
  );
  return rows.flatMap(({ text }) => text.split("\n\n")).map(pairIn);
}

/** The pairs with ties that turn after one day and until another. */
export async function turnedPairs(
  store: Rows,
  number: number,
  after: string,
  until: string,
): Promise<[string, string][]> {
  const { rows } = await store.query<{ list: [string, string][] | null }>(
    `-- Between whom may something stand otherwise?
     select json_agg(distinct array[a, b]) as list
     from index_turn_${number}
     where day collate "C" > $1 and day collate "C" <= $2`,
    [after, until],
  );
  return rows[0]?.list ?? [];
}

function pairIn(text: string): PairRow {
  const end = text.indexOf("\n");
  const [a, b, leads, holds, contested] = text.slice(0, end).split("\t") as [string, string, string, string, string];
  return {
    a,
    b,
    leads: leads === "1",
    holds: holds === "1",
    contested: contested === "1",
    claims: text.slice(end + 1),
  };
}

function pairSource(number: number, wish: PairWish): [string, unknown[]] {
  const all = `index_pair_${number} as row`;
  // Kept from being joined in any other order: the planner would read the whole table for a thousand pairs.
  const each = `cross join lateral (
         select * from ${all} where row.a collate "C" = asked.a and row.b collate "C" = asked.b offset 0) as row`;
  if ("of" in wish) {
    const only = wish.only === undefined ? "" : `and ${wish.only}`;
    return [
      `${all} where (a collate "C" = any($1::text[]) or b collate "C" = any($1::text[])) and b collate "C" not like '~%' ${only}`,
      [wish.of],
    ];
  }
  if ("among" in wish)
    return [`${all} where a collate "C" = any($1::text[]) and b collate "C" = any($1::text[])`, [wish.among]];
  if ("pairs" in wish)
    return [
      `(select distinct a, b from unnest($1::text[], $2::text[]) as listed (a, b)) as asked ${each}`,
      [wish.pairs.map(([a]) => a), wish.pairs.map(([, b]) => b)],
    ];
  return [all, []];
}

export async function actorsWhere(
  store: Rows,
  number: number,
  wish: { ids: readonly string[] } | { most: number } | { named: true } | { all: true },
): Promise<IndexedActor[]> {
  if ("ids" in wish) return actorsById(store, number, wish.ids);
  const [where, values]: [string, unknown[]] =
    "most" in wish
      ? [`order by reports desc, id collate "C" limit $1`, [wish.most]]
      : ["named" in wish ? "where key = id" : "", []];
  const { rows } = await store.query<IndexedActor>(
    `select id, key, name, kind, names, reports from index_actor_${number} ${where}`,
    values,
  );
  return rows;
}

/** Thousands at once, as one value. */
async function actorsById(store: Rows, number: number, ids: readonly string[]): Promise<IndexedActor[]> {
  const row = jsonObject({
    id: "id",
    key: "key",
    name: "name",
    kind: "kind",
    names: { jsonb: "names" },
    reports: "reports",
  });
  const { rows } = await store.query<Listed>(
    `-- Who are these?
     select ${jsonRows(row)} as list
     from index_actor_${number}
     where id = any($1::text[])`,
    [ids],
  );
  return readJsonRows(rows);
}

/** Local actors of reports after one, in the order of reports; with the number of reports that were looked at. */
export async function localActorsAfter(
  store: Rows,
  knownAt: string,
  after: string,
  limit: number,
): Promise<{ actors: LocalActor[]; last: string | null }> {
  const page = await store.query<{ last: string | null }>(
    `select max(id collate "C") as last from (
       select id from report where recorded <= $1 and id collate "C" > $2 order by id collate "C" limit ${limit}) as page`,
    [knownAt, after],
  );
  const last = page.rows[0]?.last ?? null;
  if (last === null) return { actors: [], last };
  const { rows } = await store.query<Listed>(
    `select ${jsonRows("a.names::text", 'a.report collate "C", a.actor collate "C"')} as list
     from local_actor as a
     join report as r on r.id = a.report
     where r.recorded <= $1 and r.id collate "C" > $2 and r.id collate "C" <= $3`,
    [knownAt, after, last],
  );
  return { actors: readJsonRows(rows), last };
}
