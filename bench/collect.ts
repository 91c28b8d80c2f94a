import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { collectCaptures } from "../src/collect/collect-captures.ts";
import { readReport } from "../src/read/read-report.ts";
import { inventWarc } from "./invent-warc.ts";

// `npm run bench:collect`: an invented web archive of 1 GB and one of 100 MB are collected and their pages read, each in a
// process of its own, so that its memory is its own (`node bench/collect.ts ARCHIVE`). The last line is one JSON object;
// exit 0 when all pages were found and the memory does not grow.

const megabyte = 1_000_000;
const [given] = process.argv.slice(2);
if (given === undefined) await compareSizes();
else console.log(JSON.stringify(await readArchive(given)));

async function compareSizes(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
  try {
    const small = await measure(join(folder, "small.warc.gz"), 100 * megabyte);
    const large = await measure(join(folder, "large.warc.gz"), 1000 * megabyte);
    // The two differ by what the garbage collector leaves lying about; a reader that keeps what it reads differs by a GB.
    const holds = large.allFound && small.allFound && large.peakMegabytes <= small.peakMegabytes + 100;
    console.log(JSON.stringify({ bench: "collect", small, large, holds }));
    process.exitCode = holds ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(path: string, size: number) {
  const invented = await inventWarc(path, size);
  const bytes = statSync(path).size;
  console.error(`${path}: ${bytes} bytes, ${invented} pages`);
  const printed = execFileSync(process.execPath, [import.meta.filename, path], { encoding: "utf8" });
  rmSync(path);
  const found: Awaited<ReturnType<typeof readArchive>> = JSON.parse(printed.trim().split("\n").at(-1)!);
  return { bytes, ...found, allFound: found.pages === invented };
}

async function readArchive(path: string) {
  const began = performance.now();
  let pages = 0;
  let parts = 0;
  for await (const collected of collectCaptures([path])) {
    if ("note" in collected) console.error(collected.note.text);
    if (!("capture" in collected)) continue;
    pages += 1;
    parts += readReport(collected.capture).value.parts.length;
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  return { pages, parts, seconds, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) };
}
