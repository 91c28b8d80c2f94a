import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The marked sentences of a part (training/claims), as cases for the scorer: JSON, a line each. Asks Python, which reads the markup. */
export function markedCases(part: string): string {
  const cwd = join(import.meta.dirname, "..", "training");
  const files = readdirSync(join(cwd, "claims", part)).map((file) => join("claims", part, file));
  return execFileSync("python3", ["-m", "tagger.claims", "--cases", ...files.sort()], {
    cwd,
    maxBuffer: 1 << 26,
  }).toString();
}
