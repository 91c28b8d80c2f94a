import type { Command } from "commander";
import type { Ledger } from "../ledger/ledger.ts";
import { reportsMeant } from "../ledger/reports-meant.ts";
import { type Signed, signerOf, signOptions } from "./decision-signed.ts";
import { ledgerOption, withExistingLedger } from "./ledger-folder.ts";
import { decide } from "./merge.ts";
import { print } from "./output.ts";

export function register(program: Command): void {
  const command = program
    .command("split")
    .description("Decide that two names are of two actors. Kept as a row of the ledger, signed and dated.")
    .argument("<name>", "a name as reports write it")
    .argument("<other>", "another")
    .option(
      "--in <report>",
      "two actors have this name: in this report it is the other one, who goes by <other> from now on",
    )
    .addOption(ledgerOption());
  for (const option of signOptions()) command.addOption(option);
  command.addHelpText("after", examples).action(split);
}

const examples = `
Other names of the two go with the one that they are more like.
Two people of one name: --in names a report, by its id or the first six or more of its digits, that speaks of the other one.

Examples:
  $ entente split "Orchard" "New Orchard" --because "another party since 8 September"
  $ entente split "Omar Sule" "Omar Sule of Tarn" --in 5f0c21 --because "the mayor, not the general"`;

async function split(
  name: string,
  other: string,
  { in: report, ...options }: Signed & { ledger: string; in?: string },
): Promise<void> {
  if (report === undefined) return decide("different", name, other, options);
  const signed = signerOf(options);
  const { id, where } = await withExistingLedger(options.ledger, async (ledger) => {
    const found = await reportMeant(ledger, report);
    const decision = await ledger.decide({ kind: "apart", name, report: found, as: other }, signed);
    return { id: decision.id, where: found };
  });
  await print(`${name} is another in ${where.slice(0, 19)}, and goes by ${other}: decided by ${signed.by} (${id})\n`);
}

/** Throws where no report is meant, or several. */
async function reportMeant(ledger: Ledger, word: string): Promise<string> {
  const found = reportsMeant(await ledger.reportIds(), word);
  if (found.length === 1) return found[0]!;
  throw new Error(
    found.length === 0
      ? `${word}: no report of the ledger has this id; name it by six or more of its digits`
      : `${word}: several reports begin so; give more digits`,
  );
}
