import { type Command, Option } from "commander";
import type { Actor, Why, WhyStep } from "../terms/index.ts";
import { findActor } from "./actor-named.ts";
import { type DatesAsked, dateOptions, queryOf } from "./dates-asked.ts";
import { askIn, ledgerOption } from "./ledger-folder.ts";
import { csv, days, json, print } from "./output.ts";

interface WhyOptions extends DatesAsked {
  ledger: string;
  format: "text" | "json" | "csv";
}

export function register(program: Command): void {
  const command = program
    .command("why")
    .description("Show the derivation of the ties between two actors, down to the sentences and who says so.")
    .argument("<a>", "an actor, by any of its names or its id")
    .argument("<b>", "the other")
    .addOption(ledgerOption());
  for (const option of dateOptions()) command.addOption(option);
  command
    .addOption(new Option("--format <format>", "what to print").choices(["text", "json", "csv"]).default("text"))
    .addHelpText("after", examples)
    .action(why);
}

const examples = `
Examples:
  $ entente why "Falcon Army" "Mizan Order"
  $ entente why "Falcon Army" "Mizan Order" --as-of 2031-03-25 --published-by 2031-03-15
  $ entente why Drenovia "River Battalions" --format json | jq -r '.steps[].quote'`;

async function why(a: string, b: string, options: WhyOptions): Promise<void> {
  const query = queryOf(options);
  const { found, one, other } = await askIn(options.ledger, async (ask) => {
    const actors = await ask.actors(query.knownAt);
    const [one, other] = [findActor(actors, a), findActor(actors, b)];
    return { found: await ask.why(query, one.id, other.id), one, other };
  });
  if (options.format === "json") await print(json(found));
  else if (options.format === "csv") await print(stepsAsCsv(found));
  else await print(whyText(found, one, other, query.asOf));
}

function stepsAsCsv({ steps }: Why): string {
  const rows = steps.map((step) => [
    days(step.at),
    step.rule,
    step.effect,
    step.quote,
    chain(step),
    step.report.name,
    step.report.published ?? "",
    step.claim,
  ]);
  return csv(["at", "rule", "effect", "quote", "said by", "report", "published", "claim"], rows);
}

function whyText({ ties, steps }: Why, one: Actor, other: Actor, asOf: string): string {
  const names = new Map([one, other].map(({ id, name }) => [id, name]));
  const lines = [`${one.name} and ${other.name}, as of ${asOf}`, ""];
  if (ties.length === 0) lines.push("No tie between them is known on that day.");
  for (const tie of ties) {
    const ended = tie.until === null ? "" : `, until ${days(tie.until)}`;
    lines.push(
      `${names.get(tie.a)} ${tie.relation} ${names.get(tie.b)}: ${tie.status}, since ${days(tie.since)}${ended}`,
    );
    lines.push(`  ${tie.confidence.words} (${tie.confidence.value.toFixed(2)}): ${tie.confidence.because.join("; ")}`);
  }
  for (const step of steps) lines.push("", ...stepLines(step));
  return `${lines.join("\n")}\n`;
}

function stepLines(step: WhyStep): string[] {
  return [
    `${days(step.at)}  ${step.rule}  [${step.effect}]`,
    `  "${step.quote.replace(/\s+/g, " ")}"`,
    `  ${chain(step)}; ${step.report.name}, ${step.report.published ?? "no publication date"}; ${step.claim}`,
  ];
}

/** Who says so, outermost first: the publisher, then each voice of the chain. */
function chain({ report, voices }: WhyStep): string {
  const publisher = report.publisher ?? report.name;
  return [publisher, ...voices.map(({ name, stance }) => `${name} (${stance})`)].join(" → ");
}
