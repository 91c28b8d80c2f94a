import { join } from "node:path";
import { type Command, Option } from "commander";
import { capturesFolder, capturesOption, keepingFolder } from "./captures-folder.ts";
import { type CollectingOptions, collectingOptions, collectOptionsOf, inputsHelp, software } from "./collecting.ts";
import { exitCodes } from "./exit-codes.ts";
import { ledgerOption, withLedger } from "./ledger-folder.ts";
import { createProgress } from "./progress.ts";
import { workersOption } from "./workers-option.ts";

interface AddOptions extends CollectingOptions {
  ledger: string;
  captures?: string;
  keep?: boolean;
  as?: "text" | "html";
  workers: number;
}

export function register(program: Command): void {
  const command = program
    .command("add")
    .description("Read reports into the ledger, where they stay. What is recorded already is skipped.")
    .argument("<inputs...>", inputsHelp)
    .addOption(ledgerOption())
    .addOption(new Option("--as <kind>", "take every input as this, whatever its name says").choices(["text", "html"]))
    .option("--keep", "keep each page as it came, as WARC, to be shown again by entente capture")
    .addOption(capturesOption());
  command.addOption(workersOption());
  for (const option of collectingOptions()) command.addOption(option);
  command.addHelpText("after", examples).action(add);
}

const examples = `
Each report is recorded whole or not at all: a run that was stopped is simply started again, and passes over what
is recorded, record by record in an archive. Pages of the web that have not changed are not sent again.

Examples:
  $ entente add stories/coalition
  $ entente add --ledger ~/haradan pages/ more-pages/
  $ entente add https://example.org/news/feed.xml --keep --contact desk@example.org
  $ entente add crawl.warc.gz crawl.wacz`;

async function add(
  inputs: string[],
  { ledger: folder, captures, keep, as, workers, ...collecting }: AddOptions,
): Promise<void> {
  const { addInputs, openReadTools } = await import("../pipeline.ts");
  const { keepCaptures } = await import("../collect/keep/keep-captures.ts");
  const { openVisits } = await import("../collect/web/visits.ts");
  const counts = { recorded: 0, "known already": 0, unreadable: 0, noted: 0 };
  const where = { ledger: folder, ...(captures === undefined ? {} : { captures }) };
  const kept = capturesFolder(where);
  const keeping = keepingFolder({ ...where, keep: keep === true });
  await withLedger(folder, async (ledger) => {
    const tools = await openReadTools({ workers });
    const keeper = keeping === null ? null : await keepCaptures(keeping, software());
    const isKept = async (id: string) => (keeper === null || keeper.has(id)) && (await ledger.has(id));
    const visits = kept === null ? null : await openVisits(join(kept, "visits.jsonl"), isKept);
    const { web, ...options } = collectOptionsOf(collecting);
    const progress = createProgress("added");
    try {
      for await (const { value, notes, place } of addInputs(inputs, ledger, tools, {
        ...options,
        as,
        web: { ...web, ...(visits ? { visits } : {}) },
        ...(keeper ? { keep: keeper.keep } : {}),
      })) {
        if (value.became !== "noted") progress.step(value.name ?? undefined, place);
        for (const note of notes) progress.say(`${note.code}: ${note.text}`);
        counts[value.became] += 1;
      }
    } finally {
      progress.end();
      await keeper?.close();
      await tools.close();
    }
  });
  if (counts.unreadable > 0) process.exitCode = exitCodes.someUnreadable;
  process.stderr.write(
    `${counts.recorded} recorded, ${counts["known already"]} known already, ${counts.unreadable} unreadable; ledger ${folder}\n`,
  );
}
