import { type Command, Option } from "commander";
import type { Note } from "../terms/index.ts";
import { exitCodes } from "./exit-codes.ts";
import { createProgress } from "./progress.ts";
import { readingText } from "./reading-text.ts";

interface ReadOptions {
  format: "jsonl" | "text";
  as?: "text" | "html";
}

export function register(program: Command): void {
  program
    .command("read")
    .description("Read reports and print what each says: its parts, claims and voices. Nothing is kept.")
    .argument("<inputs...>", "files, folders, or - for standard input")
    .addOption(new Option("--format <format>", "what to print").choices(["jsonl", "text"]).default("jsonl"))
    .addOption(new Option("--as <kind>", "take every input as this, whatever its name says").choices(["text", "html"]))
    .addHelpText("after", examples)
    .action(read);
}

const examples = `
Prints one reading a line (docs/schemas/reading.schema.json), or with --format text one claim a line
with the sentence it stands in. Notes and progress go to standard error.

Examples:
  $ entente read page.html --format text
  $ entente read stories/coalition > readings.jsonl
  $ curl -s https://example.org/news | entente read - --as html | jq .claims`;

async function read(inputs: string[], { format, as }: ReadOptions): Promise<void> {
  const { readInputs, openReadTools } = await import("../pipeline.ts");
  const tools = await openReadTools();
  const progress = createProgress("read");
  try {
    for await (const { value: reading, notes } of readInputs(inputs, tools, { as })) {
      progress.step(reading?.report.name);
      for (const note of notes) progress.say(noteLine(note, reading?.report.name));
      if (reading === null) process.exitCode = exitCodes.someUnreadable;
      else await write(format === "jsonl" ? `${JSON.stringify(reading)}\n` : readingText(reading));
    }
  } finally {
    progress.end();
    await tools.close();
  }
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
