import { dateInLine } from "../dates/date-in-line.ts";
import { kindByWords } from "../text/shapes.ts";
import { type Block, type Box, holds } from "./blocks.ts";
import { familyBits } from "./families.ts";
import { featureNames, measureBlocks } from "./features.ts";
import { type ForestTree, probability } from "./forest.ts";
import { isAdvertLabel, isBarrier, isCaptionBox, isHourAlone } from "./furniture.ts";
import { type Heading, headingLevel } from "./heading.ts";
import type { PageFacts } from "./page-facts.ts";
import trained from "./story-model.json" with { type: "json" };

/** What bench/read-train.py writes. */
export interface StoryModel {
  features: string[];
  /** How far away the neighbours are whose first probabilities the second look sees. */
  steps: number[];
  /** Over how many blocks the first probabilities before and after are averaged. */
  spans: number[];
  first: ForestTree[];
  second: ForestTree[];
}

const shipped = trained as unknown as StoryModel;
if (shipped.features.join() !== featureNames.join())
  throw new Error(
    "story-model.json was trained on other measures than features.ts makes: run bench/read-train.py again.",
  );

const threshold = 0.55; // Best F1 over the folds on both sets, docs/reading-pages.md.

/**
 * For each block, whether it belongs to the story. Each block is looked at twice: alone, and then knowing what the first
 * look made of its neighbours and of the boxes around it.
 */
export function findStory(
  blocks: readonly Block[],
  heading: Heading,
  facts: PageFacts,
  model: StoryModel = shipped,
): boolean[] {
  const rows = measureBlocks(blocks, heading, facts);
  const first = rows.map((row) => probability(model.first, row));
  const second = addContext(rows, first, blocks, model).map((row) => probability(model.second, row));
  const kept = second.map((each, index) => each > threshold && index !== heading.block);
  return dropLabels(blocks, dropRepeats(blocks, kept));
}

function addContext(
  rows: readonly Float64Array[],
  first: readonly number[],
  blocks: readonly Block[],
  model: StoryModel,
): number[][] {
  const lengths = blocks.map(({ text }) => text.length);
  const averages = model.spans.flatMap((span) => [
    averageBefore(first, lengths, span),
    averageBefore(first.toReversed(), lengths.toReversed(), span).toReversed(),
  ]);
  const masses = first.map((each, index) => each * lengths[index]!);
  const mass = masses.reduce((sum, each) => sum + each, 0);
  const likely = first.flatMap((each, index) => (each > 0.5 ? [index] : []));
  const [from, to] = [likely[0] ?? 0, likely.at(-1) ?? first.length];
  const boxes = [1, 2].map((levels) => averageInBoxes(blocks, first, lengths, levels));
  let sum = 0;
  return rows.map((row, index) => {
    sum += masses[index]!;
    const around = model.steps.map((step) => first[index + step] ?? -1);
    return [
      ...row,
      first[index]!,
      ...around,
      ...averages.map((each) => each[index]!),
      sum / (mass + 1e-9),
      Math.log1p(mass),
      index - from,
      to - index,
      ...boxes.map((each) => each[index]!),
    ];
  });
}

/** The average over the blocks before, by length, those further away counting less. */
function averageBefore(values: readonly number[], lengths: readonly number[], span: number): number[] {
  const decay = Math.exp(-1 / span);
  let total = 0;
  let weight = 0;
  return values.map((value, index) => {
    const average = weight > 0 ? total / weight : 0;
    total = total * decay + value * lengths[index]!;
    weight = weight * decay + lengths[index]!;
    return average;
  });
}

function averageInBoxes(
  blocks: readonly Block[],
  values: readonly number[],
  lengths: readonly number[],
  levels: number,
): number[] {
  const sums = new Map<Box, { total: number; weight: number }>();
  const boxes = blocks.map(({ box }) => boxAbove(box, levels));
  boxes.forEach((box, index) => {
    const sum = sums.get(box) ?? { total: 0, weight: 0 };
    sum.total += values[index]! * lengths[index]!;
    sum.weight += lengths[index]!;
    sums.set(box, sum);
  });
  return boxes.map((box) => sums.get(box)!.total / sums.get(box)!.weight);
}

