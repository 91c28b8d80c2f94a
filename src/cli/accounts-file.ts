import { Option } from "commander";

export function accountsOption(flags = "--accounts <file>"): Option {
  return new Option(flags, "the file of the accounts (default: beside the ledger)").env("ENTENTE_ACCOUNTS");
}

/** Beside the ledger and not in it: what is in a ledger stays, and an account must be able to go. */
export function accountsFileOf({ ledger, accounts }: { ledger: string; accounts?: string }): string {
  if (accounts !== undefined) return accounts;
  if (!/^postgres(ql)?:/.test(ledger)) return `${ledger.replace(/\/+$/, "")}.accounts.sqlite`;
  throw new Error("--accounts must name a file when the ledger is on a server");
}
