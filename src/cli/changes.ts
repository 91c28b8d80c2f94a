import { type Command, Option } from "commander";
import type { Tie, TieChanges } from "../terms/index.ts";
import { findActor } from "./actor-named.ts";
import { type DatesAsked, dateOptions, day, queryOf } from "./dates-asked.ts";
import { askIn, ledgerOption } from "./ledger-folder.ts";
import { csv, days, json, print, table } from "./output.ts";

interface ChangesOptions extends DatesAsked {
  ledger: string;
  from: string;
  to: string;
  actor?: string;
  format: "table" | "json" | "csv";
}

export function register(program: Command): void {
  const command = program
    .command("changes")
    .description("Say what changed between two days: ties that began, ended, or stand otherwise.")
    .addOption(ledgerOption())
    .addOption(new Option("--from <day>", "the earlier day").argParser(day).makeOptionMandatory())
    .addOption(new Option("--to <day>", "the later day").argParser(day).makeOptionMandatory());
  for (const option of dateOptions().filter(({ long }) => long !== "--as-of")) command.addOption(option);
  command
    .option("--actor <name>", "only ties of this actor")
    .addOption(new Option("--format <format>", "what to print").choices(["table", "json", "csv"]).default("table"))
    .addHelpText("after", examples)
    .action(changes);
}

const examples = `
Examples:
  $ entente changes --from 2031-02-01 --to 2031-03-31
  $ entente changes --from 2031-02-01 --to 2031-03-31 --actor "Falcon Army" --format csv`;

async function changes(options: ChangesOptions): Promise<void> {
  const query = queryOf({ ...options, asOf: options.to });
  const found = await askIn(options.ledger, async (ask) => {
    const actor = options.actor === undefined ? null : findActor(await ask.actors(query.knownAt), options.actor).id;
    return ask.changes(options, query, { actor });
  });
  if (options.format === "json") return print(json(found));
  const { head, rows } = changeRows(found);
  if (options.format === "csv") return print(csv(head, rows));
  await print(rows.length === 0 ? "Nothing changed between the two days.\n" : table(head, rows));
}

function changeRows({ begun, ended, changed, actors }: TieChanges): { head: string[]; rows: string[][] } {
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
  const row = (what: string, tie: Tie, when: string): string[] => [
    ...[what, nameOf.get(tie.a) ?? tie.a, tie.relation, nameOf.get(tie.b) ?? tie.b, when],
    ...[String(tie.reports), String(tie.origins)],
  ];
  return {
    head: ["what", "a", "relation", "b", "when", "reports", "origins"],
    rows: [
      ...begun.map((tie) => row("begun", tie, days(tie.since))),
      ...ended.map((tie) => row("ended", tie, days(tie.until))),
      ...changed.map(({ before, after }) => row(`${before.status} → ${after.status}`, after, days(after.since))),
    ],
  };
}
