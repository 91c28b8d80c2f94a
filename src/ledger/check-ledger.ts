import type { Note } from "../terms/index.ts";
import { brokenLinks } from "./chain.ts";
import type { Ledger } from "./ledger.ts";
import { readingHash } from "./reading-hash.ts";
import { claimRowsOf } from "./rows.ts";

/**
 * Whether what is recorded is still what was recorded: each reading has the hash it was recorded under, and each claim's
 * offsets give the words that it quotes. One note for each thing that is wrong, none when all is well.
 */
export async function* checkLedger(ledger: Ledger): AsyncGenerator<{ report: string; notes: Note[] }> {
  const { claims } = await ledger.holdings("9999-12-31T23:59:59Z");
  const batches = await ledger.batches();
  const sealed = new Map(batches.flatMap(({ rows }) => rows.map(({ row, hash }) => [row, hash] as const)));
  for (const { number } of brokenLinks(batches))
    yield {
      report: "",
      notes: [
        { code: "ledger.seal", text: `what was appended in batch ${number} was altered, or something before it` },
      ],
    };
  const kept = Map.groupBy(claims, ({ report }) => report);
  for (const report of await ledger.reportIds()) {
    const found = await ledger.reading(report);
    if (found === null) continue;
    const notes: Note[] = [];
    const { reading, hash } = found;
    const say = (code: string, text: string) => notes.push({ code, text: `${reading.report.name}: ${text}` });
    if (readingHash(reading) !== hash)
      say("ledger.altered", "the reading is not the one that was recorded: its hash differs");
    if (sealed.get(report) !== hash)
      say("ledger.seal", "the hash it was sealed with is another: the report was put in or altered past the ledger");
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
