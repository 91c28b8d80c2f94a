import { type Command, Option } from "commander";
import { decisionsBy } from "../ledger/decisions.ts";
import { countriesOf } from "../resolve/countries.ts";
import { countryName } from "../resolve/known-countries.ts";
import { type CountriesOfActor, type Decision, decisionsInForce } from "../terms/index.ts";
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
    .description("Show one actor: its names, its countries, and all its ties over time, ended ones included.")
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
  $ entente actor Drenovia --format json | jq .actor.names
  $ entente actor "Falcon Army" --format json | jq .countries.codes`;

async function actor(name: string, options: ActorOptions): Promise<void> {
  const query = queryOf(options);
  const { found, picture, decisions } = await askIn(options.ledger, async (ask, ledger) => {
    const found = findActor(await ask.actors(query.knownAt), name);
    const picture = await ask.picture(query, { actor: found.id, ended: true });
    return { found, picture, decisions: decisionsInForce(await decisionsBy(ledger.store, query.knownAt)) };
  });
  const countries = countriesOf(found, decisions);
  const { head, rows } = tieRows(picture);
  if (options.format === "csv") await print(csv(head, rows));
  else if (options.format === "json") {
    const others = picture.actors.filter(({ id }) => id !== found.id);
    await print(json({ ...query, actor: found, countries, ties: picture.ties, others }));
  } else {
    const names = found.names.filter((one) => one !== found.name).join(", ");
    const also = names === "" ? "" : `also: ${names}\n`;
    await print(`${found.name} (${found.kind}) ${found.id}\n${also}${countriesLine(countries, decisions)}\n`);
    await print(rows.length === 0 ? "No ties are known.\n" : table(head, rows));
  }
}

/** Where it is at home, and who says so; nothing where nobody says anything. */
function countriesLine(countries: CountriesOfActor | null, decisions: readonly Decision[]): string {
  if (countries === null) return "";
  const { codes, source } = countries;
  const decision = decisions.find(({ id }) => id === source);
  const by = decision === undefined ? source : `decided by ${decision.by}, ${source}`;
  const names = codes.length === 0 ? "none" : codes.map((code) => `${countryName(code)} (${code})`).join(", ");
  return `countries: ${names}; ${by}\n`;
}
