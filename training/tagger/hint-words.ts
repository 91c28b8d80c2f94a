/** What the lexicon of predicates says of words: one word a line in, one JSON line `[plain, joined]` of relations out. */
import { createInterface } from "node:readline";
import { loadFrames } from "../../src/extract/load-frames.ts";
import { hintFinder } from "../../src/extract/predicates/hints.ts";

const hints = hintFinder(await loadFrames());
for await (const word of createInterface({ input: process.stdin })) {
  const { plain, joined } = hints(word);
  process.stdout.write(`${JSON.stringify([plain, joined])}\n`);
}
