import type { Edtf } from "../../terms/index.ts";
import type { Block, Box } from "./blocks.ts";
import { linkedTypes, type PageFacts } from "./page-facts.ts";

/** The entries of a live blog: for each block the date of the entry that it stands in, null outside them. */
export interface LiveEntries {
  dates: readonly (Edtf | null)[];
  count: number;
}

const fewest = 3; // Entries; two dated boxes may be a story and its correction.
const names = /live-?-?(blog|ticker|feed|post|update|entr)|ticker|(^|[\s_-])(block|entry|update)-?-?time/i;

/**
 * Finds the entries of a live blog: boxes made alike in one box, each with a time of its own and text of the story, on a page
 * that calls itself live in its JSON-LD or by its class names. `read` turns a `datetime` into EDTF.
 */
export function findLiveEntries(
  blocks: readonly Block[],
  story: readonly boolean[],
  facts: PageFacts,
  read: (datetime: string) => Edtf | null,
): LiveEntries | null {
  const isLive = linkedTypes(facts).some((type) => type === "LiveBlogPosting");
  const groups = new Map<string, Box[]>();
  const parents = new Map<Box, number>();
  blocks.forEach((block) => {
    const date = block.time ? read(block.time) : null;
    if (!date) return;
    let named = isLive;
    for (let box: Box = block.box; box.parent; box = box.parent) {
      named ||= names.test(`${box.element.attribs.class ?? ""} ${box.element.attribs.id ?? ""}`);
      const parent = parents.get(box.parent) ?? parents.size;
      parents.set(box.parent, parent);
      if (!named || !holdsStory(box, story)) continue;
      const key = `${parent} ${box.signature}`;
      const group = groups.get(key) ?? [];
      if (!group.includes(box)) groups.set(key, [...group, box]);
    }
  });
  const entries = [...groups.values()].reduce((one, other) => (other.length > one.length ? other : one), []);
  if (entries.length < fewest) return null;
  const dates = blocks.map((): Edtf | null => null);
  for (const { firstBlock, lastBlock } of entries) {
    const stamp = blocks.slice(firstBlock, lastBlock + 1).find(({ time }) => time)?.time ?? "";
    dates.fill(read(stamp), firstBlock, lastBlock + 1);
  }
  return { dates, count: entries.length };
}

function holdsStory({ firstBlock, lastBlock }: Box, story: readonly boolean[]): boolean {
  for (let index = firstBlock; index <= lastBlock; index++) if (story[index]) return true;
  return false;
}
