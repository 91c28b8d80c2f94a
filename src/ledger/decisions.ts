import { contentId, type Decision, Ruling } from "../terms/index.ts";

/** What recording a decision needs of a store: PGlite and a server both have it. */
export interface Rows {
  query<Row>(sql: string, values?: unknown[]): Promise<{ rows: Row[] }>;
}

/** Records what a person decided, signed and dated. */
export async function recordDecision(
  store: Rows,
  ruling: Ruling,
  { by, because, recorded }: { by: string; because: string | null; recorded: string },
): Promise<Decision> {
  const valid = Ruling.parse(ruling);
  const id = contentId("x", [valid, by, because, recorded]);
  await store.query(
    `-- What was decided, by whom, and why?
     insert into decision (id, kind, subject, by_whom, because, recorded)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do nothing`,
    [id, valid.kind, JSON.stringify(valid), by, because, recorded],
  );
  return { id, ruling: valid, by, because, recorded };
}

/** All that had been decided by an instant, in the order of the deciding. */
export async function decisionsBy(store: Rows, knownAt: string): Promise<Decision[]> {
  const { rows } = await store.query<{ list: Decision[] | null }>(
    `-- What had been decided by then?
     select json_agg(json_build_object('id', id, 'ruling', subject, 'by', by_whom, 'because', because,
              'recorded', to_char(recorded at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by number) as list
     from decision
     where recorded <= $1`,
    [knownAt],
  );
  return rows[0]?.list ?? [];
}
