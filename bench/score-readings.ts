/**
 * Reads the sets of the data folder and scores the readings with the sets' own scorer.
 *
 *   node bench/score-readings.ts [--data DIR] [--scorer score.py] [--tagger linear] [--only plover,seed] [--errors 20]
 *
 * With --bootstrap the ties of the held-out fold come with the interval that holds 95 of 100 resamplings of its documents.
 * With --keep DIR the gold files and the readings stay in that folder.
 *
 * Prints one JSON line, last: the figures of every set that is there. re3d is read in its held-out fold too
 * (training/splits/re3d.json), which the trained tagger never saw.
 */
import { execFileSync } from "node:child_process";
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { captureId, type Reading } from "../src/terms/index.ts";
import { type GivenEntity, withGivenEntities } from "./given-entities.ts";
import { markedCases, newsCases } from "./marked-cases.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    scorer: { type: "string" },
    tagger: { type: "string" },
    only: { type: "string" },
    errors: { type: "string", default: "0" },
    bootstrap: { type: "boolean", default: false },
    keep: { type: "string" },
  },
});
const data = values.data ?? process.env.ENTENTE_DATA ?? join(import.meta.dirname, "..", "..", "shared", "data");
const scorer = values.scorer ?? join(data, "..", "bench", "score.py");
if (values.tagger) process.env.ENTENTE_TAGGER = values.tagger;
if (!existsSync(data) || !existsSync(scorer)) {
  console.log(`skipped: ${existsSync(data) ? `no scorer at ${scorer}` : `no data at ${data}`}`);
  process.exit(0);
}

interface Text {
  id: string;
  text: string;
  published?: string;
}

const { openReadTools, readCapture } = await import("../src/pipeline.ts");
const tools = await openReadTools();
const work = values.keep ?? mkdtempSync(join(tmpdir(), "entente-score-"));
mkdirSync(work, { recursive: true });
const own = join(import.meta.dirname, "..");
const figures: Record<string, unknown> = {};

const re3d = texts(join(data, "re3d", "documents.jsonl"));
const held = new Set<string>(heldOut());
const sentences = (part: string): string => {
  const gold = join(work, `stories-${part}.gold.jsonl`);
  writeFileSync(gold, storyLines(part).join("\n"));
  return gold;
};
const sets: Record<string, () => Promise<unknown>> = {
  re3d: async () => score("re3d", join(data, "re3d"), await readAll("re3d", re3d)),
  re3dHeldOut: async () => {
    const documents = re3d.filter(({ id }) => held.has(id));
    const readings = await readAll("re3d-held", documents);
    const gold = heldGold(held, "re3d-held");
    const figure = score("re3d", gold, readings) as Record<string, unknown>;
    const { ties: tiesOfGivenEntities } = score("re3d", gold, givenEntities(readings)) as Record<string, unknown>;
    const interval = values.bootstrap ? { tiesInterval: tiesInterval(readings) } : {};
    return { ...figure, tiesOfGivenEntities, ...interval };
  },
  polnear: () => scoreFile("polnear", join(data, "polnear", "dev.jsonl")),
  plover: () => scoreFile("plover", join(data, "plover", "dev.jsonl")),
  seed: async () => scoreFile("cases", join(data, "seed", "claims.jsonl")),
  kinds: () => scoreFile("cases", join(own, "test", "extract", "cases", "kinds.jsonl")),
  "sentences-dev": () => scoreFile("cases", sentences("dev")),
  "sentences-test": () => scoreFile("cases", sentences("test")),
  "marked-dev": () => scoreFile("cases", kept("marked-dev", markedCases("dev"))),
  "marked-test": () => scoreFile("cases", kept("marked-test", markedCases("test"))),
  "news-dev": () => scoreFile("cases", kept("news-dev", newsCases("dev", data, join(work, "news")))),
  "news-test": () => scoreFile("cases", kept("news-test", newsCases("test", data, join(work, "news")))),
};
for (const name of values.only?.split(",") ?? Object.keys(sets)) {
  const set = sets[name];
  if (!set) throw new Error(`--only ${name}: the sets are ${Object.keys(sets).join(", ")}`);
  figures[name] = await set();
}
await tools.close();
console.log(JSON.stringify({ tagger: tools.tagger.version, ...figures }));

