import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** Where a kept capture stands: a record of a WARC file, packed by itself. */
const KeptCapture = z.object({
  /** Of the capture: `sha256:…` of its bytes. */
  id: z.string(),
  /** Of the report made of it. */
  name: z.string(),
  url: z.string().optional(),
  file: z.string().regex(/^[\w.-]+$/),
  offset: z.number().int().nonnegative(),
  length: z.number().int().positive(),
});
export type KeptCapture = z.infer<typeof KeptCapture>;

/** All that is kept in a folder, in the order of keeping; nothing when there is no such folder. */
export async function readIndexes(folder: string): Promise<KeptCapture[]> {
  const captures: KeptCapture[] = [];
  for (const name of (await namesIn(folder)).filter((each) => each.endsWith(".index.jsonl")).sort())
    for (const line of (await readFile(join(folder, name), "utf8")).split("\n")) {
      const capture = captureIn(line);
      if (capture) captures.push(capture);
    }
  return captures;
}

/** The last line of a run that was killed may be cut short: its capture is kept again when it comes again. */
function captureIn(line: string): KeptCapture | null {
  if (line === "") return null;
  try {
    return KeptCapture.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw cause;
  }
}
