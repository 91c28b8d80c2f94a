import { availableParallelism } from "node:os";
import { Option } from "commander";
import { wholeNumber } from "./collecting.ts";

/** Each thread holds tools of its own, some hundred megabytes (docs/evaluation.md). */
const mostByDefault = 8;

/** How many threads read; what they read does not depend on it. */
export function workersOption(): Option {
  return new Option("--workers <n>", "threads that read when there are more than a few reports; each opens the tagger")
    .default(Math.min(availableParallelism(), mostByDefault), `one for each processor, at most ${mostByDefault}`)
    .argParser(wholeNumber);
}
