import { z } from "zod";
import { contentId, type Decision, NoteText, Reading, Ruling, type SignedNote } from "../terms/index.ts";
import { type Batch, brokenLinks } from "./chain.ts";
import type { Ledger } from "./ledger.ts";
import { readingHash } from "./reading-hash.ts";
import { restoreBatch } from "./restore.ts";

const ledgerFormat = "entente-ledger/1";

/** The lines of an exported ledger: a heading, and then batch by batch what was appended, each row before its seal. */
const Line = z.discriminatedUnion("line", [
  z.object({ line: z.literal("ledger"), format: z.literal(ledgerFormat), batches: z.number() }),
  z.object({ line: z.literal("report"), reading: Reading, hash: z.string(), recorded: z.string() }),
  z.object({
    line: z.literal("decision"),
    ...{ id: z.string(), ruling: Ruling, by: z.string(), because: z.string().nullable(), recorded: z.string() },
  }),
  NoteText.extend({ line: z.literal("note"), id: z.string(), by: z.string(), recorded: z.string() }),
  z.object({
    line: z.literal("batch"),
    seal: z.string(),
    recorded: z.string(),
    rows: z.array(z.object({ row: z.string(), hash: z.string() })),
  }),
]);
export type LedgerLine = z.infer<typeof Line>;

/** Everything in a ledger as lines, in the order in which it was appended: the same ledger gives the same lines. */
export async function* exportLedger(ledger: Ledger): AsyncGenerator<LedgerLine> {
  const batches = await ledger.batches();
  const decisions = new Map((await ledger.decisions()).map((decision) => [decision.id, decision]));
  const notes = new Map((await ledger.notes()).map((note) => [note.id, note]));
  yield { line: "ledger", format: ledgerFormat, batches: batches.length };
  for (const { seal, recorded, rows } of batches) {
    for (const { row } of rows) yield await lineOf(row, ledger, decisions, notes);
    yield { line: "batch", seal, recorded, rows };
  }
}

async function lineOf(
  row: string,
  ledger: Ledger,
  decisions: ReadonlyMap<string, Decision>,
  notes: ReadonlyMap<string, SignedNote>,
): Promise<LedgerLine> {
  const decision = decisions.get(row);
  if (decision !== undefined) return { line: "decision", ...decision };
  const note = notes.get(row);
  if (note !== undefined) return { line: "note", ...note };
  const found = await ledger.reading(row);
  if (found === null)
    throw new Error(`ledger.seal: ${row} was sealed and is not there; entente ledger check says more`);
  return { line: "report", ...found };
}

/** What an import did. */
export interface Imported {
  batches: number;
  rows: number;
  /** Rows that were there before. */
  known: number;
}

/**
 * Puts exported lines into a ledger: into an empty one seal by seal, so that its seals are the same; into one that has
 * rows, as new batches of its own. Throws `ledger.import` with the number of the line, and keeps nothing of that batch,
 * when a line cannot be read, a hash is not that of its reading, or a seal not that of its rows.
 */
export async function importLedger(
  ledger: Ledger,
  lines: AsyncIterable<string> | Iterable<string>,
  progress: (done: number, of: number) => void = () => {},
): Promise<Imported> {
  const there = new Set((await ledger.batches()).map(({ seal }) => seal));
  let end = [...there].at(-1) ?? null;
  const imported: Imported = { batches: 0, rows: 0, known: 0 };
  let previous: Batch[] = [];
  let held: LedgerLine[] = [];
  let number = 0;
  let of = 0;
  for await (const text of lines) {
    number += 1;
    if (text.trim() === "") continue;
    const line = parsed(text, number);
    if (number === 1 && line.line !== "ledger")
      throw new Error("ledger.import: line 1: this is no exported ledger; entente ledger export makes one");
    if (line.line === "ledger") of = line.batches;
    else if (line.line !== "batch") held.push(checked(line, number));
    else {
      const batch: Batch = { number: imported.batches + 1, ...line };
      if (brokenLinks([...previous, batch]).includes(batch) || !holdsAll(batch, held))
        throw new Error(
          `ledger.import: line ${number}: the seal is not that of the rows before it: a line was changed or left out`,
        );
      const follows = (previous[0]?.seal ?? null) === end;
      const added = there.has(batch.seal)
        ? 0
        : await restoreBatch(ledger.store, held, follows ? batch : null, batch.recorded);
      if (follows || there.has(batch.seal)) end = follows ? batch.seal : end;
      previous = [batch];
      imported.batches += 1;
      imported.rows += added;
      imported.known += line.rows.length - added;
      progress(imported.batches, of);
      held = [];
    }
  }
  if (held.length > 0 || imported.batches < of)
    throw new Error(
      `ledger.import: the file ends after ${imported.batches} of ${of} batches; those are kept, and importing the whole file goes on`,
    );
  return imported;
}

/** The rows that a seal was made of are the lines before it, one for one. */
function holdsAll({ rows }: Batch, lines: readonly LedgerLine[]): boolean {
  const own = lines.map((line) => (line.line === "report" ? `${line.reading.report.id} ${line.hash}` : idOfLine(line)));
  return JSON.stringify(rows.map(({ row, hash }) => `${row} ${hash}`)) === JSON.stringify(own);
}

/** A decision's and a note's hash is their id, which is made of all that they say. */
function idOfLine(line: LedgerLine): string {
  if (line.line === "decision")
    return `${contentId("x", [line.ruling, line.by, line.because, line.recorded])} ${line.id}`;
  if (line.line !== "note") return "";
  const { about, says, text, answers, by, recorded, id } = line;
  return `${contentId("n", [about, says, text, answers, by, recorded])} ${id}`;
}

function parsed(text: string, number: number): LedgerLine {
  try {
    return Line.parse(JSON.parse(text));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause).split("\n")[0] : (cause as Error).message;
    throw new Error(`ledger.import: line ${number}: ${why}`, { cause });
  }
}

function checked(line: LedgerLine, number: number): LedgerLine {
  if (line.line === "report" && readingHash(line.reading) !== line.hash)
    throw new Error(`ledger.import: line ${number}: the reading is not the one that was recorded: its hash differs`);
  return line;
}
