import { type Command, Option } from "commander";
import type { Picture } from "../terms/index.ts";
import { findActor } from "./actor-named.ts";
import { type DatesAsked, dateOptions, queryOf } from "./dates-asked.ts";
import { askIn, ledgerOption } from "./ledger-folder.ts";
import { csv, days, json, print, table } from "./output.ts";

interface PictureOptions extends DatesAsked {
  ledger: string;
  actor?: string;
  most?: string;
  ended?: boolean;
  fadeAfter: string;
  format: "table" | "json" | "csv";
}

export function register(program: Command): void {
  const command = program
    .command("picture")
    .description("Show who sides with whom on a day, since when, and on how many testimonies.")
    .addOption(ledgerOption());
  for (const option of dateOptions()) command.addOption(option);
  command
    .option("--actor <name>", "only ties of this actor, by any of its names or its id")
    .option("--most <number>", "only ties among so many actors, those that most reports name")
    .option("--ended", "add the ties that had ended by then")
    .option("--fade-after <days>", "call a tie faded when nothing has confirmed it for so long", "730")
    .addOption(new Option("--format <format>", "what to print").choices(["table", "json", "csv"]).default("table"))
    .addHelpText("after", examples)
    .action(picture);
}

const examples = `
Examples:
  $ entente picture --as-of 2031-02-20
  $ entente picture --as-of 2031-04-19 --actor "Falcon Army" --ended
  $ entente picture --as-of 2031-02-20 --published-by 2031-02-20 --format json
  $ entente picture --known-at 2026-01-01T12:00Z --format csv > ties.csv`;

async function picture(options: PictureOptions): Promise<void> {
  const query = queryOf(options);
  const asked = { ended: options.ended === true, fadeAfterDays: Number(options.fadeAfter) };
  const found = await askIn(options.ledger, async (ask) => {
    const { actor, most } = options;
    const only = actor === undefined ? null : findActor(await ask.actors(query.knownAt), actor).id;
    const often = most === undefined ? null : await ask.mostReported(query.knownAt, Number(most));
    const among = often === null ? null : new Set(often.map(({ id }) => id));
    return ask.picture(query, { ...asked, actor: only, among });
  });
  await print(written(found, options.format));
}

function written(picture: Picture, format: PictureOptions["format"]): string {
  if (format === "json") return json(picture);
  const { head, rows } = tieRows(picture);
  if (format === "csv") return csv(head, rows);
  return rows.length === 0 ? "No ties are known on that day.\n" : table(head, rows);
}

/** One row a tie, the surest first. */
export function tieRows({ ties, actors }: Pick<Picture, "ties" | "actors">): { head: string[]; rows: string[][] } {
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
  const head = ["a", "relation", "b", "status", "since", "until", "reports", "origins", "confidence"];
  const rows = [...ties]
    .sort((one, other) => other.confidence.value - one.confidence.value || (one.id < other.id ? -1 : 1))
    .map((tie) => [
      nameOf.get(tie.a) ?? tie.a,
      tie.relation,
      nameOf.get(tie.b) ?? tie.b,
      tie.status,
      days(tie.since),
      days(tie.until),
      String(tie.reports),
      String(tie.origins),
      `${tie.confidence.words} (${tie.confidence.value.toFixed(2)})`,
    ]);
  return { head, rows };
}
