import type { Block, Box } from "./blocks.ts";
import { familyNames } from "./families.ts";
import type { Heading } from "./heading.ts";
import type { PageFacts } from "./page-facts.ts";

const not = new Set(["comment", "sharing", "related", "navigation", "footer", "side", "subscription", "biography"]);
const notBits = familyNames.reduce((bits, family, index) => (not.has(family) ? bits | (1 << index) : bits), 0);

/** For each block, whether it belongs to the story. */
export function findStory(blocks: readonly Block[], heading: Heading, _facts: PageFacts): boolean[] {
  const top = topBox(blocks);
  return blocks.map((block, index) => {
    if (!top || index === heading.block) return false;
    let inside = false;
    for (let box: Box | null = block.box; box; box = box.parent) {
      if (box === top) inside = true;
      if (!inside && (box.families & notBits || /^(aside|nav|footer|form|figure|button)$/.test(box.tag))) return false;
    }
    const dense = block.text.replace(/ /g, "").length;
    return inside && index > heading.block && block.linkChars < dense * 0.5;
  });
}

function topBox(blocks: readonly Block[]): Box | null {
  let best: Box | null = null;
  let bestScore = 0;
  for (const block of blocks)
    for (let box: Box | null = block.box; box; box = box.parent) {
      const score = box.weight * (1 - box.linkChars / Math.max(1, box.chars));
      if (score > bestScore) [best, bestScore] = [box, score];
    }
  return best;
}
