import { createWriteStream, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { gunzipSync } from "node:zlib";
import { declaredCharset, decode } from "../src/read/decode.ts";
import { type Block, type Box, findBlocks } from "../src/read/html/blocks.ts";
import { featureNames, measureBlocks } from "../src/read/html/features.ts";
import { findHeading } from "../src/read/html/heading.ts";
import { findFacts } from "../src/read/html/page-facts.ts";
import { parseTree } from "../src/read/html/tree.ts";

/**
 * Prints what the model of the story learns from: for each page of a folder, its blocks with their texts and measures.
 * `node bench/read-blocks.ts FOLDER > blocks.jsonl`; the texts stay outside the project.
 */
const out = createWriteStream("", { fd: 1 });
const folder = process.argv[2]!;
for (const name of readdirSync(folder).sort()) {
  const raw = readFileSync(join(folder, name));
  const bytes = name.endsWith(".gz") ? gunzipSync(raw) : raw;
  const tree = parseTree(decode(bytes, declaredCharset(bytes)).value).value;
  const facts = findFacts(tree);
  const blocks = findBlocks(tree);
  const heading = findHeading(blocks, facts);
  const rows = measureBlocks(blocks, heading, facts).map((row) =>
    [...row].map((value) => Math.round(value * 1e5) / 1e5),
  );
  if (
    !out.write(
      `${JSON.stringify({ name: name.replace(/\.html(\.gz)?$/, ""), names: featureNames, texts: blocks.map(({ text }) => text), boxes: [numberBoxes(blocks, 1), numberBoxes(blocks, 2)], rows })}\n`,
    )
  )
    await new Promise((resolve) => out.once("drain", resolve));
}
out.end();
await finished(out);

/** The boxes so many levels above each block, as numbers: the same number, the same box. */
function numberBoxes(blocks: readonly Block[], levels: number): number[] {
  const numbers = new Map<Box, number>();
  return blocks.map((block) => {
    let { box } = block;
    for (let level = 0; level < levels && box.parent; level++) box = box.parent;
    if (!numbers.has(box)) numbers.set(box, numbers.size);
    return numbers.get(box)!;
  });
}
