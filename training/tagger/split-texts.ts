/**
 * Cuts texts into the sentences and words that the product itself would see, so that the tagger is taught on the same.
 * JSON lines in, `{"id", "text"}`; JSON lines out, `{"id", "sentences": [[[start, end], …], …]}` in UTF-16 offsets.
 */
import { createInterface } from "node:readline";
import { splitSentences } from "../../src/extract/sentences.ts";

for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const { id, text } = JSON.parse(line) as { id: string; text: string };
  const sentences = splitSentences(text, 0, text.length).map(({ words }) => words.map(({ start, end }) => [start, end]));
  process.stdout.write(`${JSON.stringify({ id, sentences })}\n`);
}
