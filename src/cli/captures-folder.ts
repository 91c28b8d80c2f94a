import { join } from "node:path";
import { Option } from "commander";

/** `--captures DIR`, where captures are kept; in the ledger's own folder unless told otherwise. */
export function capturesOption(): Option {
  return new Option("--captures <dir>", "where captures are kept; by default in the ledger's folder").env(
    "ENTENTE_CAPTURES",
  );
}

/** Where `--keep` keeps pages; null without it. Throws for a ledger on a server when no folder was named. */
export function keepingFolder(options: { ledger: string; captures?: string; keep?: boolean }): string | null {
  if (!options.keep) return null;
  const folder = capturesFolder(options);
  if (folder === null) throw new Error("--keep: a ledger on a server has no folder; name one with --captures");
  return folder;
}

/** Null for a ledger on a server when no folder was named. */
export function capturesFolder({ ledger, captures }: { ledger: string; captures?: string }): string | null {
  if (captures !== undefined) return captures;
  return /^postgres(ql)?:/.test(ledger) ? null : join(ledger, "captures");
}
