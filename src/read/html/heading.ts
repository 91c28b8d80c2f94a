import type { Block } from "./blocks.ts";
import { familyBits } from "./families.ts";
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
  if (level === 0 && isPoster(block)) return inMasthead(block) ? 0.2 : 0.95 + likeness * 1.5;
  if (level === 0) return likeness >= 0.85 && !inNavigation(block) ? 1 + likeness : 0;
  const linked = block.href !== null && box.tag !== "h1" ? 0.5 : 0;
  return (
    (level === 1 ? 1.2 : level === 2 ? 0.95 : 0.8) +
    likeness * 2 -
    linked -
    (box.hidden ? 0.5 : 0) -
    (inNavigation(block) ? 1 : 0) -
    (inMasthead(block) && likeness < 0.9 ? 1.2 : 0)
  );
}

/** Old pages set the headline in bold or in a box of its own class, with no heading. */
function isPoster({ text, strongChars, box }: Block): boolean {
  const words = text.split(" ").length;
  if (words < 4 || words > 25 || /[.:]$/.test(text)) return false;
  const isBold = strongChars >= text.replace(/ /g, "").length * 0.95;
  return (
    isBold ||
    ((box.families & titleBits) !== 0 && box.tag !== "li") ||
    /^(h|hl|hed|tit|title)$/i.test(box.element.attribs.class ?? "")
  );
}

const titleBits = familyBits("title");
const mastheadBits = familyBits("header");
const mastheadNames = /mast|logo|brand|site-?(title|name)|blog-?name/i;

/** The name of the site at the head of the page is no headline. */
function inMasthead({ box, href }: Block): boolean {
  if (href !== null && /^(\/|https?:\/\/[^/]+\/?|index\.\w+|\.\/?)$/.test(href)) return true;
  let around: typeof box | null = box;
  for (let level = 0; around && level < 3; around = around.parent, level++) {
    const { attribs } = around.element;
    if (mastheadNames.test(`${attribs.class ?? ""} ${attribs.id ?? ""}`)) return true;
    if (around.families & mastheadBits && level === 0) return true;
  }
  return false;
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
