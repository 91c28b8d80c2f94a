import type { Block } from "./blocks.ts";
import { linkedNames, linkedReport, metaOf, type PageFacts } from "./page-facts.ts";
import { collapse } from "./tree.ts";

/** The headline: the block that carries it, and its words; a page may name it in metadata only. */
export interface Heading {
  block: number;
  title: string | null;
}

/** Finds the headline among the blocks: a heading whose words the metadata repeats, else the foremost heading. */
export function findHeading(blocks: readonly Block[], facts: PageFacts): Heading {
  const stated = statedTitles(facts);
  let best = -1;
  let bestScore = 0.9;
  const end = Math.min(blocks.length, 1500);
  for (let index = 0; index < end; index++) {
    const score = headingScore(blocks[index]!, stated) - index / end / 2;
    if (score > bestScore) [best, bestScore] = [index, score];
  }
  return { block: best, title: blocks[best]?.text ?? stated[0] ?? null };
}

/** Titles as metadata give them, best first: without the site's name at the end. */
function statedTitles(facts: PageFacts): string[] {
  const report = linkedReport(facts);
  const titles = [
    ...linkedNames(report?.headline),
    metaOf(facts, "og:title", "twitter:title", "dc.title", "title", "headline"),
    facts.windowTitle,
  ];
  return [...new Set(titles.filter((title): title is string => Boolean(title?.trim())).map(collapse))];
}

function headingScore(block: Block, stated: readonly string[]): number {
  const { text, box } = block;
  if (text.length < 3 || text.length > 300) return 0;
  const level = headingLevel(block);
  const likeness = Math.max(0, ...stated.map((title) => titleLikeness(text, title)));
  if (level === 0) return likeness >= 0.85 && !inNavigation(block) ? 1 + likeness : 0;
  const linked = block.href !== null && box.tag !== "h1" ? 0.5 : 0;
  return (
    (level === 1 ? 1.2 : level === 2 ? 0.95 : 0.8) +
    likeness * 2 -
    linked -
    (box.hidden ? 0.5 : 0) -
    (inNavigation(block) ? 1 : 0)
  );
}

/** 1 to 6 for a block in `h1` to `h6`, else 0. */
export function headingLevel({ box }: Block): number {
  let around: typeof box | null = box;
  for (let level = 0; around && level < 3; around = around.parent, level++) {
    const match = /^h([1-6])$/.exec(around.tag);
    if (match) return Number(match[1]);
  }
  return 0;
}

function inNavigation({ box }: Block): boolean {
  for (let around: typeof box | null = box; around; around = around.parent)
    if (around.tag === "nav" || around.tag === "footer") return true;
  return false;
}

/** How far two titles share their words: 1 when all of the block's words stand in the stated title, and make up most of it. */
export function titleLikeness(text: string, title: string): number {
  const words = wordsOf(text);
  const stated = new Set(wordsOf(title));
  if (words.length === 0 || stated.size === 0) return 0;
  const shared = words.filter((word) => stated.has(word)).length;
  const coverage = shared / words.length;
  return coverage * Math.min(1, (shared / stated.size) * 1.4);
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
