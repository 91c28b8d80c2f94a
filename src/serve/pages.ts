import type { Page } from "./answers.ts";
import type { ListQuery } from "./archive.ts";

/** One page of a list in a fixed order; the cursor is the id of the last thing given. */
export function pageOf<Item extends { id: string }>(items: readonly Item[], { after, limit }: ListQuery): Page<Item> {
  const from = after === null ? 0 : items.findIndex(({ id }) => id === after) + 1;
  const page = items.slice(from, from + limit);
  return { items: page, next: from + limit < items.length ? page.at(-1)!.id : null };
}

/** The order of code units, the same on every machine. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
