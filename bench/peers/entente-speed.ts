/** Times reading a folder of .txt files, from bytes to readings: `node entente-speed.ts FOLDER THREADS`. Prints one JSON line. */
import { openReadTools, readInputs } from "../../src/pipeline.ts";

const [folder, threads] = process.argv.slice(2);
const tools = await openReadTools({ workers: Number(threads) });
// The threads open their tools with the first reports; the peers' tools are open before their clock starts.
for await (const _ of readInputs([folder!], tools));
const start = performance.now();
let count = 0;
for await (const { value } of readInputs([folder!], tools)) if (value !== null) count += 1;
const seconds = (performance.now() - start) / 1000;
await tools.close();
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ reports: count, seconds: Number(seconds.toFixed(2)), megabytes }));
