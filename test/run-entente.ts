import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

/** How a run of the command ended, and what it wrote. */
export interface Ended {
  code: number | null;
  out: string;
  errors: string;
}

/** A process of its own that can be killed. */
export interface Started {
  child: ChildProcess;
  ended: Promise<Ended>;
}

/** Starts the command. */
export const startEntente = (args: readonly string[]): Started =>
  startScript(join(import.meta.dirname, "../src/cli/main.ts"), args);

/** Starts a script of ours. */
export function startScript(script: string, args: readonly string[]): Started {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
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
