import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { decisionsInForce } from "../terms/index.ts";
import { readActorList } from "./actor-list.ts";
import { type Signed, signerOf, signOptions } from "./decision-signed.ts";
import { ledgerOption, withLedger } from "./ledger-folder.ts";
import { print } from "./output.ts";

export function register(program: Command): void {
  const command = program
    .command("actors")
    .description(
      "Take in a list of actors of your own, each with its names: a decision for each name, signed and dated.",
    )
    .argument("<file>", "CSV (name,aliases), FollowTheMoney or Wikidata JSON")
    .addOption(ledgerOption());
  for (const option of signOptions()) command.addOption(option);
  command.addHelpText("after", examples).action(takeIn);
}

const examples = `
Every other name of an actor is decided to be the same as its first, as entente merge does; entente split takes one back. What was decided so
before is passed over, so that a longer list can be taken in again.
A CSV list has the columns name and aliases (parted by ; or |). Of FollowTheMoney entities name, alias and previousName count, of Wikidata
items the English and multilingual labels and aliases.

Examples:
  $ entente actors groups.csv --by ana --because "our desk's list of May"
  $ entente actors entities.ftm.json
  $ entente actors Q183.json`;

async function takeIn(file: string, options: Signed & { ledger: string }): Promise<void> {
  const actors = readActorList(readFileSync(file, "utf8"), file);
  const signed = signerOf(options);
  const pairs = actors.flatMap(({ name, others }) => others.map((other) => ({ a: name, b: other })));
  const taken = await withLedger(options.ledger, async (ledger) => {
    const known = new Set(
      decisionsInForce(await ledger.decisions()).flatMap(({ ruling }) =>
        ruling.kind === "same" ? [JSON.stringify([ruling.a, ruling.b])] : [],
      ),
    );
    const fresh = pairs.filter(({ a, b }) => !known.has(JSON.stringify([a, b])));
    for (const { a, b } of fresh) await ledger.decide({ kind: "same", a, b }, signed);
    return fresh.length;
  });
  await print(
    `${actors.length} actors with ${pairs.length} other names: ${taken} decided by ${signed.by}, ${pairs.length - taken} known already\n`,
  );
}
