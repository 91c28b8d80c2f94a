import type { Span } from "../../terms/index.ts";
import type { Tree } from "../tree.ts";
import { quotedSentences } from "./quotes.ts";
import type { Saying } from "./saying.ts";

/**
 * Sayings carried over sentences: a sentence that lies within a quotation, with no saying of its own, is said by
 * whoever was last quoted in the same stretch of text.
 */
export function carrySayings(
  sayings: readonly Saying[],
  trees: readonly Tree[],
  text: string,
  sameStretch: (one: number, other: number) => boolean,
): Saying[] {
  const quoted = quotedSentences(trees, text);
  const carried: Saying[] = [];
  let last: Saying | null = null;
  trees.forEach((tree, sentence) => {
    const own = sayings.filter((saying) => saying.sentence === sentence);
    if (own.length > 0) last = own.find((saying) => saying.depth === 0) ?? own[0]!;
    else if (quoted[sentence] && last && sameStretch(last.sentence, sentence)) {
      carried.push({ ...last, sentence, content: [[tree.start, tree.end]], depth: 0 });
    }
  });
  return [...sayings, ...carried];
}

/** The sayings that hold a stretch of text, outermost first. */
export function chainOf(sayings: readonly Saying[], cue: Span): Saying[] {
  return sayings
    .filter((saying) => saying.content.some(([start, end]) => start <= cue[0] && cue[1] <= end))
    .sort((one, other) => widthOf(other) - widthOf(one) || one.depth - other.depth || one.cue[0] - other.cue[0]);
}

const widthOf = (saying: Saying): number => saying.content.reduce((sum, [start, end]) => sum + end - start, 0);
