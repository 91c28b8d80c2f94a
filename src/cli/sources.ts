import { type Command, Option } from "commander";
import type { Sources } from "../terms/index.ts";
import { type DatesAsked, dateOptions, queryOf } from "./dates-asked.ts";
import { ledgerOption, withExistingLedger } from "./ledger-folder.ts";
import { csv, json, print, table } from "./output.ts";

interface SourcesOptions extends DatesAsked {
  ledger: string;
  format: "table" | "json" | "csv";
}

export function register(program: Command): void {
  const command = program
    .command("sources")
    .description("List who is behind the claims: how much each says, whether others bear it out, and its own side.")
    .addOption(ledgerOption());
  for (const option of dateOptions()) command.addOption(option);
  command
    .addOption(new Option("--format <format>", "what to print").choices(["table", "json", "csv"]).default("table"))
    .addHelpText("after", examples)
    .action(sources);
}

const examples = `
A source is whoever a claim rests on in the end: the innermost voice, else the publisher, else the agency whose text it is.

Examples:
  $ entente sources
  $ entente sources --as-of 2031-02-20 --format csv > sources.csv`;

async function sources(options: SourcesOptions): Promise<void> {
  const { resolvedHoldings } = await import("../pipeline.ts");
  const { findSources } = await import("../picture/sources.ts");
  const query = queryOf(options);
  const found = await withExistingLedger(options.ledger, async (ledger) =>
    findSources(await resolvedHoldings(ledger, query.knownAt), query),
  );
  if (options.format === "json") return print(json(found));
  const { head, rows } = sourceRows(found);
  await print(options.format === "csv" ? csv(head, rows) : table(head, rows));
}

function sourceRows({ sources, actors }: Sources): { head: string[]; rows: string[][] } {
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
  const names = (ids: readonly string[]): string => ids.map((id) => nameOf.get(id) ?? id).join(", ");
  return {
    head: ["source", "grade", "claims", "reports", "borne out", "contradicted", "of itself", "friends", "foes"],
    rows: sources.map((one) => [
      ...[
        one.name,
        one.reliability ?? "",
        ...[one.claims, one.reports, one.borneOut, one.contradicted, one.ofItself].map(String),
      ],
      ...[names(one.friends), names(one.foes)],
    ]),
  };
}
