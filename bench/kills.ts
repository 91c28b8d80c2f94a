import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { killAppending } from "../test/ledger/kill-appending.ts";
import { chances } from "./chances.ts";

// `npm run bench:kills -- --rounds 200`: an appending process is killed at random moments, over and over in one folder. The last line is one JSON
// object; exit 0 when nothing acknowledged was lost, nothing was appended twice, and the ledger's check finds all well.

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "200" }, seed: { type: "string", default: "11" } },
});
const folder = mkdtempSync(join(tmpdir(), "entente-kills-"));
const killed = await killAppending(folder, Number(values.rounds), chances(Number(values.seed)));
rmSync(folder, { recursive: true });
const holds =
  killed.lost === 0 && killed.twice === 0 && killed.unasked <= killed.rounds && killed.complaints.length === 0;
console.log(JSON.stringify({ bench: "kills", ...killed, holds }));
process.exitCode = holds ? 0 : 1;
