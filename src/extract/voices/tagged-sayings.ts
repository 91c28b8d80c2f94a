import type { Span, Stance } from "../../terms/index.ts";
import { antecedent, isRelative } from "../claims/arguments.ts";
import type { Speech } from "../predicates/speech.ts";
import type { TaggedAttribution } from "../tagger.ts";
import { type Tree, tokensWithin } from "../tree.ts";
import { sourceSpan } from "./find-sayings.ts";
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
    const speaker = source[0] ? speakerIn(trees, [source[0][0], source[0][1]]) : null;
    const spoken = speaker?.span ?? null;
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
      source: speaker?.head ?? null,
      content,
    }));
  });
}

/** Who speaks: of "which" and "who" the noun that their clause describes. */
function speakerIn(trees: readonly Tree[], span: Span): { span: Span; head: number | null } {
  const tree = trees[sentenceAt(trees, span[0])]!;
  const head = headAt(tree, span);
  if (head === null || tokensWithin(tree, span).length > 1 || !isRelative(tree, head)) return { span, head };
  const [described] = antecedent(tree, head);
  return described === undefined ? { span, head } : { span: sourceSpan(tree, described), head: described };
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
