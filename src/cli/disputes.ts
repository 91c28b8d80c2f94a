import { type Command, Option } from "commander";
import type { Disputes } from "../terms/index.ts";
import { findActor } from "./actor-named.ts";
import { type DatesAsked, dateOptions, queryOf } from "./dates-asked.ts";
import { askIn, ledgerOption } from "./ledger-folder.ts";
import { csv, json, print } from "./output.ts";

interface DisputesOptions extends DatesAsked {
  ledger: string;
  actor?: string;
  format: "text" | "json" | "csv";
}

export function register(program: Command): void {
  const command = program
    .command("disputes")
    .description("List the accounts that cannot all be so, side by side.")
    .addOption(ledgerOption());
  for (const option of dateOptions()) command.addOption(option);
  command
    .option("--actor <name>", "only what is disputed about this actor")
    .addOption(new Option("--format <format>", "what to print").choices(["text", "json", "csv"]).default("text"))
    .addHelpText("after", examples)
    .action(disputes);
}

const examples = `
Reasons: polarity (so, or not so), modality (done, or refused), date, succession (who leads).

Examples:
  $ entente disputes
  $ entente disputes --actor Drenovia --as-of 2031-03-01
  $ entente disputes --format json | jq '.disputes[] | select(.reason == "date")'`;

async function disputes(options: DisputesOptions): Promise<void> {
  const query = queryOf(options);
  const { found, quotes } = await askIn(options.ledger, async (ask) => {
    const actor = options.actor === undefined ? null : findActor(await ask.actors(query.knownAt), options.actor).id;
    const found = await ask.disputes(query, { actor });
    return { found, quotes: await ask.quotes(found.disputes.flatMap(({ sides }) => sides.flatMap((s) => s.claims))) };
  });
  if (options.format === "json") await print(json(found));
  else if (options.format === "csv") await print(disputesCsv(found));
  else await print(disputesText(found, quotes));
}

function disputesCsv({ disputes }: Disputes): string {
  const rows = disputes.flatMap(({ id, reason, sides }) =>
    sides.map((side) => [id, reason, side.says, String(side.reports), String(side.origins), side.claims.join(" ")]),
  );
  return csv(["dispute", "reason", "says", "reports", "origins", "claims"], rows);
}

function disputesText({ disputes }: Disputes, quotes: ReadonlyMap<string, string>): string {
  if (disputes.length === 0) return "No accounts contradict each other.\n";
  return disputes
    .map(({ reason, sides }) => {
      const lines = sides.flatMap((side) => [
        `  ${side.says} (reports: ${side.reports}, origins: ${side.origins})`,
        ...side.claims.map((claim) => `    "${quotes.get(claim)?.replace(/\s+/g, " ")}"`),
      ]);
      return `${reason}\n${lines.join("\n")}\n`;
    })
    .join("\n");
}
