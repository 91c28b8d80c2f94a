import { inventReports, inventWorld } from "../../bench/invent-ledger.ts";
import { readingOf } from "../../bench/invented-reading.ts";
import { openLedger } from "../../src/ledger/ledger.ts";

// node append-until-killed.ts FOLDER SKIP: appends invented reports from the SKIPth on, a transaction each, and writes the id of each that was
// acknowledged as a line. It goes on until it is killed.

const [folder, skip] = process.argv.slice(2);
const ledger = await openLedger(folder!);
const invention = {
  ...{ seed: 7, claims: 200_000, actors: 400, reports: 60_000, outlets: 40 },
  ...{ copied: 0.2, firstDay: "2030-01-01", days: 900 },
};
let at = 0;
for (const report of inventReports(invention, inventWorld(invention))) {
  if (at++ < Number(skip)) continue;
  const reading = readingOf(report);
  if (await ledger.append(reading)) process.stdout.write(`${reading.report.id}\n`);
}
await ledger.close();
