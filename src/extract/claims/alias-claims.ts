import type { AliasPair } from "../coreference/aliases.ts";
import type { DraftMention } from "../mentions/draft.ts";
import type { Tree } from "../tree.ts";
import type { DraftClaim } from "./draft-claim.ts";

/** "A, also known as B" as claims of their own. "A, formerly B" says that B was renamed A. */
export function aliasClaims(
  aliases: readonly AliasPair[],
  mentions: readonly DraftMention[],
  trees: readonly Tree[],
): DraftClaim[] {
  return aliases.map(({ one, other, cue, former }) => {
    const tree = trees[mentions[one]!.sentence]!;
    const at = Math.max(
      0,
      tree.tokens.findIndex((token) => token.start >= cue[0]),
    );
    return {
      relation: "alias" as const,
      sentence: mentions[one]!.sentence,
      agents: [one],
      patients: [other],
      manner: { modality: "actual" as const, polarity: "affirmed" as const, because: former ? ["formerly"] : [] },
      cue,
      at,
      rule: "alias",
      confidence: 0.9,
    };
  });
}
