import type { Reading } from "../terms/index.ts";
import { appendBatch } from "./chain.ts";
import { readingHash } from "./reading-hash.ts";
import { claimRowsOf, localActorsOf } from "./rows.ts";
import type { Rows, Store } from "./store.ts";

/** Records readings in one transaction and gives back the ids of those that were new. A report is recorded once. */
export async function appendReadings(store: Store, readings: readonly Reading[], recorded: string): Promise<string[]> {
  // Hashed before the store is asked: whoever appends the next batch meanwhile has it hashed while the store writes this one.
  const hashed = hashReadings(readings);
  return store.transaction(async (change) => {
    const added = await insertHashed(change, hashed, recorded);
    if (added.length > 0) await appendBatch(change, added, recorded);
    return added.map(({ row }) => row);
  });
}

interface HashedReadings {
  rows: { id: string; reading: Reading; hash: string }[];
  json: string;
}

function hashReadings(readings: readonly Reading[]): HashedReadings {
  const rows = readings.map((reading) => ({
    ...{ id: reading.report.id, name: reading.report.name, publisher: reading.report.publisher },
    ...{ published: reading.report.published, captured: reading.report.captured },
    ...{ reading, hash: readingHash(reading) },
  }));
  return { rows, json: JSON.stringify(rows) };
}

/** Inserts the readings that are new, without sealing them, and gives the ids and hashes of their reports. */
export async function insertReadings(
  change: Rows,
  readings: readonly Reading[],
  recorded: string,
): Promise<{ row: string; hash: string }[]> {
  return insertHashed(change, hashReadings(readings), recorded);
}

async function insertHashed(
  change: Rows,
  { rows, json }: HashedReadings,
  recorded: string,
): Promise<{ row: string; hash: string }[]> {
  const added = await change.query<{ id: string }>(
    `-- Which of these reports are new?
       insert into report (id, name, publisher, published, captured, reading, reading_hash, recorded)
       select r->>'id', r->>'name', r->>'publisher', r->>'published', r->>'captured', r->'reading', r->>'hash', $2::timestamptz
       from jsonb_array_elements($1::jsonb) as r
       on conflict (id) do nothing
       returning id`,
    [json, recorded],
  );
  const fresh = new Set(added.rows.map(({ id }) => id));
  if (fresh.size === 0) return [];
  const own = rows.filter(({ id }) => fresh.delete(id));
  await change.query(
    `-- Who is mentioned in them?
       insert into local_actor (report, actor, type, names)
       select a->>'report', a->>'actor', a->>'type', a
       from jsonb_array_elements($1::jsonb) as a`,
    [JSON.stringify(own.flatMap(({ reading }) => localActorsOf(reading)))],
  );
  await change.query(
    `-- What do they claim?
       insert into claim (id, report, local_id, relation, polarity, modality, agents, patients, time, place, voices, quote, evidence, confidence)
       select c->>'id', c->>'report', c->>'localId', c->>'relation', c->>'polarity', c->>'modality', c->'agents', c->'patients',
              nullif(c->'time', 'null'), c->>'place', c->'voices', c->>'quote', c->'evidence', (c->>'confidence')::double precision
       from jsonb_array_elements($1::jsonb) as c
       on conflict (id) do nothing`,
    [JSON.stringify(own.flatMap(({ reading }) => claimRowsOf(reading)))],
  );
  return own.map(({ id, hash }) => ({ row: id, hash }));
}
