import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inventWarc } from "./invent-warc.ts";

// `npm run bench:collect`: an invented web archive of 1 GB and one of 100 MB are collected and their pages read, each in a
// process of its own. The last line is one JSON object; exit 0 when all pages were found and the memory does not grow.

const megabyte = 1_000_000;
const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
try {
  const small = await measure(100 * megabyte);
  const large = await measure(1000 * megabyte);
  // The two differ by what the garbage collector leaves lying about; a reader that keeps what it reads differs by a GB.
  const holds = large.allFound && small.allFound && large.peakMegabytes <= small.peakMegabytes + 100;
  console.log(JSON.stringify({ bench: "collect", small, large, holds }));
  process.exitCode = holds ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(size: number) {
  const path = join(folder, `${size}.warc.gz`);
  const invented = await inventWarc(path, size);
  console.error(`${path}: ${statSync(path).size} bytes, ${invented} pages`);
  const printed = execFileSync(process.execPath, [join(import.meta.dirname, "collect-archive.ts"), path], {
    encoding: "utf8",
    maxBuffer: 64 * megabyte,
  });
  const found = JSON.parse(printed.trim().split("\n").at(-1)!);
  const bytes = statSync(path).size;
  rmSync(path);
  return {
    bytes,
    ...found,
    allFound: found.pages === invented,
    pagesASecond: Math.round(found.pages / Math.max(1, found.seconds)),
  };
}
