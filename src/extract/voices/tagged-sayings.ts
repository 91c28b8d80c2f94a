import type { Span } from "../../terms/index.ts";
import type { Speech } from "../predicates/speech.ts";
import type { TaggedAttribution } from "../tagger.ts";
import type { Tree } from "../tree.ts";
import type { Saying } from "./saying.ts";

/**
 * Sayings that the tagger found, one for each sentence that their content reaches. It finds sources out of the sentence,
 * which rules over one tree cannot.
 */
export function taggedSayings(
  attributions: readonly TaggedAttribution[],
  trees: readonly Tree[],
  text: string,
  speech: Speech,
): Saying[] {
  return attributions.flatMap(({ source, cue, content }) => {
    const cued = cue[0] ?? content[0];
    if (!cued) return [];
    const sentence = sentenceAt(trees, cued[0]);
    const spoken = source[0] ? ([source[0][0], source[0][1]] as Span) : null;
    const stance = stanceOf(trees[sentence]!, cued, speech);
    const common = {
      sourceSpan: spoken,
      name: spoken ? text.slice(...spoken) : "",
      cue: [cued[0], cued[1]] as Span,
      stance,
      depth: 0,
    };
    const reached = [
      ...new Set(
        content.flatMap(([start, end]) =>
          trees.flatMap((tree, at) => (tree.start < end && start < tree.end ? [at] : [])),
        ),
      ),
    ];
    return reached.map((at) => ({
      ...common,
      sentence: at,
      source: spoken ? headAt(trees[sentenceAt(trees, spoken[0])]!, spoken) : null,
      content,
    }));
  });
}

function sentenceAt(trees: readonly Tree[], offset: number): number {
  const found = trees.findIndex((tree) => offset < tree.end);
  return found < 0 ? trees.length - 1 : found;
}

/** The token of a stretch that hangs from outside it. */
function headAt(tree: Tree, [start, end]: Span): number | null {
  const inside = tree.tokens.flatMap((token, at) => (token.start >= start && token.end <= end ? [at] : []));
  return inside.find((at) => !inside.includes(tree.tokens[at]!.head)) ?? inside[0] ?? null;
}

function stanceOf(tree: Tree, [start, end]: Span, speech: Speech): Saying["stance"] {
  for (const token of tree.tokens) {
    if (token.start < start || token.end > end) continue;
    const stance = speech.verbs.get(token.lemma) ?? speech.nouns.get(token.lemma);
    if (stance) return stance;
  }
  return "states";
}
