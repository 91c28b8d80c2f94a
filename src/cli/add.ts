import { type Command, Option } from "commander";
import { exitCodes } from "./exit-codes.ts";
import { ledgerOption, withLedger } from "./ledger-folder.ts";
import { createProgress } from "./progress.ts";

interface AddOptions {
  ledger: string;
  as?: "text" | "html";
}

export function register(program: Command): void {
  program
    .command("add")
    .description("Read reports into the ledger, where they stay. What is recorded already is skipped.")
    .argument("<inputs...>", "files, folders, or - for standard input")
    .addOption(ledgerOption())
    .addOption(new Option("--as <kind>", "take every input as this, whatever its name says").choices(["text", "html"]))
    .addHelpText("after", examples)
    .action(add);
}

const examples = `
Each report is recorded whole or not at all: a run that was stopped is simply started again.

Examples:
  $ entente add stories/coalition
  $ entente add --ledger ~/haradan pages/ more-pages/
  $ curl -s https://example.org/news | entente add - --as html`;

async function add(inputs: string[], { ledger: folder, as }: AddOptions): Promise<void> {
  const { addInputs, openReadTools } = await import("../pipeline.ts");
  const counts = { recorded: 0, "known already": 0, unreadable: 0 };
  await withLedger(folder, async (ledger) => {
    const tools = await openReadTools();
    const progress = createProgress("added");
    try {
      for await (const { value, notes } of addInputs(inputs, ledger, tools, { as })) {
        progress.step(value.name ?? undefined);
        for (const note of notes) progress.say(`${note.code}: ${note.text}`);
        counts[value.became] += 1;
      }
    } finally {
      progress.end();
      await tools.close();
    }
  });
  if (counts.unreadable > 0) process.exitCode = exitCodes.someUnreadable;
  process.stderr.write(
    `${counts.recorded} recorded, ${counts["known already"]} known already, ${counts.unreadable} unreadable; ledger ${folder}\n`,
  );
}
