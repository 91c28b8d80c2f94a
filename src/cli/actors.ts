import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { counted, decisionsInForce, type Ruling } from "../terms/index.ts";
import { readActorList, rulingsOf } from "./actor-list.ts";
import { type Signed, signerOf, signOptions } from "./decision-signed.ts";
import { ledgerOption, withLedger } from "./ledger-folder.ts";
import { print } from "./output.ts";

export function register(program: Command): void {
  const command = program
    .command("actors")
    .description(
      "Take in a list of actors of your own, each with its names: a decision for each name, signed and dated.",
    )
    .argument("<file>", "CSV (name,aliases,kind,countries), FollowTheMoney or Wikidata JSON")
    .addOption(ledgerOption());
  for (const option of signOptions()) command.addOption(option);
  command.addHelpText("after", examples).action(takeIn);
}

const examples = `
Every other name of an actor is decided to be the same as its first, as entente merge does; entente split takes one back. What was decided so
before is passed over, so that a longer list can be taken in again.
A CSV list has the columns name and aliases (parted by ; or |), kind where you want it (person, group, force, state, party, organisation, outlet,
alliance, people, nationality), countries (codes or names, parted likewise), and id where two actors have one name. A name that two actors of the list
have decides nothing; the two are decided to be different, by the names that only they have. Of FollowTheMoney entities name, alias and previousName count, of Wikidata
items the English and multilingual labels and aliases. A kind, or the schema or class that says one (Person, Company; human, political party),
decides of which kind the actor is, whatever its reports were read to say. Countries (of FollowTheMoney country, jurisdiction, nationality and
citizenship; of Wikidata country and country of citizenship) are kept and shown with the actor; names of different countries are not taken for one by
their spelling.

Examples:
  $ entente actors groups.csv --by ana --because "our desk's list of May"
  $ entente actors entities.ftm.json
  $ entente actors Q183.json`;

async function takeIn(file: string, options: Signed & { ledger: string }): Promise<void> {
  const actors = readActorList(readFileSync(file, "utf8"), file);
  const signed = signerOf(options);
  const { rulings, shared } = rulingsOf(actors);
  const taken = await withLedger(options.ledger, async (ledger) => {
    const known = new Set(decisionsInForce(await ledger.decisions()).map(({ ruling }) => keyOf(ruling)));
    const fresh = rulings.filter((ruling) => !known.has(keyOf(ruling)));
    await ledger.decideAll(fresh, signed);
    return fresh.length;
  });
  const told = (["same", "retype", "countries"] as const).map(
    (kind) => rulings.filter((one) => one.kind === kind).length,
  );
  const [others, kinds, homes] = told as [number, number, number];
  const more = [
    counted(others, "other name"),
    ...(kinds === 0 ? [] : [counted(kinds, "kind")]),
    ...(homes === 0 ? [] : [`the countries of ${homes}`]),
  ];
  const known = rulings.length - taken;
  await print(
    `${counted(actors.length, "actor")} with ${new Intl.ListFormat("en").format(more)}: ${taken} decided by ${signed.by}, ${known} known already\n`,
  );
  if (shared.length > 0)
    await print(
      `${shared.length} ${shared.length === 1 ? "name is" : "names are"} of more than one actor of the list and ` +
        `${shared.length === 1 ? "tells" : "tell"} neither; nothing was decided by ${shared.length === 1 ? "it" : "them"}: ${shared.join("; ")}\n`,
    );
}

/** Two rulings that say the same of the same names are the same ruling. */
function keyOf(ruling: Ruling): string {
  if (ruling.kind === "same" || ruling.kind === "different") return JSON.stringify([ruling.kind, ruling.a, ruling.b]);
  if (ruling.kind === "countries") return JSON.stringify([ruling.kind, ruling.actor, ruling.countries]);
  return ruling.kind === "retype" ? JSON.stringify([ruling.kind, ruling.actor, ruling.to]) : "";
}
