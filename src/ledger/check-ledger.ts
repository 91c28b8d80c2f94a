import type { Note } from "../terms/index.ts";
import { type Ledger, readingHash } from "./ledger.ts";
import { claimRowsOf } from "./rows.ts";

/**
 * Whether what is recorded is still what was recorded: each reading has the hash it was recorded under, and each claim's
 * offsets give the words that it quotes. One note for each thing that is wrong, none when all is well.
 */
export async function* checkLedger(ledger: Ledger): AsyncGenerator<{ report: string; notes: Note[] }> {
  const { claims } = await ledger.holdings("9999-12-31T23:59:59Z");
  const kept = Map.groupBy(claims, ({ report }) => report);
  for (const report of await ledger.reportIds()) {
    const found = await ledger.reading(report);
    if (found === null) continue;
    const notes: Note[] = [];
    const { reading, hash } = found;
    const say = (code: string, text: string) => notes.push({ code, text: `${reading.report.name}: ${text}` });
    if (readingHash(reading) !== hash)
      say("ledger.altered", "the reading is not the one that was recorded: its hash differs");
    const own = kept.get(report) ?? [];
    const expected = new Map(claimRowsOf(reading).map((row) => [row.id, row]));
    for (const { id, quote, evidence } of own) {
      const words = evidence.map(([start, end]) => reading.report.text.slice(start, end)).join(" … ");
      if (words !== quote) say("ledger.quote", `the offsets of ${id} do not give the words that it quotes`);
      if (!expected.has(id)) say("ledger.claim", `${id} is not among the claims of its reading`);
    }
    for (const id of expected.keys())
      if (!own.some((claim) => claim.id === id)) say("ledger.claim", `${id} of the reading is not recorded`);
    yield { report, notes };
  }
}
