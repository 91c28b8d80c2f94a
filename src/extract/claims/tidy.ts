import { isSymmetric } from "../../terms/index.ts";
import type { Resolution } from "../coreference/resolve-mentions.ts";
import type { DraftClaim } from "./draft-claim.ts";

/**
 * Takes out what no reader would keep: a party named twice or related to itself, and one sentence saying the same thing
 * twice by two words. In reading order.
 */
export function tidyClaims(claims: readonly DraftClaim[], resolution: Resolution): DraftClaim[] {
  const actor = (party: number): string =>
    resolution.actorOf[party] === null ? `m${party}` : `a${resolution.actorOf[party]}`;
  const seen = new Set<string>();
  return [...claims]
    .sort(
      (one, other) => one.sentence - other.sentence || one.cue[0] - other.cue[0] || other.confidence - one.confidence,
    )
    .map((claim) => withoutSelf(eachOnce(claim, actor), actor))
    .filter((claim) => claim !== null)
    .map(facing)
    .filter((claim) => {
      const key = keyOf(claim, actor);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

function eachOnce(claim: DraftClaim, actor: (party: number) => string): DraftClaim {
  if (claim.relation === "alias" || claim.relation === "rename") return claim;
  const once = (list: readonly number[]): number[] => [...Map.groupBy(list, actor).values()].map(([first]) => first!);
  return { ...claim, agents: once(claim.agents), patients: once(claim.patients) };
}

/** "A and B clashed" stands as A on one side and B on the other; three or more stay together. */
function facing(claim: DraftClaim): DraftClaim {
  if (!isSymmetric(claim.relation) || claim.patients.length > 0 || claim.agents.length !== 2) return claim;
  return { ...claim, agents: claim.agents.slice(0, 1), patients: claim.agents.slice(1) };
}

/** A symmetric claim between names of one actor is no claim, but for an alias. */
function withoutSelf(claim: DraftClaim, actor: (party: number) => string): DraftClaim | null {
  if (claim.relation === "alias" || claim.relation === "rename") return claim;
  const agents = claim.agents.map(actor);
  const patients = claim.patients.filter((party) => !agents.includes(actor(party)));
  if (claim.patients.length > 0 && patients.length === 0)
    return isSymmetric(claim.relation) && new Set(agents).size > 1 ? { ...claim, patients } : null;
  return { ...claim, patients };
}

function keyOf(claim: DraftClaim, actor: (party: number) => string): string {
  const parties = (list: readonly number[]): string[] => [...new Set(list.map(actor))].sort();
  const sides = isSymmetric(claim.relation)
    ? [parties([...claim.agents, ...claim.patients])]
    : [parties(claim.agents), parties(claim.patients)];
  return JSON.stringify([claim.sentence, claim.relation, sides, claim.manner.modality, claim.manner.polarity]);
}
