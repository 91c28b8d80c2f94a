/** What the lexicon of predicates says of words: one word a line in, one JSON line `[plain, joined, listed]` of relations out. */
import { createInterface } from "node:readline";
import { loadFrames, loadHints } from "../../src/extract/load-frames.ts";

const hints = await loadHints(await loadFrames());
for await (const word of createInterface({ input: process.stdin })) {
  const { plain, joined, listed } = hints(word);
  process.stdout.write(`${JSON.stringify([plain, joined, listed])}\n`);
}
