import type { DraftMention } from "../mentions/draft.ts";
import { caseOf, childrenOn, type Tree } from "../tree.ts";
import type { DraftClaim } from "./draft-claim.ts";

const wherePrepositions =
  /^(in|at|near|outside|inside|around|across|on|along|north of|south of|east of|west of|in front of|close to)$/;

/** The mention of the place where a claim happened: a place phrase on its word, on its governor, or on its object. */
export function placeClaim(claim: DraftClaim, tree: Tree, mentions: readonly DraftMention[]): number | null {
  let at = claim.at;
  for (let steps = 0; steps < 3 && at >= 0; steps++) {
    const found = placeOn(tree, at, claim, mentions);
    if (found !== null) return found;
    at = tree.tokens[at]!.head;
    if (at >= 0 && /^(ccomp|advcl|parataxis)$/.test(tree.tokens[claim.at]!.deprel)) break;
  }
  return null;
}

function placeOn(tree: Tree, at: number, claim: DraftClaim, mentions: readonly DraftMention[]): number | null {
  const phrases = [
    ...childrenOn(tree, at, "nmod"),
    ...childrenOn(tree, at, "dobj").flatMap((object) => childrenOn(tree, object, "nmod")),
  ];
  for (const phrase of phrases) {
    if (!wherePrepositions.test(caseOf(tree, phrase))) continue;
    const found = mentions.findIndex(
      (mention) =>
        mention.sentence === claim.sentence &&
        mention.type === "place" &&
        mention.first <= phrase &&
        phrase <= mention.last,
    );
    if (found >= 0 && !claim.agents.includes(found) && !claim.patients.includes(found)) return found;
  }
  return null;
}
