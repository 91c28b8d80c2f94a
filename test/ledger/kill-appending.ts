import { spawn } from "node:child_process";
import { join } from "node:path";
import { checkLedger } from "../../src/ledger/check-ledger.ts";
import { openLedger } from "../../src/ledger/ledger.ts";

/** What so many killings did: reports acknowledged, those of them that were gone, reports that stand there twice, what the check complains of. */
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
  const ledger = await openLedger(folder);
  const ids = await ledger.reportIds();
  const there = new Set(ids);
  const complaints: string[] = [];
  for await (const { notes } of checkLedger(ledger)) complaints.push(...notes.map(({ text }) => text));
  await ledger.close();
  return {
    rounds,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => !there.has(id)).length,
    twice: ids.length - there.size,
    // Of each killing one report may have been written whose acknowledgement nobody heard.
    unasked: there.size - new Set(acknowledged).size,
    complaints,
  };
}

/** Lets a process append, kills it so long after its first acknowledgement, and gives all that it had acknowledged by then. */
function appendedBeforeKill(folder: string, skip: number, after: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "append-until-killed.ts"), folder, String(skip)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((resolve, reject) => {
    let [out, errors] = ["", ""];
    child.stdout.on("data", (chunk) => {
      if (out === "") setTimeout(() => child.kill("SIGKILL"), after);
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    child.once("close", (_, signal) => {
      if (signal !== "SIGKILL") reject(new Error(`the appending ended by itself: ${errors}`));
      // A line cut in two was not acknowledged.
      else resolve(out.split("\n").slice(0, -1));
    });
  });
}
