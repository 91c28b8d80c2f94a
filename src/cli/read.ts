import { type Command, Option } from "commander";
import type { Note } from "../terms/index.ts";
import { type CollectingOptions, collectingOptions, collectOptionsOf, inputsHelp } from "./collecting.ts";
import { exitCodes } from "./exit-codes.ts";
import { createProgress } from "./progress.ts";
import { readingText } from "./reading-text.ts";
import { openRecordsDone } from "./records-done.ts";
import { workersOption } from "./workers-option.ts";

interface ReadOptions extends CollectingOptions {
  format: "jsonl" | "text";
  as?: "text" | "html";
  explain?: boolean;
  predicates: string[];
  resume?: string;
  workers: number;
}

export function register(program: Command): void {
  const command = program
    .command("read")
    .description("Read reports and print what each says: its parts, claims and voices. Nothing is kept.")
    .argument("<inputs...>", inputsHelp)
    .addOption(new Option("--format <format>", "what to print").choices(["jsonl", "text"]).default("jsonl"))
    .option("--explain", "print how each sentence was read: its tree, its claims and what they rest on")
    .addOption(predicatesOption())
    .addOption(new Option("--as <kind>", "take every input as this, whatever its name says").choices(["text", "html"]))
    .addOption(
      new Option(
        "--resume <file>",
        "pass over the records of archives that this file names as read, and go on with it",
      ),
    );
  command.addOption(workersOption());
  for (const option of collectingOptions()) command.addOption(option);
  command.addHelpText("after", examples).action(read);
}

const examples = `
Prints one reading a line (docs/schemas/reading.schema.json), or with --format text one claim a line
with the sentence it stands in. Notes and progress go to standard error.

Examples:
  $ entente read page.html --format text
  $ entente read page.html --explain
  $ entente read page.html --predicates my-words/praise.txt
  $ entente read stories/coalition > readings.jsonl
  $ entente read https://example.org/news/feed.xml --most 20 > readings.jsonl
  $ entente read crawl.warc.gz --resume crawl.state >> readings.jsonl
  $ cat page.html | entente read - --as html | jq .claims`;

async function read(
  inputs: string[],
  { format, as, resume, explain, predicates, workers, ...collecting }: ReadOptions,
): Promise<void> {
  const { explainReading, readInputs, openReadTools } = await import("../pipeline.ts");
  const done = resume === undefined ? null : openRecordsDone(resume);
  const options = { as, ...collectOptionsOf(collecting), recordsDone: (archive: string) => done?.of(archive) ?? 0 };
  const tools = await openReadTools({ predicates, workers });
  const progress = createProgress("read");
  try {
    for await (const { value: reading, notes, failed, place } of readInputs(inputs, tools, options)) {
      if (reading !== null) progress.step(reading.report.name, place);
      for (const note of notes) progress.say(noteLine(note, reading?.report.name));
      if (failed) process.exitCode = exitCodes.someUnreadable;
      if (reading === null) continue;
      if (explain) await write(await explainReading(reading, tools));
      else await write(format === "jsonl" ? `${JSON.stringify(reading)}\n` : readingText(reading));
      if (place) done?.record(place);
    }
  } finally {
    progress.end();
    await tools.close();
  }
}

/** Further words of the lexicon; the file's name is the relation that its lines tell. */
export function predicatesOption(): Option {
  return new Option(
    "--predicates <file>",
    "further words that tell a relation; the file is named after it, as in lexicons/predicates (may be given again)",
  )
    .argParser((file: string, files: string[]) => [...files, file])
    .default([], "none");
}

/** Notes on a whole input name it themselves; those on a report need its name before them. */
function noteLine({ code, text }: Note, report: string | undefined): string {
  return report === undefined ? `${code}: ${text}` : `${report}: ${text} (${code})`;
}

/** Waits while the reader of a pipe is slower than we are, so that a long run holds one reading at a time. */
function write(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve();
    else process.stdout.once("drain", resolve);
  });
}
