import { Argument, type Command } from "commander";
import { type ExportName, exportFormats, exportNames } from "../serve/exports/formats.ts";
import { type DatesAsked, dateOptions, queryOf } from "./dates-asked.ts";
import { ledgerOption, withExistingLedger } from "./ledger-folder.ts";
import { print } from "./output.ts";

export function register(program: Command): void {
  const command = program
    .command("export")
    .description("Write the picture, or its claims, in a format of other programs.")
    .addArgument(new Argument("<format>", "the format").choices(exportNames))
    .addOption(ledgerOption());
  for (const option of dateOptions()) command.addOption(option);
  command.addHelpText("after", examples).action(write);
}

const formats = exportNames.map((name) => `  ${name.padEnd(12)} ${exportFormats[name].describes}`).join("\n");

const examples = `
Formats:
${formats}

Examples:
  $ entente export gexf --as-of 2031-04-30 > picture.gexf
  $ entente export events | csvsort -c from
  $ entente export stix --published-by 2031-02-20 > picture.stix.json`;

async function write(format: ExportName, options: DatesAsked & { ledger: string }): Promise<void> {
  const { createArchiveToRead } = await import("../serve/archive-to-read.ts");
  const written = await withExistingLedger(options.ledger, async (ledger) => {
    const archive = createArchiveToRead(ledger, options.ledger);
    return exportFormats[format].write(await archive.exportable(queryOf(options)));
  });
  await print(written);
}
