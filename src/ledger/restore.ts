import { insertReadings } from "./append.ts";
import { appendBatch, type Batch, keepBatch } from "./chain.ts";
import type { LedgerLine } from "./records.ts";
import type { Store } from "./store.ts";

/**
 * Puts the rows of one exported batch back in one transaction, under the moments they carry; under its own seal when it
 * follows on what is there, else as a new batch of the rows that were not there. Gives the number of new rows.
 */
export function restoreBatch(
  store: Store,
  lines: readonly LedgerLine[],
  batch: Batch | null,
  recorded: string,
): Promise<number> {
  return store.transaction(async (change) => {
    const readings = lines.flatMap((line) => (line.line === "report" ? [line.reading] : []));
    const added = readings.length === 0 ? [] : await insertReadings(change, readings, recorded);
    for (const line of lines) {
      if (line.line !== "decision" && line.line !== "note") continue;
      const { rows } =
        line.line === "decision"
          ? await change.query(
              `insert into decision (id, kind, subject, by_whom, because, recorded)
               values ($1, $2, $3, $4, $5, $6)
               on conflict (id) do nothing
               returning id`,
              [line.id, line.ruling.kind, JSON.stringify(line.ruling), line.by, line.because, line.recorded],
            )
          : await change.query(
              `insert into note (id, about, says, text, answers, by_whom, recorded)
               values ($1, $2, $3, $4, $5, $6, $7)
               on conflict (id) do nothing
               returning id`,
              [line.id, line.about, line.says, line.text, line.answers, line.by, line.recorded],
            );
      if (rows.length > 0) added.push({ row: line.id, hash: line.id });
    }
    if (batch !== null && added.length === batch.rows.length) await keepBatch(change, batch);
    else if (added.length > 0) await appendBatch(change, added, recorded);
    return added.length;
  });
}
