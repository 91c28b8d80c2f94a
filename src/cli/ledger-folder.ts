import { Option } from "commander";
import type { Ledger } from "../ledger/ledger.ts";
import type { ResolvedHoldings } from "../terms/index.ts";

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

/** What an existing ledger held at an instant, with one actor under all its names. */
export async function heldIn(folder: string, knownAt: string): Promise<ResolvedHoldings> {
  const { resolveHoldings } = await import("../resolve/resolve-holdings.ts");
  return resolveHoldings(await withExistingLedger(folder, (ledger) => ledger.holdings(knownAt)));
}
