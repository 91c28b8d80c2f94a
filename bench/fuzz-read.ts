import { faultIn, mutatedPages } from "../test/read/mutated-pages.ts";

/**
 * `npm run fuzz:read -- --pages 10000 --seed 1`: reads mutated pages of our own and looks for crashes, pages that take over two
 * seconds, broken reports, and memory that grows. The last line is one JSON object; exit 0 when there is none of them.
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const pages = option("--pages", 10_000);
const slowest = 2_000; // Milliseconds a page may take.
const growth = 60; // Megabytes that may stay behind: the caches of class names and of compiled patterns.

const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};

const faults: string[] = [];
let [read, slow, longest, early] = [0, 0, 0, 0];
for (const page of mutatedPages(pages, option("--seed", 1))) {
  const started = performance.now();
  const fault = faultIn(page);
  const took = performance.now() - started;
  if (fault) faults.push(fault);
  if (took > slowest) {
    slow += 1;
    console.error(`${page.name}: ${Math.round(took)} ms`);
  }
  longest = Math.max(longest, took);
  read += 1;
  if (read === Math.ceil(pages / 10)) early = heap();
  if (read % 1_000 === 0) console.error(`${read} of ${pages} pages, ${faults.length} faults`);
}
for (const fault of faults.slice(0, 10)) console.error(fault);
const grown = Math.round((heap() - early) * 10) / 10;
const holds = faults.length === 0 && slow === 0 && grown <= growth;
console.log(
  JSON.stringify({
    fuzz: "read",
    pages,
    faults: faults.length,
    slow,
    longestMs: Math.round(longest),
    grownMegabytes: grown,
    holds,
  }),
);
process.exitCode = holds ? 0 : 1;
