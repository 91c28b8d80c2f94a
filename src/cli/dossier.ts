import type { Command } from "commander";
import { type DatesAsked, dateOptions, queryOf } from "./dates-asked.ts";
import { ledgerOption, withExistingLedger } from "./ledger-folder.ts";
import { print } from "./output.ts";

export function register(program: Command): void {
  const command = program
    .command("dossier")
    .description("Write an actor, or two and what is between them, on one HTML page to keep, send or print.")
    .argument("<actor>", "a name or id")
    .argument("[other]", "another: what is between the two")
    .addOption(ledgerOption());
  for (const option of dateOptions()) command.addOption(option);
  command.addHelpText("after", examples).action(dossier);
}

const examples = `
The page needs nothing else: no script, no picture, no font is fetched.

Examples:
  $ entente dossier "Falcon Army" --as-of 2031-02-20 > falcon-army.html
  $ entente dossier Drenovia "River Battalions" > tie.html`;

async function dossier(
  actor: string,
  other: string | undefined,
  options: DatesAsked & { ledger: string },
): Promise<void> {
  const { createArchiveToRead } = await import("../serve/archive-to-read.ts");
  const { actorDossier, tieDossier } = await import("../serve/dossier.ts");
  const page = await withExistingLedger(options.ledger, async (ledger) => {
    const archive = createArchiveToRead(ledger, options.ledger);
    const query = queryOf(options);
    return other === undefined ? actorDossier(archive, actor, query) : tieDossier(archive, actor, other, query);
  });
  if (page === null)
    throw new Error(`no single actor is called "${actor}"${other === undefined ? "" : ` or "${other}"`}`);
  await print(page);
}
