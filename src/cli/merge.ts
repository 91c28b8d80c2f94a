import type { Command } from "commander";
import { type Signed, signerOf, signOptions } from "./decision-signed.ts";
import { ledgerOption, withExistingLedger } from "./ledger-folder.ts";
import { print } from "./output.ts";

export function register(program: Command): void {
  const command = program
    .command("merge")
    .description("Decide that two names are of one actor. Kept as a row of the ledger, signed and dated.")
    .argument("<name>", "a name as reports write it")
    .argument("<other>", "another")
    .addOption(ledgerOption());
  for (const option of signOptions()) command.addOption(option);
  command.addHelpText("after", examples).action((name, other, options) => decide("same", name, other, options));
}

const examples = `
A decision outranks what the machine works out from the spelling, until a later one on the same two names (entente split).

Examples:
  $ entente merge "Falcon Army" "Haradan Shield Front" --because "renamed on 19 March"`;

/** Records that two names are the same or different, and says so. */
export async function decide(
  kind: "same" | "different",
  a: string,
  b: string,
  options: Signed & { ledger: string },
): Promise<void> {
  const signed = signerOf(options);
  const { id } = await withExistingLedger(options.ledger, (ledger) => ledger.decide({ kind, a, b }, signed));
  await print(`${a} and ${b} are ${kind}: decided by ${signed.by} (${id})\n`);
}
