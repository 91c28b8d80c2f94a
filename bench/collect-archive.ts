import { collectCaptures } from "../src/collect/collect-captures.ts";
import { readReport } from "../src/read/read-report.ts";

// One archive collected and its pages read, in a process of its own so that its memory is its own: the last line is JSON.
const [path] = process.argv.slice(2);
const began = performance.now();
let pages = 0;
let parts = 0;
const notes: string[] = [];
for await (const collected of collectCaptures([path!])) {
  if ("note" in collected) notes.push(collected.note.text);
  if (!("capture" in collected)) continue;
  pages += 1;
  parts += readReport(collected.capture).value.parts.length;
}
const seconds = (performance.now() - began) / 1000;
const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ pages, parts, seconds: Math.round(seconds), peakMegabytes, notes }));
