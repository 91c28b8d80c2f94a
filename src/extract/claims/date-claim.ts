import type { ClaimTime } from "../../terms/index.ts";
import type { TimeExpression } from "../times.ts";
import { type Tree, tokensWithin } from "../tree.ts";
import type { DraftClaim } from "./draft-claim.ts";

/**
 * When a claim happened: the time expression nearest to its word in the tree, among those of its sentence. Durations
 * and frequencies date nothing. Null when the sentence does not say.
 */
export function dateClaim(claim: DraftClaim, tree: Tree, times: readonly TimeExpression[]): ClaimTime | null {
  const ranked = times
    .filter((time) => time.kind === "point")
    .map((time) => ({ time, distance: distanceTo(claim, tree, time) }))
    .filter(({ distance }) => distance !== null)
    .sort((one, other) => one.distance! - other.distance! || one.time.start - other.time.start);
  return ranked[0]?.time.time ?? null;
}

/** Steps in the tree between a claim's word and a time; null when another clause with its own subject lies between. */
function distanceTo(claim: DraftClaim, tree: Tree, time: TimeExpression): number | null {
  const inside = tokensWithin(tree, [time.start, time.end]);
  const head = inside.find((at) => !inside.includes(tree.tokens[at]!.head)) ?? inside[0];
  if (head === undefined) return null;
  const up = pathUp(tree, head);
  const own = pathUp(tree, claim.at);
  const meet = up.find((at) => own.includes(at));
  if (meet === undefined) return null;
  const steps = up.indexOf(meet) + own.indexOf(meet);
  // A time that hangs from a verb below the claim dates that verb, unless it is a mere modifier of the claim's own words.
  const foreign = up
    .slice(1, up.indexOf(meet))
    .some((at) => /^(ccomp|advcl|acl:relcl|acl|conj|parataxis)$/.test(tree.tokens[at]!.deprel) && at !== claim.at);
  const above = own
    .slice(0, own.indexOf(meet))
    .filter((at) => /^(ccomp|advcl|acl:relcl|parataxis)$/.test(tree.tokens[at]!.deprel)).length;
  return steps + (foreign ? 6 : 0) + above * 2;
}

function pathUp(tree: Tree, at: number): number[] {
  const path: number[] = [];
  for (let up = at; up >= 0 && path.length < 40; up = tree.tokens[up]!.head) path.push(up);
  return path;
}
