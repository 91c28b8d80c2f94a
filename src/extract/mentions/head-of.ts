import type { Tree } from "../tree.ts";

/** The token of a stretch that the rest hangs from; of several, the last. */
export function headOf(tree: Tree, first: number, last: number): number {
  for (let at = last; at >= first; at--) {
    const up = tree.tokens[at]!.head;
    if (up < first || up > last) return at;
  }
  return last;
}
