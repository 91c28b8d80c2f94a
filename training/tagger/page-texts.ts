/** The texts that the product reads on the pages of the data folder: JSON lines `{"id", "text"}`, the id `set/file`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readReport } from "../../src/read/read-report.ts";
import { captureId } from "../../src/terms/index.ts";

const data = process.argv[2]!;
for (const set of ["articles", "chunks", "dates"]) {
  const folder = join(data, set, "html");
  for (const file of readdirSync(folder).sort()) {
    const bytes = gunzipSync(readFileSync(join(folder, file)));
    const source = { id: captureId(bytes), name: file, source: {}, bytes, captured: null, mediaType: "text/html" };
    const { text } = readReport(source).value;
    process.stdout.write(`${JSON.stringify({ id: `${set}/${file}`, text })}\n`);
  }
}
