import { type Command, Option } from "commander";
import { findActor } from "./actor-named.ts";
import { type DatesAsked, dateOptions, queryOf } from "./dates-asked.ts";
import { askIn, ledgerOption } from "./ledger-folder.ts";
import { csv, json, print, table } from "./output.ts";
import { tieRows } from "./picture.ts";

interface ActorOptions extends DatesAsked {
  ledger: string;
  format: "table" | "json" | "csv";
}

export function register(program: Command): void {
  const command = program
    .command("actor")
    .description("Show one actor: its names, and all its ties over time, ended ones included.")
    .argument("<name>", "any of its names, or its id")
    .addOption(ledgerOption());
  for (const option of dateOptions()) command.addOption(option);
  command
    .addOption(new Option("--format <format>", "what to print").choices(["table", "json", "csv"]).default("table"))
    .addHelpText("after", examples)
    .action(actor);
}

const examples = `
Examples:
  $ entente actor "Falcon Army"
  $ entente actor "Nine Valleys Concord" --as-of 2031-03-01
  $ entente actor Drenovia --format json | jq .actor.names`;

async function actor(name: string, options: ActorOptions): Promise<void> {
  const query = queryOf(options);
  const { found, picture } = await askIn(options.ledger, async (ask) => {
    const found = findActor(await ask.actors(query.knownAt), name);
    return { found, picture: await ask.picture(query, { actor: found.id, ended: true }) };
  });
  const { head, rows } = tieRows(picture);
  if (options.format === "csv") await print(csv(head, rows));
  else if (options.format === "json") {
    const others = picture.actors.filter(({ id }) => id !== found.id);
    await print(json({ ...query, actor: found, ties: picture.ties, others }));
  } else {
    const names = found.names.filter((one) => one !== found.name).join(", ");
    await print(`${found.name} (${found.kind}) ${found.id}\n${names === "" ? "" : `also: ${names}\n`}\n`);
    await print(rows.length === 0 ? "No ties are known.\n" : table(head, rows));
  }
}
