import type { Ledger } from "../ledger/ledger.ts";
import type { ReadTools } from "../pipeline.ts";
import type { Archive } from "./archive.ts";
import { createLedgerArchive } from "./ledger-archive.ts";

/** The archive for those who only ask: nothing is read or added, so the tagger stays closed. */
export function createArchiveToRead(ledger: Ledger, name: string, version = ""): Archive {
  // Held as a getter: only `read` and `add` take it, and both are refused before they could.
  const refuse = () => Promise.reject(new Error("This archive is open for reading only."));
  const archive = createLedgerArchive({
    ledger,
    get reader(): ReadTools {
      throw new Error("This archive is open for reading only.");
    },
    now: () => new Date(),
    version,
    name,
  });
  return { ...archive, read: refuse, add: refuse, take: refuse, decide: refuse, writeNote: refuse };
}
