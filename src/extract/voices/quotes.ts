import type { Span } from "../../terms/index.ts";
import type { Tree } from "../tree.ts";

/** Stretches of a sentence within quotation marks, marks included; single words in quotes are scare quotes and left out. */
export function quotedSpans(tree: Tree, text: string): Span[] {
  const spans: Span[] = [];
  let open: number | null = null;
  for (const token of tree.tokens) {
    const mark = /^(["“”«»]|``|'')$/.test(token.text);
    if (!mark) continue;
    const opens = /^(“|«|``)$/.test(token.text) || (token.text === '"' && open === null);
    if (opens) open = token.start;
    else if (open !== null) {
      if (words(text.slice(open, token.end)) > 2) spans.push([open, token.end]);
      open = null;
    }
  }
  // A quotation that goes on into the next sentence.
  if (open !== null && words(text.slice(open, tree.end)) > 2) spans.push([open, tree.end]);
  return spans;
}

const words = (text: string): number => text.match(/\p{L}+/gu)?.length ?? 0;

/** Which sentences lie wholly within a quotation that an earlier one opened, or are one. */
export function quotedSentences(trees: readonly Tree[], text: string): boolean[] {
  let open = false;
  return trees.map((tree) => {
    const stretch = text.slice(tree.start, tree.end);
    const before = open;
    for (const mark of stretch.match(/["“”]/g) ?? []) open = mark === "“" ? true : mark === "”" ? false : !open;
    const whole = /^["“]/.test(stretch) && /["”][.,]?$/.test(stretch) && (stretch.match(/["“”]/g)?.length ?? 0) === 2;
    return (
      whole ||
      (before && !/["”]./.test(stretch.slice(0, -2))) ||
      (/^["“]/.test(stretch) && open && !/["”]\s/.test(stretch))
    );
  });
}
