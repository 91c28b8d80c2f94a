import type { ClaimRow, Holdings, LocalActor, ReportRow } from "../terms/index.ts";
import { jsonObject, jsonRows, type Listed, readJsonRows } from "./json-rows.ts";
import type { Rows } from "./store.ts";

/** Reports whose rows are asked for at once: one answer of all would outgrow what a value may hold (1 GB). */
const reportsAtOnce = 4_000;

const jsonb = (column: string) => ({ jsonb: column });
const claimRow = jsonObject({
  ...{ id: "c.id", report: "c.report", localId: "c.local_id", relation: "c.relation", polarity: "c.polarity" },
  ...{ modality: "c.modality", agents: jsonb("c.agents"), patients: jsonb("c.patients"), time: jsonb("c.time") },
  ...{ place: "c.place", voices: jsonb("c.voices"), quote: "c.quote", evidence: jsonb("c.evidence") },
  confidence: "c.confidence",
});
const reportRow = jsonObject({
  ...{ id: "id", name: "name", publisher: "publisher", agency: "reading->'report'->>'agency'" },
  ...{ published: "published", captured: "captured" },
  recorded: `to_char(recorded at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  text: "reading->'report'->>'text'",
});
const bareReportRow = jsonObject({
  ...{ id: "id", name: "name", publisher: "publisher", agency: "null::text" },
  ...{ published: "published", captured: "captured", recorded: "recorded" },
});

/** What had been recorded by an instant, in the order of ids. */
export async function heldBy(store: Rows, knownAt: string): Promise<Holdings> {
  const held: Holdings = { reports: [], texts: new Map(), actors: [], claims: [] };
  for (let after = ""; ; after = held.reports.at(-1)!.id) {
    const reports = await reportsAfter(store, knownAt, after);
    for (const { text, ...report } of reports) {
      held.reports.push(report);
      held.texts.set(report.id, text);
    }
    if (reports.length > 0) await addRows(store, held, reports[0]!.id, reports.at(-1)!.id, knownAt);
    if (reports.length < reportsAtOnce) break;
  }
  held.claims.sort((one, other) => (one.id < other.id ? -1 : 1));
  return held;
}

/** Server and folder must give one order whatever their locale: ids are compared as bytes. */
async function reportsAfter(store: Rows, knownAt: string, after: string): Promise<(ReportRow & { text: string })[]> {
  const { rows } = await store.query<Listed>(
    `-- Which reports had been recorded by then?
     select ${jsonRows(reportRow, 'id collate "C"')} as list
     from (
       select *
       from report
       where recorded <= $1
         and id collate "C" > $2
       order by id collate "C"
       limit ${reportsAtOnce}
     ) as page`,
    [knownAt, after],
  );
  return readJsonRows(rows);
}

async function addRows(store: Rows, held: Holdings, first: string, last: string, knownAt: string): Promise<void> {
  const actors = await store.query<Listed>(
    `-- Whom do they mention?
     select ${jsonRows("a.names::text", 'a.report collate "C", a.actor collate "C"')} as list
     from local_actor as a
     join report as r on r.id = a.report
     where r.recorded <= $1
       and r.id collate "C" between $2 and $3`,
    [knownAt, first, last],
  );
  const claims = await store.query<Listed>(
    `-- What do they claim?
     select ${jsonRows(claimRow)} as list
     from claim as c
     join report as r on r.id = c.report
     where r.recorded <= $1
       and r.id collate "C" between $2 and $3`,
    [knownAt, first, last],
  );
  // One by one: spreading a hundred thousand rows into push overflows the stack.
  for (const actor of readJsonRows<LocalActor>(actors.rows)) held.actors.push(actor);
  for (const claim of readJsonRows<ClaimRow>(claims.rows)) held.claims.push(claim);
}

/** Some reports with their texts, in the order of ids. */
export async function reportsOf(store: Rows, ids: readonly string[]): Promise<(ReportRow & { text: string })[]> {
  const { rows } = await store.query<Listed>(
    `-- What is known of these reports?
     select ${jsonRows(reportRow, 'id collate "C"')} as list
     from report
     where id = any($1::text[])`,
    [ids],
  );
  return readJsonRows(rows);
}

/** Whom some reports mention and what they claim, in the order of ids. */
export async function saidBy(
  store: Rows,
  reports: readonly string[],
): Promise<{ actors: LocalActor[]; claims: ClaimRow[] }> {
  const actors = await store.query<Listed>(
    `-- Whom do they mention?
     select ${jsonRows("names::text", 'report collate "C", actor collate "C"')} as list
     from local_actor
     where report = any($1::text[])`,
    [reports],
  );
  const claims = await store.query<Listed>(
    `-- What do they claim?
     select ${jsonRows(claimRow, 'c.id collate "C"')} as list
     from claim as c
     where report = any($1::text[])`,
    [reports],
  );
  return { actors: readJsonRows(actors.rows), claims: readJsonRows(claims.rows) };
}

/** Claims by their ids, with the reports that say so. */
export async function claimsOf(
  store: Rows,
  ids: readonly string[],
): Promise<{ claims: ClaimRow[]; reports: ReportRow[] }> {
  const claims = await store.query<Listed>(
    `-- What do these claims say?
     select ${jsonRows(claimRow)} as list
     from claim as c
     where id = any($1::text[])`,
    [ids],
  );
  const list = readJsonRows<ClaimRow>(claims.rows);
  const reports = await store.query<Listed>(
    `-- Which reports say so?
     select ${jsonRows(bareReportRow)} as list
     from report
     where id = any($1::text[])`,
    [[...new Set(list.map(({ report }) => report))]],
  );
  return { claims: list, reports: readJsonRows(reports.rows) };
}

/** Claims that two names are one actor's, of what had been recorded by an instant. */
export async function aliasClaimsBy(store: Rows, knownAt: string): Promise<ClaimRow[]> {
  const { rows } = await store.query<Listed>(
    `-- Who is said to be who?
     select ${jsonRows(claimRow, 'c.id collate "C"')} as list
     from claim as c
     join report as r on r.id = c.report
     where c.relation in ('alias', 'rename')
       and r.recorded <= $1`,
    [knownAt],
  );
  return readJsonRows(rows);
}

/** Ids of what was recorded by an instant, in their order. */
export async function reportsBy(store: Rows, knownAt: string): Promise<string[]> {
  const { rows } = await store.query<{ id: string }>(
    `-- Which reports had been recorded by then?
     select id
     from report
     where recorded <= $1
     order by id collate "C"`,
    [knownAt],
  );
  return rows.map(({ id }) => id);
}
