import { type Command, Option } from "commander";
import type { Blocs } from "../terms/index.ts";
import { type DatesAsked, dateOptions, queryOf } from "./dates-asked.ts";
import { ledgerOption, withExistingLedger } from "./ledger-folder.ts";
import { csv, json, print } from "./output.ts";

interface BlocsOptions extends DatesAsked {
  ledger: string;
  format: "text" | "json" | "csv";
}

export function register(program: Command): void {
  const command = program
    .command("blocs")
    .description("Show who stands together on a day, who stands between, and which ties are under strain.")
    .addOption(ledgerOption());
  for (const option of dateOptions()) command.addOption(option);
  command
    .addOption(new Option("--format <format>", "what to print").choices(["text", "json", "csv"]).default("text"))
    .addHelpText("after", examples)
    .action(blocs);
}

const examples = `
Blocs are communities of friendly ties; brokers lie on the ways between others; a tie is under strain when it goes
against the division into two sides that fits the picture best (structural balance).

Examples:
  $ entente blocs --as-of 2031-02-20
  $ entente blocs --as-of 2031-04-19 --format json | jq .balance.frustration`;

async function blocs(options: BlocsOptions): Promise<void> {
  const { resolvedHoldings } = await import("../pipeline.ts");
  const { findBlocs } = await import("../picture/blocs.ts");
  const query = queryOf(options);
  const found = await withExistingLedger(options.ledger, async (ledger) =>
    findBlocs(await resolvedHoldings(ledger, query.knownAt), query),
  );
  if (options.format === "json") await print(json(found));
  else await print(options.format === "csv" ? blocsCsv(found) : blocsText(found));
}

function blocsCsv({ blocs, actors }: Blocs): string {
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
  const rows = blocs.flatMap(({ name, actors: ids }, at) =>
    ids.map((id) => [String(at + 1), name, nameOf.get(id) ?? id, id]),
  );
  return csv(["bloc", "named after", "actor", "id"], rows);
}

function blocsText({ blocs, brokers, balance, actors }: Blocs): string {
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
  const name = (id: string): string => nameOf.get(id) ?? id;
  const { atLeast, atMost } = balance.frustration;
  const lines = [
    ...blocs.map((bloc) => `${bloc.name} and others\n${bloc.actors.map((id) => `  ${name(id)}`).join("\n")}\n`),
    ...(blocs.length === 0 ? ["No two actors are said to stand together.\n"] : []),
    ...(brokers.length === 0
      ? []
      : [
          `Between them\n${brokers
            .slice(0, 5)
            .map((one) => `  ${name(one.actor)}`)
            .join("\n")}\n`,
        ]),
    `Balance: ${atLeast === atMost ? atMost : `${atLeast} to ${atMost}`} of ${balance.ties} ties go against two sides`,
    ...balance.strained.map(({ a, relation, b }) => `  ${name(a)} ${relation} ${name(b)}`),
  ];
  return `${lines.join("\n")}\n`;
}
