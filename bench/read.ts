import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { declaredCharset, decode } from "../src/read/decode.ts";
import type { StoryModel } from "../src/read/html/story.ts";
import { readReport } from "../src/read/read-report.ts";
import { captureId } from "../src/terms/index.ts";
import { judgePage, layPages, scoreKinds } from "../test/read/layouts/judge-parts.ts";

/**
 * The figures of reading, scored on the sets in ENTENTE_DATA (or ../shared/data beside the checkout) by its score.py, no page
 * judged by a model that saw it (`…-seen` is the shipped model, which saw them all), and on the pages of our own in
 * test/read/layouts: `npm run bench:read`. The last line is one JSON object; the exit code is 0 when all targets hold.
 */
const shared = fileURLToPath(new URL("../../shared", import.meta.url));
const data = process.env.ENTENTE_DATA ?? join(shared, "data");
const score = process.env.ENTENTE_SCORE ?? join(shared, "bench/score.py");

const targets = {
  articles: { f1: 0.97, precision: 0.955, accuracy: 0.3 },
  chunks: { f1: 0.925 },
  dates: { f1: 0.95, accuracy: 0.9 },
} as const;
const leastParts = { tuned: 0.97, unseen: 0.9 } as const; // The share of pieces whose kind is right, in our own layouts.

interface Page {
  name: string;
  bytes: Uint8Array;
  markup: string;
}

function loadPages(set: string): Page[] {
  const folder = join(data, set, "html");
  return readdirSync(folder).map((file) => {
    const bytes = gunzipSync(readFileSync(join(folder, file)));
    return { name: file.replace(/\.html\.gz$/, ""), bytes, markup: decode(bytes, declaredCharset(bytes)).value };
  });
}

function read({ name, bytes }: Page, storyModel?: StoryModel): object {
  const capture = { id: captureId(bytes), name, source: {}, bytes, captured: null, mediaType: "text/html" };
  return { report: readReport(capture, { storyModel }).value };
}

/** The models of five folds, as bench/read-train.py writes them: the n-th has not seen the pages of the n-th fold. */
const folds: StoryModel[] = JSON.parse(
  gunzipSync(readFileSync(new URL("story-folds.json.gz", import.meta.url))).toString(),
);

/** A page as the model reads it that has not seen it; the fold of a page goes by its name. */
function readUnseen(page: Page): object {
  const digest = BigInt(`0x${createHash("sha1").update(`f${page.name}`).digest("hex")}`);
  return read(page, folds[Number(digest % 5n)]);
}

/** Readability on linkedom, as most programs read pages today; its text as one part. */
function readByReadability({ name, markup }: Page): object {
  const { document } = parseHTML(markup);
  let text = "";
  try {
    text = new Readability(document as unknown as Document).parse()?.textContent ?? "";
  } catch (cause) {
    console.error(`${name}: Readability: ${(cause as Error).message}`);
  }
  return { report: { name, text, parts: [{ kind: "body", start: 0, end: text.length }] } };
}

function run(set: string, pages: readonly Page[], reader: (page: Page) => object): Record<string, number> {
  for (const page of pages.slice(0, 10)) reader(page); // Warms the compiler, for both readers alike.
  const started = performance.now();
  const readings = pages.map((page) => reader(page));
  const perPage = (performance.now() - started) / pages.length;
  const file = join(mkdtempSync(join(tmpdir(), "bench-read-")), "readings.jsonl");
  writeFileSync(file, readings.map((reading) => JSON.stringify(reading)).join("\n"));
  const scored = JSON.parse(
    execFileSync("python3", [score, set, join(data, set), file], { encoding: "utf8", maxBuffer: 1e8 }),
  );
  return { ...scored, msPerPage: Math.round(perPage * 10) / 10 };
}

/** The kinds of parts in pages of our own: layouts that the rules were written for, and layouts that they were not. */
const parts = (["tuned", "unseen"] as const).map((which) => {
  const { all, kinds } = scoreKinds(layPages(which).flatMap(judgePage));
  const f1 = Object.fromEntries(Object.entries(kinds).map(([kind, score]) => [kind, score.f1]));
  console.log(`parts in ${which} layouts`, JSON.stringify({ right: all, ...kinds }));
  return [which, { right: all, f1 }] as const;
});
const partsHold = parts.every(([which, { right }]) => right >= leastParts[which]);

if (!existsSync(data) || !existsSync(score) || spawnSync("python3", ["--version"]).error) {
  console.log(
    JSON.stringify({
      parts: Object.fromEntries(parts),
      skipped: `no data in ${data}, no ${score}, or no python3: set ENTENTE_DATA and ENTENTE_SCORE`,
    }),
  );
} else {
  const figures: Record<string, Record<string, number>> = {};
  for (const set of Object.keys(targets)) {
    const pages = loadPages(set);
    figures[set] = run(set, pages, set === "dates" ? read : readUnseen);
    console.log(set, JSON.stringify(figures[set]));
    if (set === "articles") figures.readability = run(set, pages, readByReadability);
    if (set !== "dates") figures[`${set}-seen`] = run(set, pages, read);
  }
  const timeRatio = Math.round((figures.articles!.msPerPage! / figures.readability!.msPerPage!) * 100) / 100;
  const held =
    Object.entries(targets).every(([set, wanted]) =>
      Object.entries(wanted).every(([key, least]) => figures[set]![key]! >= least),
    ) &&
    timeRatio <= 1.5 &&
    partsHold;
  console.log(
    JSON.stringify({ ...figures, timeRatio, parts: Object.fromEntries(parts), targets: held ? "hold" : "missed" }),
  );
  process.exitCode = held ? 0 : 1;
}
