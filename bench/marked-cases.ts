import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

// Python reads the markup.
const training = join(import.meta.dirname, "..", "training");
const python = (...given: string[]): string =>
  execFileSync("python3", ["-m", ...given], { cwd: training, maxBuffer: 1 << 27 }).toString();

/** The marked sentences of a part (training/claims), as cases for the scorer: JSON, a line each. */
export const markedCases = (part: string): string => casesIn(join(training, "claims", part));

/** Folders that this process has put sentences into: one that was there before may hold an older state of the marks. */
const filled = new Set<string>();

/**
 * The same of the sentences of the data sets, whose marks alone are kept here (training/claims-standoff). The marks are put back into the
 * texts once for all parts, in `folder`.
 */
export function newsCases(part: string, data: string, folder: string): string {
  if (!filled.has(folder)) python("tagger.standoff", "read", "--data", resolve(data), "--to", folder);
  filled.add(folder);
  return casesIn(join(folder, part));
}

function casesIn(folder: string): string {
  const files = readdirSync(folder).sort();
  return python("tagger.claims", "--cases", ...files.map((file) => join(folder, file)));
}
