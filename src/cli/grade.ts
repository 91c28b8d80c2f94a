import { type Command, InvalidArgumentError } from "commander";
import { type Ruling, reliabilities } from "../terms/index.ts";
import { type Signed, signerOf, signOptions } from "./decision-signed.ts";
import { ledgerOption, withExistingLedger } from "./ledger-folder.ts";
import { print } from "./output.ts";

export function register(program: Command): void {
  const command = program
    .command("grade")
    .description("Grade a source A to F, or a claim 1 to 6 (Admiralty). Kept as a row of the ledger, signed and dated.")
    .argument("<what>", "a source by its name, or a claim by its id")
    .argument("<grade>", "A to F for a source, 1 to 6 for a claim")
    .addOption(ledgerOption());
  for (const option of signOptions()) command.addOption(option);
  command.addHelpText("after", examples).action(grade);
}

const examples = `
A completely reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged.
1 confirmed by others, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.

Examples:
  $ entente grade "Valley Monitor" D --because "retracted twice in March"
  $ entente grade c:8d0c4f0b6f6f1e1f7a1f7c61bb1c2a55 5`;

async function grade(what: string, asked: string, options: Signed & { ledger: string }): Promise<void> {
  const ruling = rulingOf(what, asked.toUpperCase());
  const signed = signerOf(options);
  await withExistingLedger(options.ledger, (ledger) => ledger.decide(ruling, signed));
  await print(`${what} is graded ${asked.toUpperCase()} by ${signed.by}\n`);
}

function rulingOf(what: string, grade: string): Ruling {
  if (what.startsWith("c:")) {
    if (!/^[1-6]$/.test(grade)) throw new InvalidArgumentError(`a claim is graded 1 to 6, not "${grade}"`);
    return { kind: "credibility", claim: what, grade: Number(grade) };
  }
  const letter = reliabilities.find((one) => one === grade);
  if (letter === undefined) throw new InvalidArgumentError(`a source is graded A to F, not "${grade}"`);
  return { kind: "reliability", source: what, grade: letter };
}
