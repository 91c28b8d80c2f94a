import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { collectCaptures } from "../src/collect/collect-captures.ts";
import { readReport } from "../src/read/read-report.ts";

/** Prints each page as it is read, before any claim is looked for: `node bench/read-only.ts DIR > readings.jsonl`. */
const out = createWriteStream("", { fd: 1 });
for await (const collected of collectCaptures(process.argv.slice(2))) {
  if ("note" in collected) console.error(`${collected.note.code}: ${collected.note.text}`);
  else {
    const started = performance.now();
    const { value: report } = readReport(collected.capture);
    const took = performance.now() - started;
    if (took > 2000) console.error(`${report.name}: ${Math.round(took)} ms`);
    out.write(
      `${JSON.stringify({ format: "entente-reading/1", report, mentions: [], claims: [], attributions: [] })}\n`,
    );
  }
}
out.end();
await finished(out);