function texts(file: string): Text[] {
  return [...new Map(jsonLines<Text>(file).map((row) => [row.id, row])).values()];
}

async function scoreFile(kind: string, gold: string): Promise<unknown> {
  return score(kind, gold, await readAll(`${kind}-${basename(gold, ".jsonl")}-read`, texts(gold)));
}

function storyLines(part: string): string[] {
  const folder = join(own, "training", "stories", part);
  const files = readdirSync(folder).filter((file) => file.endsWith(".jsonl"));
  return files.sort().flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n").filter(Boolean));
}

function kept(name: string, cases: string): string {
  const file = join(work, `${name}.jsonl`);
  writeFileSync(file, cases);
  return file;
}

/** Texts go the product's own way, as plain text, one after the other. */
async function readAll(name: string, list: readonly Text[]): Promise<string> {
  const file = join(work, `${name}.jsonl`);
  const out = createWriteStream(file);
  for (const { id, text, published } of list) {
    const bytes = new TextEncoder().encode(text);
    const capture = {
      id: captureId(bytes),
      name: id,
      source: {},
      bytes,
      captured: null,
      published: published ?? null,
      mediaType: "text/plain",
    };
    const { value } = await readCapture(capture, tools);
    out.write(`${JSON.stringify(value)}\n`);
  }
  await new Promise<void>((resolve) => out.end(resolve));
  return file;
}

function score(kind: string, gold: string, readings: string): unknown {
  return JSON.parse(
    execFileSync("python3", [scorer, kind, gold, readings, "--errors", values.errors], {
      maxBuffer: 1 << 26,
    }).toString(),
  );
}

function heldOut(): string[] {
  const splits = JSON.parse(readFileSync(join(own, "training", "splits", "re3d.json"), "utf8"));
  return splits.folds[String(splits.test)];
}

/** The same readings with their parties placed where people marked entities. */
function givenEntities(readings: string): string {
  const entities = Map.groupBy(
    jsonLines<GivenEntity & { doc: string }>(join(data, "re3d", "entities.jsonl")),
    ({ doc }) => doc,
  );
  const file = readings.replace(/\.jsonl$/, "-given.jsonl");
  const placed = jsonLines<Reading>(readings).map((one) => withGivenEntities(one, entities.get(one.report.name) ?? []));
  writeFileSync(file, placed.map((one) => JSON.stringify(one)).join("\n"));
  return file;
}

function jsonLines<Row>(file: string): Row[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

/** Gold files with some of the documents only. */
function heldGold(ids: ReadonlySet<string>, name: string): string {
  const folder = join(work, name);
  mkdirSync(folder, { recursive: true });
  for (const file of ["documents", "entities", "relations"]) {
    const lines = readFileSync(join(data, "re3d", `${file}.jsonl`), "utf8")
      .split("\n")
      .filter(Boolean);
    const kept = lines.filter((line) => {
      const row = JSON.parse(line);
      return ids.has(file === "documents" ? row.id : row.doc);
    });
    writeFileSync(join(folder, `${file}.jsonl`), kept.join("\n"));
  }
  return folder;
}

/** The 2.5th and the 97.5th percentile of the ties' F1 over 2,000 resamplings of documents, from a fixed seed. */
function tiesInterval(readings: string): [number, number] {
  const counts = [...held].map((id, at) => {
    const { ties } = score("re3d", heldGold(new Set([id]), `re3d-one-${at}`), readings) as {
      ties: { p: number; gold: number; found: number };
    };
    return { right: Math.round(ties.p * ties.found), gold: ties.gold, found: ties.found };
  });
  let state = 20261123;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const f1s = Array.from({ length: 2000 }, () => {
    const drawn = counts.map(() => counts[Math.floor(next() * counts.length)]!);
    const sum = (of: "right" | "gold" | "found") => drawn.reduce((total, count) => total + count[of], 0);
    return (2 * sum("right")) / Math.max(1, sum("gold") + sum("found"));
  }).sort((one, other) => one - other);
  return [f1s[50]!, f1s[1949]!];
}
