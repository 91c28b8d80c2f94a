import { contentId, type Decision, Ruling } from "../terms/index.ts";
import { appendBatch } from "./chain.ts";
import type { Rows, Store } from "./store.ts";

/** Records what a person decided, signed and dated. */
export async function recordDecision(
  store: Store,
  ruling: Ruling,
  { by, because, recorded }: { by: string; because: string | null; recorded: string },
): Promise<Decision> {
  const valid = Ruling.parse(ruling);
  const id = contentId("x", [valid, by, because, recorded]);
  await store.transaction(async (change) => {
    const added = await change.query(
      `-- What was decided, by whom, and why?
       insert into decision (id, kind, subject, by_whom, because, recorded)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (id) do nothing
       returning id`,
      [id, valid.kind, JSON.stringify(valid), by, because, recorded],
    );
    if (added.rows.length > 0) await appendBatch(change, [{ row: id, hash: id }], recorded);
  });
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