function boxAbove(from: Box, levels: number): Box {
  let box = from;
  for (let level = 0; level < levels && box.parent; level++) box = box.parent;
  return box;
}

/** Captions, and the name or date that stands over the first paragraph, belong to the page and not to the story. */
function dropLabels(blocks: readonly Block[], kept: readonly boolean[]): boolean[] {
  let begun = false;
  let comments: Box | null = null;
  return kept.map((keep, index) => {
    const block = blocks[index]!;
    if (begun && headingLevel(block) > 0 && kindByWords(block.text) === "comments") comments = block.box.parent;
    if (!keep || (comments && holds(comments, index)) || isElsewhere(block) || isFurniture(block)) return false;
    const { text, box } = block;
    if (box.tag === "figcaption" || box.parent?.tag === "figcaption") return false;
    begun ||=
      text.length > 70 || /[.!?…:。]["”’)]*$/.test(text) || headingLevel(blocks[index]!) > 0 || box.tag === "li";
    return begun || !isLabel(text, box);
  });
}

/** A link in a box of related reports, which may stand in the middle of the story. */
const isElsewhere = ({ href, box }: Block): boolean =>
  href !== null &&
  [box, box.parent, box.parent?.parent].some(
    (around) => around && ((around.families & relatedBits) !== 0 || around.tag === "aside"),
  );

/** What is no part of a story wherever it stands: "Advertisement", the hour of an entry, an offer to subscribe, a photo's caption. */
const isFurniture = (block: Block): boolean =>
  isAdvertLabel(block.text) || isHourAlone(block) || isBarrier(block) || isCaptionBox(block.box);

const relatedBits = familyBits("related");

const isLabel = (text: string, { tag }: Box): boolean =>
  tag === "address" ||
  tag === "button" ||
  /^by\s/i.test(text) ||
  /^(\p{Lu}[\p{L}'’.-]+)(\s\p{Lu}[\p{L}'’.-]+){1,4}(,[^.]+|\s?\([^)]*\))?$/u.test(text) ||
  dateInLine(text) !== null;

const shortestRepeat = 3; // Blocks; a story repeats single lines of its own, a page that repeats three in order shows them twice.

/** Some pages hold their story two or three times, for other devices; the first stays. */
function dropRepeats(blocks: readonly Block[], kept: readonly boolean[]): boolean[] {
  return dropRuns(blocks, dropCopies(blocks, kept));
}

const shortestCopy = 60; // Characters; shorter lines may well come twice, as a refrain or a speaker's name.
const copiedShare = 0.8;

/** A paragraph that stands word for word earlier in the story, or is nearly all made of what stands there. */
function dropCopies(blocks: readonly Block[], kept: readonly boolean[]): boolean[] {
  const texts = new Set<string>();
  const grams = new Set<string>();
  return kept.map((keep, index) => {
    const { text } = blocks[index]!;
    if (!keep || text.length < shortestCopy) return keep;
    const own = gramsOf(text);
    const isCopy =
      texts.has(text) || (own.length >= 60 && own.filter((gram) => grams.has(gram)).length > own.length * copiedShare);
    texts.add(text);
    if (!isCopy) for (const gram of own) grams.add(gram);
    return !isCopy;
  });
}

const gramsOf = (text: string): string[] => {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(3).map((_, at) => words.slice(at, at + 4).join(" "));
};

/** Shorter lines too, where three or more in a row repeat as many that stand together earlier. */
function dropRuns(blocks: readonly Block[], kept: readonly boolean[]): boolean[] {
  const indices = kept.flatMap((keep, index) => (keep ? [index] : []));
  const firstAt = new Map<string, number>();
  const result = [...kept];
  let run: number[] = [];
  let last = -9;
  const close = () => {
    if (run.length >= shortestRepeat) for (const index of run) result[index] = false;
    run = [];
  };
  indices.forEach((index, order) => {
    const { text } = blocks[index]!;
    const before = text.length >= 20 ? (firstAt.get(text) ?? -1) : -1;
    if (before < 0 || (run.length > 0 && before !== last + 1)) close();
    if (before >= 0) run.push(index);
    last = before >= 0 ? before : -9;
    if (!firstAt.has(text)) firstAt.set(text, order);
  });
  close();
  return result;
}
