import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { killAppending } from "../test/ledger/kill-appending.ts";
import { chances } from "./chances.ts";
import { killAdding, killWorking } from "./kill-commands.ts";

// `npm run bench:kills -- --rounds 200 --what append,add,work`: a process is killed at random moments, over and over: one that appends through the
// library, `entente add` on one folder, and `entente work` on one server. The last line is one JSON object; exit 0 when nothing acknowledged was
// lost, nothing was recorded twice, and the ledger's check finds all well.

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "200" },
    seed: { type: "string", default: "11" },
    what: { type: "string", default: "append,add,work" },
  },
});
const ways = { append: killAppending, add: killAdding, work: killWorking };
const rounds = Number(values.rounds);
const figures: Record<string, unknown> = {};
let holds = true;
for (const what of values.what.split(",") as (keyof typeof ways)[]) {
  const folder = mkdtempSync(join(tmpdir(), "entente-kills-"));
  const killed = await ways[what](folder, rounds, chances(Number(values.seed)));
  rmSync(folder, { recursive: true });
  figures[what] = killed;
  if (killed === null) continue;
  const { lost, twice, unasked, complaints } = killed;
  holds &&= lost === 0 && twice === 0 && unasked <= rounds && complaints.length === 0;
}
console.log(JSON.stringify({ bench: "kills", ...figures, holds }));
// Said outright: the hooks of the PostgreSQL at hand end a process with 0 otherwise.
process.exit(holds ? 0 : 1);
