import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

/** How a run of the command ended, and what it wrote. */
export interface Ended {
  code: number | null;
  out: string;
  errors: string;
}

/** Starts the command, in a process of its own that can be killed. */
export function startEntente(args: readonly string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const main = join(import.meta.dirname, "../src/cli/main.ts");
  const child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let [out, errors] = ["", ""];
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  return { child, ended: new Promise((resolve) => child.once("close", (code) => resolve({ code, out, errors }))) };
}

export const entente = (args: readonly string[]): Promise<Ended> => startEntente(args).ended;
