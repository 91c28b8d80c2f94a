import type { Command } from "commander";
import type { Ledger } from "../ledger/ledger.ts";
import { exitCodes } from "./exit-codes.ts";
import { ledgerOption, withExistingLedger, withLedger } from "./ledger-folder.ts";
import { print } from "./output.ts";
import { createProgress } from "./progress.ts";

export function register(program: Command): void {
  const ledger = program.command("ledger").description("Look after the ledger itself.");
  ledger
    .command("check")
    .description(
      "Verify that nothing recorded was altered, that every quote stands where it says, and every tie follows.",
    )
    .addOption(ledgerOption())
    .addHelpText("after", examples)
    .action(check);
  ledger
    .command("export")
    .description("Write everything that a ledger keeps, one JSON object a line, to standard output.")
    .addOption(ledgerOption())
    .addHelpText("after", exportExamples)
    .action(writeOut);
  ledger
    .command("import")
    .description("Put an exported ledger, or readings, into this one; what is there already is passed over.")
    .argument("<file>", "what entente ledger export or entente read wrote, or - for standard input")
    .addOption(ledgerOption())
    .addHelpText("after", importExamples)
    .action(readIn);
  ledger
    .command("copy")
    .description("Copy a ledger to another place, such as a server, with its seals. Started again, it goes on.")
    .argument("<to>", "a folder, or postgres://…")
    .addOption(ledgerOption())
    .addHelpText("after", copyExamples)
    .action(copy);
}

const exportExamples = `
Examples:
  $ entente ledger export > ledger.jsonl
  $ entente ledger export --ledger ~/haradan | gzip > haradan.jsonl.gz`;

const importExamples = `
Each batch is taken in whole or not at all, and refused when its seal is not that of its rows.

Examples:
  $ entente ledger import ledger.jsonl --ledger ~/haradan-again
  $ zcat haradan.jsonl.gz | entente ledger import -
  $ cat readings/part-* | entente ledger import -       what other machines have read`;

const copyExamples = `
Examples:
  $ entente ledger copy postgres://analyst@db.example.org/haradan
  $ entente ledger copy ~/second-copy --ledger ~/haradan`;

async function writeOut({ ledger: folder }: { ledger: string }): Promise<void> {
  const { exportLedger } = await import("../ledger/records.ts");
  await withExistingLedger(folder, async (ledger) => {
    for await (const line of exportLedger(ledger)) await print(`${JSON.stringify(line)}\n`);
  });
}

async function readIn(file: string, { ledger: folder }: { ledger: string }): Promise<void> {
  const { createReadStream } = await import("node:fs");
  const { createInterface } = await import("node:readline");
  const { isReadingLine } = await import("../ledger/import-readings.ts");
  const input = file === "-" ? process.stdin : createReadStream(file);
  // A file that is not there fails before its first line: the error is heard where the lines are read.
  const failed = new Promise<never>((_, reject) => input.once("error", reject));
  // It rejects while the ledger is being opened, before anyone waits for it.
  failed.catch(() => {});
  await withLedger(folder, (ledger) => {
    // Opened and asked in one breath: lines that come while nobody asks are lost.
    const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
    return Promise.race([takeInLines(ledger, lines, isReadingLine), failed]);
  });
}

/** The first line tells an exported ledger from readings; an empty file is neither, and refused as no ledger. */
async function takeInLines(
  ledger: Ledger,
  rest: AsyncIterator<string>,
  isReadingLine: (line: string) => boolean,
): Promise<void> {
  const first = await rest.next();
  async function* all(): AsyncGenerator<string> {
    for (let line = first; !line.done; line = await rest.next()) yield line.value;
  }
  if (first.done || !isReadingLine(first.value)) return takeIn(ledger, all());
  const { importReadings } = await import("../ledger/import-readings.ts");
  const progress = createProgress("taken in");
  const { rows, known } = await importReadings(ledger, all(), () => progress.step());
  progress.end();
  process.stderr.write(`${rows} readings taken in, ${known} known already\n`);
}

async function copy(to: string, { ledger: from }: { ledger: string }): Promise<void> {
  const { exportLedger } = await import("../ledger/records.ts");
  await withExistingLedger(from, (source) => withLedger(to, (target) => takeIn(target, asText(exportLedger(source)))));
}

async function* asText(lines: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const line of lines) yield JSON.stringify(line);
}

async function takeIn(ledger: Ledger, lines: AsyncIterable<string>): Promise<void> {
  const { importLedger } = await import("../ledger/records.ts");
  const begun = Date.now();
  const { batches, rows, known } = await importLedger(ledger, lines, (done, of) => {
    if (process.stderr.isTTY && Date.now() - begun > 1_000) process.stderr.write(`\r\u001b[2K${bar(done, of)}`);
  });
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[2K");
  process.stderr.write(
    `${rows} rows taken in, ${known} known already, in ${batches} batches; every seal was checked\n`,
  );
}

function bar(done: number, of: number): string {
  const full = Math.round((done / Math.max(of, 1)) * 30);
  return `[${"#".repeat(full)}${".".repeat(30 - full)}] ${done} of ${of} batches`;
}

const examples = `
Ends with exit code 2 and a line for each thing that is wrong.

Examples:
  $ entente ledger check
  $ entente ledger check --ledger ~/haradan`;

async function check({ ledger: folder }: { ledger: string }): Promise<void> {
  const { checkLedger } = await import("../ledger/check-ledger.ts");
  const { resolveHoldings } = await import("../resolve/resolve-holdings.ts");
  const { unexplainedTies } = await import("../picture/unexplained-ties.ts");
  await withExistingLedger(folder, async (ledger) => {
    const progress = createProgress("checked");
    let reports = 0;
    let wrong = 0;
    for await (const { notes } of checkLedger(ledger)) {
      progress.step();
      reports += 1;
      wrong += notes.length;
      for (const note of notes) progress.say(`${note.code}: ${note.text}`);
    }
    const { ties, unexplained } = unexplainedTies(resolveHoldings(await ledger.holdings("9999-12-31T23:59:59Z")));
    for (const id of unexplained) progress.say(`ledger.tie: ${id} is in the picture and no step leads to it`);
    progress.end();
    wrong += unexplained.length;
    await print(`${reports} reports, ${ties} ties: ${wrong === 0 ? "all is well" : `${wrong} things are wrong`}\n`);
    if (wrong > 0) process.exitCode = exitCodes.fatal;
  });
}
