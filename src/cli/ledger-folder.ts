import { Option } from "commander";
import type { LedgerQuestions } from "../ask/ask-ledger.ts";
import type { Ledger } from "../ledger/ledger.ts";

/** `--ledger DIR`, the same on every command that keeps or asks. */
export function ledgerOption(): Option {
  return new Option("--ledger <dir>", "the folder that keeps what was read, or postgres://…")
    .env("ENTENTE_LEDGER")
    .default("./entente-ledger");
}

/** Opens the ledger for one deed and closes it however that ends. */
export async function withLedger<Result>(folder: string, deed: (ledger: Ledger) => Promise<Result>): Promise<Result> {
  const { openLedger } = await import("../ledger/ledger.ts");
  const ledger = await openLedger(folder);
  try {
    return await deed(ledger);
  } finally {
    await ledger.close();
  }
}

/** The same, for a deed that only asks: a ledger that is not there is a mistyped name, not a new one. */
export async function withExistingLedger<Result>(
  folder: string,
  deed: (ledger: Ledger) => Promise<Result>,
): Promise<Result> {
  const { existsSync } = await import("node:fs");
  if (!/^postgres(ql)?:/.test(folder) && !existsSync(folder))
    throw new Error(`${folder}: there is no ledger here; entente add makes one, and --ledger names another folder`);
  return withLedger(folder, deed);
}

/** Asks an existing ledger; while its index is made, which a large ledger takes time for, it is said how far that is. */
export async function askIn<Result>(
  folder: string,
  deed: (ask: LedgerQuestions, ledger: Ledger) => Promise<Result>,
): Promise<Result> {
  const { askLedger } = await import("../ask/ask-ledger.ts");
  return withExistingLedger(folder, (ledger) => deed(askLedger(ledger, showIndexing), ledger));
}

function showIndexing(done: number, of: number): void {
  if (process.stderr.isTTY && of > 2_000) process.stderr.write(`\r\u001b[2Kindexed ${done} of ${of} reports`);
}
