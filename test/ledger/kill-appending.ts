import { join } from "node:path";
import { checkLedger } from "../../src/ledger/check-ledger.ts";
import { type Ledger, openLedger } from "../../src/ledger/ledger.ts";
import { type Started, startScript } from "../run-entente.ts";

/** What so many killings did: reports acknowledged, those of them that were gone, reports that were sealed twice, what the check complains of. */
export interface Killed {
  rounds: number;
  acknowledged: number;
  lost: number;
  twice: number;
  unasked: number;
  complaints: string[];
}

/** Kills an appending process at a random moment, over and over in one folder, and then looks at what is left. `random` gives 0 to 1. */
export async function killAppending(folder: string, rounds: number, random: () => number): Promise<Killed> {
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round += 1)
    acknowledged.push(...(await appendedBeforeKill(folder, acknowledged.length, random() * 700)));
  return whatIsLeft(await openLedger(folder), rounds, acknowledged);
}

/** Compares what a ledger holds with what was acknowledged, has it checked, and closes it. */
export async function whatIsLeft(ledger: Ledger, rounds: number, acknowledged: readonly string[]): Promise<Killed> {
  const there = new Set(await ledger.reportIds());
  // The table of reports has each id once whatever happens; the seals would tell of a report that was appended again.
  const sealed = (await ledger.batches()).flatMap(({ rows }) => rows.map(({ row }) => row));
  const complaints: string[] = [];
  for await (const { notes } of checkLedger(ledger)) complaints.push(...notes.map(({ text }) => text));
  await ledger.close();
  return {
    rounds,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => !there.has(id)).length,
    twice: sealed.length - new Set(sealed).size,
    // Of each killing one report may have been written whose acknowledgement nobody heard.
    unasked: there.size - new Set(acknowledged).size,
    complaints,
  };
}

/** Lets a process append, kills it so long after its first acknowledgement, and gives all that it had acknowledged by then. */
async function appendedBeforeKill(folder: string, skip: number, after: number): Promise<string[]> {
  const { child, ended } = startAppending(folder, skip);
  child.stdout?.once("data", () => setTimeout(() => child.kill("SIGKILL"), after));
  const { out, errors } = await ended;
  if (child.signalCode !== "SIGKILL") throw new Error(`the appending ended by itself: ${errors}`);
  return acknowledgedIn(out);
}

/** Starts a process that appends invented reports to a folder, from the one after so many. */
export const startAppending = (folder: string, skip: number): Started =>
  startScript(join(import.meta.dirname, "append-until-killed.ts"), [folder, String(skip)]);

/** The ids that it told of. A line cut in two was not acknowledged. */
export const acknowledgedIn = (out: string): string[] => out.split("\n").slice(0, -1);
