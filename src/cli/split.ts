import type { Command } from "commander";
import { signOptions } from "./decision-signed.ts";
import { ledgerOption } from "./ledger-folder.ts";
import { decide } from "./merge.ts";

export function register(program: Command): void {
  const command = program
    .command("split")
    .description("Decide that two names are of two actors. Kept as a row of the ledger, signed and dated.")
    .argument("<name>", "a name as reports write it")
    .argument("<other>", "another")
    .addOption(ledgerOption());
  for (const option of signOptions()) command.addOption(option);
  command.addHelpText("after", examples).action((name, other, options) => decide("different", name, other, options));
}

const examples = `
Other names of the two go with the one that they are more like.

Examples:
  $ entente split "Orchard" "New Orchard" --because "another party since 8 September"`;
