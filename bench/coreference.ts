/**
 * How well "it", "he", "the group", "its leader" are understood: the links of the marked sentences (`[5=1 person|he]`), each against the actor
 * that the product gives the same words.
 *
 *   node bench/coreference.ts [--errors N] [--part dev|test] [FOLDER …]
 *
 * The sentences taught the reader of claims, never this stage, which is rules: every other case is for looking at (dev), the others only for
 * counting (test). Prints one JSON line, last: of the links, how many the product has a mention for, gives to the right actor, to another, to none.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openReadTools, readCapture } from "../src/pipeline.ts";
import { captureId, type Reading } from "../src/terms/index.ts";
import { likeness } from "./likeness.ts";
import { type LinkedText, linkedTexts, type MarkedLink } from "./marked-links.ts";

const given = process.argv.slice(2);
const wordAfter = (name: string): string | null => (given.includes(name) ? given[given.indexOf(name) + 1]! : null);
const errors = Number(wordAfter("--errors") ?? 0);
const part = wordAfter("--part") ?? "test";
const own = given.filter((word, at) => !word.startsWith("--") && !/^--(errors|part)$/.test(given[at - 1] ?? ""));
const claims = join(import.meta.dirname, "..", "training", "claims");
const folders = own.length > 0 ? own : [join(claims, "train"), join(claims, "dev")];

const texts = folders
  .flatMap((folder) =>
    readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name), "utf8")),
  )
  .flatMap(linkedTexts)
  .filter(({ text }) => (createHash("sha256").update(text).digest()[0]! % 2 === 0 ? "dev" : "test") === part);
const tools = await openReadTools();
const counts: Record<string, Record<Verdict, number>> = {};
let shown = 0;
await Promise.all(texts.map(count));
await tools.close();
for (const [sort, own] of Object.entries(counts)) console.log(sort.padEnd(12), JSON.stringify(own));
const all = Object.values(counts).reduce((sum, own) => add(sum, own), none());
const share = (one: number, of: number): number => Math.round((one / Math.max(1, of)) * 1000) / 1000;
const answered = all.right + all.wrong;
console.log(
  JSON.stringify({
    ...{ bench: "coreference", part, links: answered + all.nobody + all["no mention"], ...all },
    precision: share(all.right, answered),
    recall: share(all.right, answered + all.nobody + all["no mention"]),
  }),
);

type Verdict = "right" | "wrong" | "nobody" | "no mention";
function none(): Record<Verdict, number> {
  return { right: 0, wrong: 0, nobody: 0, "no mention": 0 };
}
function add(one: Record<Verdict, number>, other: Record<Verdict, number>): Record<Verdict, number> {
  return Object.fromEntries(Object.entries(one).map(([name, n]) => [name, n + other[name as Verdict]])) as typeof one;
}

async function count(one: LinkedText): Promise<void> {
  const bytes = new TextEncoder().encode(one.text);
  const capture = { id: captureId(bytes), name: "links", bytes, captured: null, mediaType: "text/plain", source: {} };
  const { value } = await readCapture(capture, tools);
  const shift = value.report.text.indexOf(one.text);
  if (shift < 0) return;
  for (const link of one.links) {
    const verdict = judge(value, link, shift);
    const sort = sortOf(link.words);
    counts[sort] ??= none();
    counts[sort][verdict] += 1;
    if (verdict === "right" || shown >= errors) continue;
    shown += 1;
    const took = actorAt(value, link.at, shift);
    const named = value.mentions.find(({ actor, pronoun }) => actor === took && actor !== null && !pronoun);
    const meant = link.same[0] === undefined ? "?" : one.text.slice(...link.same[0]);
    console.log(
      `${verdict}: "${link.words}" = ${meant}, taken for ${named === undefined ? "nobody" : value.report.text.slice(named.start, named.end)}\n  ${one.text.slice(0, 400)}`,
    );
  }
}

function judge(reading: Reading, { at, same }: MarkedLink, shift: number): Verdict {
  const actor = actorAt(reading, at, shift);
  if (actor === undefined) return "no mention";
  if (actor === null) return "nobody";
  const meant = same.map((place) => actorAt(reading, place, shift)).filter((one) => one != null);
  // Mentions that no claim, voice or name needs are left out of a reading: nothing is said of who they are.
  if (meant.length === 0) return "no mention";
  if (meant.includes(actor)) return "right";
  // An actor that nothing else in the report is taken for was left alone: no link was made, right or wrong.
  return reading.mentions.filter((mention) => mention.actor === actor).length > 1 ? "wrong" : "nobody";
}

/** Of the mention that stands at a place, give or take a title or an article: its actor, null when it has none; undefined where nothing is mentioned. */
function actorAt({ mentions }: Reading, [start, end]: [number, number], shift: number): string | null | undefined {
  const near = mentions
    .map((mention) => ({ mention, share: likeness(mention, { start: start + shift, end: end + shift }) }))
    .filter(({ share }) => share >= 0.4)
    .sort((one, other) => other.share - one.share);
  return near[0]?.mention.actor;
}

function sortOf(words: string): string {
  const word = words.toLowerCase();
  if (/^(he|him|his|she|her|hers)$/.test(word)) return "he, she";
  if (/^(it|its)$/.test(word)) return "it";
  if (/^(they|them|their|both)$/.test(word)) return "they";
  if (/^(i|we|us|me|our|my)$/.test(word)) return "I, we";
  return /^(who|which|whose|that)$/.test(word) ? "who, which" : "descriptions";
}
