import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openLedger } from "../src/ledger/ledger.ts";
import { openQueue } from "../src/queue/queue.ts";
import { type Killed, whatIsLeft } from "../test/ledger/kill-appending.ts";
import { startServer } from "../test/ledger/postgres-server.ts";
import { type Started, startEntente } from "../test/run-entente.ts";
import { inventWires } from "./invent-wires.ts";

/** More than so many killed runs get through. */
const inputsARound = 60;
/** A run opens the ledger and the tagger first: on a busy machine most are killed before they have recorded anything. */
const longestRun = 6_000;

/**
 * Kills `entente add` at a random moment, over and over on one folder, and looks at what is left. What a run had recorded when it was killed is looked
 * at after it: all of that must be there in the end.
 */
export async function killAdding(folder: string, rounds: number, random: () => number): Promise<Killed> {
  const inputs = writeInputs(folder, rounds * inputsARound);
  const ledger = join(folder, "ledger");
  const add = () => startEntente(["add", inputs, "--ledger", ledger, "--workers", "1"]);
  const seen = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    await killed(add(), random() * longestRun);
    const open = await openLedger(ledger);
    for (const id of await open.reportIds()) seen.add(id);
    await open.close();
  }
  return whatIsLeft(await openLedger(ledger), rounds, [...seen]);
}

/** The same of `entente work` on a server; null where none can be started. What was recorded is asked of the server after each killing. */
export async function killWorking(folder: string, rounds: number, random: () => number): Promise<Killed | null> {
  const server = await startServer(54_341);
  if (server === null) return null;
  const inputs = writeInputs(folder, rounds * inputsARound);
  const queue = await openQueue(server.url);
  const ledger = await openLedger(server.url);
  const jobs = filesIn(rounds * inputsARound).map((name) => ({ input: join(inputs, name), records: null }));
  for (let from = 0; from < jobs.length; from += 1_000)
    await queue.add(jobs.slice(from, from + 1_000), { lostAfter: 10 });
  const seen = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    await killed(startEntente(["work", "--ledger", server.url]), random() * longestRun);
    for (const id of await ledger.reportIds()) seen.add(id);
  }
  const { failed } = await queue.counts();
  await queue.close();
  const left = await whatIsLeft(ledger, rounds, [...seen]);
  if (failed > 0) left.complaints.push(`${failed} jobs failed`);
  await server.stop();
  return left;
}

async function killed({ child, ended }: Started, after: number): Promise<void> {
  const timer = setTimeout(() => child.kill("SIGKILL"), after);
  const { errors } = await ended;
  clearTimeout(timer);
  if (child.signalCode !== "SIGKILL") throw new Error(`it ended by itself: ${errors}`);
}

const filesIn = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${String(at).padStart(6, "0")}.txt`);

/** Invented reports, a file each. */
function writeInputs(folder: string, count: number): string {
  const inputs = join(folder, "inputs");
  mkdirSync(inputs);
  const wires = inventWires(Math.ceil(count / 4), 3);
  // Their names make equal texts different ones.
  for (const [at, name] of filesIn(count).entries())
    writeFileSync(join(inputs, name), `${wires[at % wires.length]!.words}\n\n${name}\n`);
  return inputs;
}
