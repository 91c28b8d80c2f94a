import { contentId, type Decision, Ruling } from "../terms/index.ts";
import { appendBatch } from "./chain.ts";
import type { Rows, Store } from "./store.ts";

/** Records what a person decided, signed and dated: all the rulings or none, in their order. */
export async function recordDecisions(
  store: Store,
  rulings: readonly Ruling[],
  { by, because, recorded }: { by: string; because: string | null; recorded: string },
): Promise<Decision[]> {
  const decisions = rulings.map((ruling) => {
    const valid = Ruling.parse(ruling);
    return { id: contentId("x", [valid, by, because, recorded]), ruling: valid, by, because, recorded };
  });
  if (decisions.length === 0) return decisions;
  const given = decisions.map(({ id, ruling }) => ({ id, kind: ruling.kind, subject: ruling }));
  await store.transaction(async (change) => {
    const added = await change.query<{ id: string }>(
      `-- What was decided, by whom, and why?
       insert into decision (id, kind, subject, by_whom, because, recorded)
       select given.row->>'id', given.row->>'kind', given.row->'subject', $2, $3, $4
       from jsonb_array_elements($1::jsonb) with ordinality as given (row, place)
       order by place
       on conflict (id) do nothing
       returning id`,
      [JSON.stringify(given), by, because, recorded],
    );
    const rows = added.rows.map(({ id }) => ({ row: id, hash: id }));
    if (rows.length > 0) await appendBatch(change, rows, recorded);
  });
  return decisions;
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
