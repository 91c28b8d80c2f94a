import { readFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { csv, json, print } from "./output.ts";

interface SameOptions {
  kind: "person" | "body";
  pairs?: string;
  format: "text" | "json";
}

export function register(program: Command): void {
  program
    .command("same")
    .description("Say whether two names are one, judged by the names alone, with the values that made the score.")
    .argument("[name]", "a name")
    .argument("[other]", "another name")
    .addOption(new Option("--kind <kind>", "what bears the names").choices(["person", "body"]).default("body"))
    .option("--pairs <file.csv>", "compare name1 and name2 of every row, and add the columns same, score and why")
    .addOption(new Option("--format <format>", "what to print").choices(["text", "json"]).default("text"))
    .addHelpText("after", examples)
    .action(same);
}

const examples = `
A person may be written with fewer names; a body with a word more is another body; numbers must agree.
With --pairs, a column "schema" that says Person makes the row's names those of people.

Examples:
  $ entente same "Jaish al-Fatah" "Jaysh al-Fath"
  $ entente same --kind person "Usama bin Ladin" "Osama bin Laden"
  $ entente same --pairs pairs.csv > scored.csv`;

async function same(name: string | undefined, other: string | undefined, options: SameOptions): Promise<void> {
  const { compareNames } = await import("../resolve/same-name.ts");
  if (options.pairs !== undefined) return print(await scored(options.pairs));
  if (name === undefined || other === undefined)
    throw new Error("same needs two names, or --pairs with a file of them");
  const found = compareNames(name, other, options.kind);
  if (options.format === "json") return print(json(found));
  await print(`${found.same ? "same" : "different"} (${found.score.toFixed(2)}): ${found.why.join("; ")}\n`);
}

async function scored(file: string): Promise<string> {
  const { compareNames } = await import("../resolve/same-name.ts");
  const { parseCsv } = await import("./csv-rows.ts");
  const [head, ...rows] = parseCsv(readFileSync(file, "utf8"));
  const column = (name: string): number => head?.indexOf(name) ?? -1;
  if (column("name1") < 0 || column("name2") < 0)
    throw new Error(`${file}: its first line must name the columns name1 and name2`);
  const judged = rows.map((row) => {
    const sort = row[column("schema")] === "Person" ? "person" : "body";
    const { same, score, why } = compareNames(row[column("name1")] ?? "", row[column("name2")] ?? "", sort);
    return [...row, String(same), String(score), why.join("; ")];
  });
  return csv([...head!, "same", "score", "why"], judged);
}
