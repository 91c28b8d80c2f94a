import type { Command } from "commander";
import { exitCodes } from "./exit-codes.ts";
import { ledgerOption, withExistingLedger } from "./ledger-folder.ts";
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
