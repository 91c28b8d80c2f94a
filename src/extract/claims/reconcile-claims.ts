import { isSymmetric } from "../../terms/index.ts";
import type { Resolution } from "../coreference/resolve-mentions.ts";
import type { DraftClaim } from "./draft-claim.ts";

const mode = process.env.ENTENTE_MODE ?? "union";
const strong = Number(process.env.ENTENTE_STRONG ?? 0.4);
const veto = Number(process.env.ENTENTE_VETO ?? 0);

/** One list of what the rules and the tagger have read. */
export function reconcileClaims(
  ruled: readonly DraftClaim[],
  tagged: readonly DraftClaim[],
  resolution: Resolution,
): DraftClaim[] {
  if (tagged.length === 0 || mode === "rules") return [...ruled];
  const sure = tagged.filter((claim) => claim.confidence >= strong);
  if (mode === "tagger") return sure;
  const actor = (party: number): number => resolution.actorOf[party] ?? -1 - party;
  const meets = (one: readonly number[], other: readonly number[]): boolean =>
    one.some((a) => other.some((b) => actor(a) === actor(b)));
  const alike = (one: DraftClaim, other: DraftClaim): boolean => {
    if (one.sentence !== other.sentence || one.relation !== other.relation) return false;
    if (one.cue[0] < other.cue[1] && other.cue[0] < one.cue[1]) return true;
    const straight =
      meets(one.agents, other.agents) &&
      (one.patients.length === 0 || other.patients.length === 0 || meets(one.patients, other.patients));
    return (
      straight || (isSymmetric(one.relation) && meets(one.agents, other.patients) && meets(one.patients, other.agents))
    );
  };
  const touches = (one: DraftClaim, other: DraftClaim): boolean =>
    one.sentence === other.sentence && one.cue[0] < other.cue[1] && other.cue[0] < one.cue[1];
  if (mode === "rulesfirst") {
    const merged = ruled.map((claim) => {
      const twin = sure.find((other) => alike(claim, other));
      if (!twin) return claim;
      const patients =
        claim.patients.length > 0 || isSymmetric(claim.relation)
          ? claim.patients
          : twin.patients.filter((party) => !claim.agents.includes(party));
      return {
        ...claim,
        patients,
        speakers: twin.speakers ?? [],
        confidence: Math.max(claim.confidence, twin.confidence),
      };
    });
    const fresh = sure.filter((claim) => !ruled.some((other) => alike(claim, other) || touches(claim, other)));
    return [...merged, ...fresh];
  }
  const kept: DraftClaim[] = [];
  for (const claim of sure) {
    const twin = ruled.find((other) => alike(claim, other));
    if (!twin) kept.push(claim);
    else
      kept.push({
        ...claim,
        rule: twin.rule,
        patients:
          claim.patients.length > 0 ? claim.patients : twin.patients.filter((party) => !claim.agents.includes(party)),
        cue: twin.cue,
        confidence: Math.max(claim.confidence, twin.confidence),
      });
  }
  const backed = (claim: DraftClaim): boolean =>
    veto === 0 || tagged.some((other) => other.confidence >= veto && alike(claim, other));
  return [...kept, ...ruled.filter((claim) => !sure.some((other) => alike(claim, other)) && backed(claim))];
}
