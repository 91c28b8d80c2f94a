import { contentId } from "../terms/index.ts";
import type { Rows } from "./store.ts";

/** One link: what was appended in one transaction, sealed together with everything before it. */
export interface Batch {
  number: number;
  seal: string;
  rows: { row: string; hash: string }[];
  recorded: string;
}

/** Two processes on one server take turns: each seals what the other left. The number only has to be the same for all. */
const turn = 720_331;

/** Seals appended rows: the seal is a hash of the rows' hashes and of the seal before, so that no row can be altered unseen. */
export async function appendBatch(change: Rows, rows: Batch["rows"], recorded: string): Promise<void> {
  // The moment is sealed as it is read back: with milliseconds, in UTC.
  const moment = new Date(recorded).toISOString();
  await change.query("select pg_advisory_xact_lock($1)", [turn]);
  const last = await change.query<{ seal: string }>("select seal from batch order by number desc limit 1");
  const seal = sealOf(last.rows[0]?.seal ?? null, rows, moment);
  await keepBatch(change, { seal, rows, recorded: moment });
}

/** Keeps a link as it is. */
export async function keepBatch(change: Rows, { seal, rows, recorded }: Omit<Batch, "number">): Promise<void> {
  await change.query(
    `-- What was appended, and what came before?
     insert into batch (seal, rows, recorded)
     values ($1, $2, $3)`,
    [seal, JSON.stringify(rows), recorded],
  );
}

/** The number of the last link; 0 of an empty ledger. It tells whether anything was recorded since. */
export async function lastBatch(store: Rows): Promise<number> {
  const { rows } = await store.query<{ last: string }>("select coalesce(max(number), 0) as last from batch");
  return Number(rows[0]!.last);
}

function sealOf(previous: string | null, rows: Batch["rows"], recorded: string): string {
  return contentId("b", [previous, rows.map(({ row, hash }) => [row, hash]), recorded]);
}

/** All links in their order. */
export async function batchesOf(store: Rows): Promise<Batch[]> {
  const { rows } = await store.query<{ list: Batch[] | null }>(
    `-- What was appended, transaction by transaction?
     select json_agg(json_build_object('number', number, 'seal', seal, 'rows', rows,
              'recorded', to_char(recorded at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by number) as list
     from batch`,
  );
  return rows[0]?.list ?? [];
}

/** Links whose seal does not follow from their rows and the link before: there the ledger was altered. */
export function brokenLinks(batches: readonly Batch[]): Batch[] {
  return batches.filter(
    ({ seal, rows, recorded }, at) => seal !== sealOf(batches[at - 1]?.seal ?? null, rows, recorded),
  );
}
