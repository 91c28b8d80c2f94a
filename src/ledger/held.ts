import type { ClaimRow, Holdings, LocalActor, ReportRow } from "../terms/index.ts";
import type { Rows } from "./store.ts";

/** Reports whose rows are asked for at once: one answer of all would outgrow what a value may hold (1 GB). */
const reportsAtOnce = 4_000;

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
  const { rows } = await store.query<{ list: (ReportRow & { text: string })[] | null }>(
    `-- Which reports had been recorded by then?
     select json_agg(json_build_object('id', id, 'name', name, 'publisher', publisher, 'agency', reading->'report'->>'agency',
              'published', published, 'captured', captured,
              'recorded', to_char(recorded at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
              'text', reading->'report'->>'text') order by id collate "C") as list
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
  return rows[0]?.list ?? [];
}

async function addRows(store: Rows, held: Holdings, first: string, last: string, knownAt: string): Promise<void> {
  const actors = await store.query<{ list: LocalActor[] | null }>(
    `-- Whom do they mention?
     select json_agg(a.names order by a.report collate "C", a.actor collate "C") as list
     from local_actor as a
     join report as r on r.id = a.report
     where r.recorded <= $1
       and r.id collate "C" between $2 and $3`,
    [knownAt, first, last],
  );
  const claims = await store.query<{ list: ClaimRow[] | null }>(
    `-- What do they claim?
     select json_agg(json_build_object('id', c.id, 'report', c.report, 'localId', c.local_id, 'relation', c.relation,
              'polarity', c.polarity, 'modality', c.modality, 'agents', c.agents, 'patients', c.patients, 'time', c.time,
              'place', c.place, 'voices', c.voices, 'quote', c.quote, 'evidence', c.evidence, 'confidence', c.confidence)) as list
     from claim as c
     join report as r on r.id = c.report
     where r.recorded <= $1
       and r.id collate "C" between $2 and $3`,
    [knownAt, first, last],
  );
  // One by one: spreading a hundred thousand rows into push overflows the stack.
  for (const actor of actors.rows[0]?.list ?? []) held.actors.push(actor);
  for (const claim of claims.rows[0]?.list ?? []) held.claims.push(claim);
}
