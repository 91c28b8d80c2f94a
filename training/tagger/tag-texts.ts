/**
 * Tags texts with the product's own runtime: `node tag-texts.ts MODELS < texts.jsonl`. JSON lines in, `{"id", "text"}`; JSON
 * lines out, `{"id", "sentences", "attributions", "claims"}` as the tagger gives them. `tagger.parity` compares them with Python's.
 */
import { createInterface } from "node:readline";
import { loadFrames, loadHints } from "../../src/extract/load-frames.ts";
import { openModelTagger } from "../../src/extract/model/model-tagger.ts";
import { splitSentences } from "../../src/extract/sentences.ts";

const hints = await loadHints(await loadFrames());
const tagger = await openModelTagger(process.argv[2] ?? "models", { hints });
for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const { id, text } = JSON.parse(line) as { id: string; text: string };
  const tagged = await tagger.tag(splitSentences(text, 0, text.length));
  process.stdout.write(`${JSON.stringify({ id, ...tagged })}\n`);
}
await tagger.close();
