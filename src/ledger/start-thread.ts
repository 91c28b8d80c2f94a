import { extname } from "node:path";
import { Worker } from "node:worker_threads";

/** Starts a thread from a file of this folder, by its name without ending: Node runs the sources, a package what was built from them. */
export function startThread(name: string, workerData: unknown): Worker {
  return new Worker(new URL(`./${name}${extname(import.meta.url)}`, import.meta.url), {
    workerData,
    // A process whose program stands on its command line (node -e) would hand that on to its threads.
    ...(process.execArgv.some((flag) => /^(-e|-p|-pe|--eval|--print|--input-type.*)$/.test(flag)) && { execArgv: [] }),
  });
}
