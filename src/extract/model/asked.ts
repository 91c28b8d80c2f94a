import type { HintFinder, Hints } from "../predicates/hints.ts";
import type { Word } from "../tagger.ts";
import type { ClaimSettings } from "./decode/claims.ts";
import type { Asked } from "./session.ts";

/** What the model is told of a window's words. Needs nothing of Node. */
export function askedOf(words: readonly Word[], settings: AskedSettings, hints?: HintFinder): Asked {
  const { attributions, claims } = settings;
  return { anchor: attributions.anchor, claims: claims && claimsAsked(words, claims, hints) };
}

interface AskedSettings {
  attributions: { anchor: number };
  claims?: ClaimSettings | undefined;
}

function claimsAsked(
  words: readonly Word[],
  settings: ClaimSettings,
  hints?: HintFinder,
): NonNullable<Asked["claims"]> {
  const wide = settings.relations.length;
  const added = new Float32Array(words.length * wide);
  if (hints !== undefined)
    for (const [at, word] of words.entries()) {
      const known = hints(word.text);
      for (const [which, relation] of settings.relations.entries())
        added[at * wide + which] = weightOf(known, relation, which, settings);
    }
  return { hints: added, least: Float32Array.from(settings.least) };
}

/** What the lexicon's word for a relation weighs. */
function weightOf(
  known: Hints,
  relation: ClaimSettings["relations"][number],
  at: number,
  { hints: weights }: ClaimSettings,
): number {
  if (!weights) return 0;
  return (
    (known.plain.includes(relation) ? weights.plain[at]! : 0) +
    (known.joined.includes(relation) ? weights.joined[at]! : 0) +
    (known.listed.includes(relation) ? weights.listed[at]! : 0)
  );
}
