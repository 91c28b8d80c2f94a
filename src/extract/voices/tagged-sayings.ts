import type { Span, Stance } from "../../terms/index.ts";
import type { Speech } from "../predicates/speech.ts";
import type { TaggedAttribution } from "../tagger.ts";
import { type Tree, tokensWithin } from "../tree.ts";
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
    const stance = stanceIn(trees[sentence]!, cued, speech) ?? "states";
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
function headAt(tree: Tree, span: Span): number | null {
  const inside = tokensWithin(tree, span);
  return inside.find((at) => !inside.includes(tree.tokens[at]!.head)) ?? inside[0] ?? null;
}

/** The stance of the first word in a stretch that attributes; null when none does. */
export function stanceIn(tree: Tree, span: Span, speech: Speech): Stance | null {
  for (const at of tokensWithin(tree, span)) {
    const { lemma } = tree.tokens[at]!;
    const stance = speech.verbs.get(lemma) ?? speech.nouns.get(lemma);
    if (stance) return stance;
  }
  return null;
}
