import { type Command, Option } from "commander";
import type { Timeline } from "../terms/index.ts";
import { findActor } from "./actor-named.ts";
import { type DatesAsked, dateOptions, day, queryOf } from "./dates-asked.ts";
import { ledgerOption, withExistingLedger } from "./ledger-folder.ts";
import { csv, days, json, print, table } from "./output.ts";

interface TimelineAsked extends DatesAsked {
  ledger: string;
  from?: string;
  to?: string;
  actor?: string;
  unrealised?: boolean;
  format: "table" | "json" | "csv";
}

export function register(program: Command): void {
  const command = program
    .command("timeline")
    .description("List what happened, was proposed, refused or denied, in the order of its days.")
    .addOption(ledgerOption())
    .addOption(new Option("--from <day>", "from this day on").argParser(day))
    .addOption(new Option("--to <day>", "up to this day").argParser(day));
  for (const option of dateOptions().filter(({ long }) => long !== "--as-of")) command.addOption(option);
  command
    .option("--actor <name>", "only what this actor did or underwent")
    .option("--unrealised", "only what was proposed, planned, demanded, attempted, refused, denied or feared")
    .addOption(new Option("--format <format>", "what to print").choices(["table", "json", "csv"]).default("table"))
    .addHelpText("after", examples)
    .action(timeline);
}

const examples = `
Examples:
  $ entente timeline --actor "River Battalions"
  $ entente timeline --unrealised --from 2031-03-01 --to 2031-03-31
  $ entente timeline --format csv > timeline.csv`;

async function timeline(options: TimelineAsked): Promise<void> {
  const { resolvedHoldings } = await import("../pipeline.ts");
  const { makeTimeline } = await import("../picture/timeline.ts");
  const query = queryOf(options);
  const { from = null, to = null, unrealised = false } = options;
  const found = await withExistingLedger(options.ledger, async (ledger) => {
    const holdings = await resolvedHoldings(ledger, query.knownAt);
    const actor = options.actor === undefined ? null : findActor(holdings.actors, options.actor).id;
    return makeTimeline(holdings, query, { actor, from, to, unrealised });
  });
  if (options.format === "json") return print(json(found));
  const { head, rows } = entryRows(found);
  if (options.format === "csv") return print(csv(head, rows));
  await print(rows.length === 0 ? "Nothing is told of that.\n" : table(head, rows));
}

function entryRows({ entries, actors }: Timeline): { head: string[]; rows: string[][] } {
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
  const names = (ids: readonly string[]): string => ids.map((id) => nameOf.get(id) ?? id).join(", ");
  return {
    head: ["when", "who", "what", "whom", "reports", "origins"],
    rows: entries.map(({ at, agents, patients, relation, modality, polarity, reports, origins }) => [
      days(at),
      names(agents),
      [polarity === "negated" ? "no" : "", modality === "actual" ? "" : modality, relation].filter(Boolean).join(" "),
      names(patients),
      String(reports),
      String(origins),
    ]),
  };
}
