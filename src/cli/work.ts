import { setTimeout as pause } from "node:timers/promises";
import type { Command } from "commander";
import { type CollectingOptions, collectingOptions, collectOptionsOf } from "./collecting.ts";
import { ledgerOption } from "./ledger-folder.ts";
import { createProgress } from "./progress.ts";
import { withQueue } from "./queue-server.ts";

interface WorkOptions extends CollectingOptions {
  ledger: string;
  untilEmpty?: boolean;
}

export function register(program: Command): void {
  const command = program
    .command("work")
    .description("Take inputs from the queue (entente queue add), read them, and record them on the server they share.")
    .addOption(ledgerOption())
    .option("--until-empty", "end when nothing is waiting, being read, or to be tried again");
  for (const option of collectingOptions()) command.addOption(option);
  command.addHelpText("after", examples).action(work);
}

const examples = `
Run one for each processor, on as many machines as there are. A worker that dies, and the connection that breaks, lose
nothing: the input goes to another worker, and what is recorded already is passed over. Ctrl-C ends it after the input
in hand, or after 20 seconds; that input then goes to another.

Examples:
  $ entente work --ledger postgres://reader@db.example.org/haradan
  $ entente work --ledger postgres://reader@db.example.org/haradan --until-empty`;

/** Long enough for a page, not for an archive. */
const secondsToFinish = 20;

async function work({ ledger: place, untilEmpty, ...collecting }: WorkOptions): Promise<void> {
  const { openLedger } = await import("../ledger/ledger.ts");
  const { openReadTools } = await import("../pipeline.ts");
  const { recordInput } = await import("../record-input.ts");
  const { jobWords } = await import("../queue/job.ts");
  const progress = createProgress("worked through");
  const stopping = stopAsked();
  const counts = { inputs: 0, recorded: 0, known: 0, failed: 0 };
  const options = { worker: true, notice: (text: string) => progress.say(`queue.trouble: ${text}`), secondsToFinish };
  await withQueue(place, options, async (queue) => {
    const ledger = await openLedger(place);
    const tools = await openReadTools();
    await queue.work(async (job, signal) => {
      try {
        const { recorded, known, notes } = await recordInput(job, ledger, tools, {
          ...collectOptionsOf(collecting),
          signal,
        });
        for (const note of notes) progress.say(`${note.code}: ${note.text}`);
        counts.inputs += 1;
        counts.recorded += recorded;
        counts.known += known;
        progress.step(jobWords(job));
      } catch (cause) {
        counts.failed += 1;
        progress.say(`${jobWords(job)}: failed (${(cause as Error).message})`);
        throw cause;
      }
    });
    while (!stopping.aborted) {
      await pause(1_000, undefined, { signal: stopping }).catch(() => {});
      if (untilEmpty && !stopping.aborted && (await isEmpty(queue))) break;
    }
    return async () => {
      await tools.close();
      await ledger.close();
    };
  });
  progress.end();
  process.stderr.write(
    `${counts.inputs} inputs done, ${counts.failed} failed; ${counts.recorded} reports recorded, ${counts.known} known already\n`,
  );
}

/** A server that cannot be asked just now may still have work. */
async function isEmpty(queue: import("../queue/queue.ts").Queue): Promise<boolean> {
  try {
    const now = await queue.counts();
    return now.waiting + now["to be retried"] + now["being read"] === 0;
  } catch {
    return false;
  }
}

function stopAsked(): AbortSignal {
  const asked = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => asked.abort());
  return asked.signal;
}
