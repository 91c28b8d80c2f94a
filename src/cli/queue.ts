import { type Command, InvalidArgumentError } from "commander";
import type { Job } from "../queue/job.ts";
import { wholeNumber } from "./collecting.ts";
import { exitCodes } from "./exit-codes.ts";
import { ledgerOption } from "./ledger-folder.ts";
import { json, print, table } from "./output.ts";
import { withQueue } from "./queue-server.ts";

interface Place {
  ledger: string;
  format: "table" | "json";
}

export function register(program: Command): void {
  const queue = program
    .command("queue")
    .description("Inputs that many machines read together: how many are waiting, being read, done and failed.")
    .enablePositionalOptions()
    .addOption(ledgerOption())
    .option("--format <format>", "table or json", format, "table")
    .addHelpText("after", lookExamples)
    .action(look);
  queue
    .command("add")
    .description(
      "Put inputs in the queue, for entente work to read. One that is waiting already is not put there twice.",
    )
    .argument("<inputs...>", "files, folders, web addresses, WARC archives; or - for a list of them, one a line")
    .addOption(ledgerOption())
    .option("--retries <n>", "how often an input that fails is tried again, each time after twice as long", retries, 4)
    .option("--records-per-job <n>", "divide WARC archives, so that several workers read one", wholeNumber)
    .addHelpText("after", addExamples)
    .action(add);
  queue
    .command("failed")
    .description("The inputs that failed as often as they may, with the reasons.")
    .addOption(ledgerOption())
    .option("--format <format>", "table or json", format, "table")
    .addHelpText("after", failedExamples)
    .action(failed);
  queue
    .command("retry")
    .description("Put failed inputs back in the queue: all, or those named.")
    .argument("[ids...]", "ids as entente queue failed shows them, or their beginnings")
    .addOption(ledgerOption())
    .addHelpText("after", retryExamples)
    .action(retry);
}

const lookExamples = `
Example:
  $ entente queue --ledger postgres://reader@db.example.org/haradan`;

const addExamples = `
Workers must find a path under the same name: use a folder that all machines share. A folder becomes one job for each
page in it, a feed is one job. Private addresses, and the number of pages of a feed, are options of entente work.

Examples:
  $ entente queue add /shared/pages https://example.org/news/feed.xml --ledger postgres://reader@db.example.org/haradan
  $ export ENTENTE_LEDGER=postgres://reader@db.example.org/haradan
  $ entente queue add /shared/crawl.warc.gz --records-per-job 2000
  $ find /shared/crawls -name '*.warc.gz' | entente queue add -`;

const failedExamples = `
Example:
  $ entente queue failed --ledger postgres://reader@db.example.org/haradan`;

const retryExamples = `
Example:
  $ entente queue retry --ledger postgres://reader@db.example.org/haradan`;

async function look({ ledger, format }: Place): Promise<void> {
  await withQueue(ledger, {}, async (queue) => {
    const counts = await queue.counts();
    const rows = Object.entries(counts).map(([state, count]) => [state, String(count)]);
    await print(format === "json" ? json(counts) : table(["inputs", ""], rows));
    return undefined;
  });
}

async function add(
  inputs: string[],
  { ledger, retries, recordsPerJob }: { ledger: string; retries: number; recordsPerJob?: number },
): Promise<void> {
  const { findJobs } = await import("./queued-inputs.ts");
  await withQueue(ledger, {}, async (queue) => {
    let [added, all] = [0, 0];
    let some: Job[] = [];
    const flush = async () => {
      added += await queue.add(some, { retries });
      all += some.length;
      some = [];
    };
    for await (const found of findJobs(inputs, recordsPerJob)) {
      if ("unreadable" in found) {
        process.stderr.write(`source.unreadable: ${found.unreadable}\n`);
        process.exitCode = exitCodes.someUnreadable;
      } else if (some.push(found) >= 1_000) await flush();
    }
    await flush();
    process.stderr.write(`${added} jobs added, ${all - added} in the queue already\n`);
    return undefined;
  });
}

async function failed({ ledger, format }: Place): Promise<void> {
  const { jobWords } = await import("../queue/job.ts");
  await withQueue(ledger, {}, async (queue) => {
    const found = await queue.failed();
    const rows = found.map(({ id, job, failed, tries, reason }) => [
      ...[id.slice(0, idLetters), failed.slice(0, 19).replace("T", " "), String(tries)],
      ...[jobWords(job), reason],
    ]);
    if (format === "json") await print(json(found));
    else
      await print(rows.length === 0 ? "nothing failed\n" : table(["id", "failed", "tries", "input", "reason"], rows));
    return undefined;
  });
}

/** The first letters of an id tell its moment; so many tell apart those of one second, and all a person's list. */
const idLetters = 18;

async function retry(words: string[], { ledger }: { ledger: string }): Promise<void> {
  await withQueue(ledger, {}, async (queue) => {
    const ids = (await queue.failed()).map(({ id }) => id);
    const strange = words.find((word) => !ids.some((id) => id.startsWith(word)));
    if (strange !== undefined)
      throw new Error(`${strange}: no failed input has this id; entente queue failed lists them`);
    const chosen = ids.filter((id) => words.some((word) => id.startsWith(word)));
    const count = await queue.retry(words.length === 0 ? undefined : chosen);
    process.stderr.write(`${count} inputs put back in the queue\n`);
    return undefined;
  });
}

function format(word: string): "table" | "json" {
  if (word !== "table" && word !== "json") throw new InvalidArgumentError("table or json is needed");
  return word;
}

function retries(word: string): number {
  return word === "0" ? 0 : wholeNumber(word);
}
