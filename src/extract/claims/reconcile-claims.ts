import { isSymmetric } from "../../terms/index.ts";
import type { Resolution } from "../coreference/resolve-mentions.ts";
import type { DraftClaim } from "./draft-claim.ts";
import { isPlain } from "./manner.ts";

/** From here on the tagger's parties are right more often than those of a frame that fits. */
const sure = 0.2;

/** From here on nobody is heard where the tagger hears nobody. */
const deaf = 0.4;

/** From here on a relation that the tagger reads in a word is right more often than another that a frame has. */
const likelier = 0.25;

/**
 * One list of what the rules and the tagger have read. Where both read a claim, the tagger's parties stand if it is sure of them, else the
 * rules', and of two manners the one that asserts less. The tagger fills in a patient or a voice that the rules lack, and adds what no
 * rule has read.
 */
export function reconcileClaims(
  ruled: readonly DraftClaim[],
  tagged: readonly DraftClaim[],
  resolution: Resolution,
): DraftClaim[] {
  const alike = (one: DraftClaim, other: DraftClaim): boolean => sameDeed(one, other, resolution);
  const outdone = (claim: DraftClaim): boolean =>
    tagged.some((other) => other.confidence >= likelier && cuesMeet(claim, other));
  const standing = ruled
    .map((claim) => ({ claim, twin: tagged.find((other) => alike(claim, other)) }))
    .filter(({ claim, twin }) => twin !== undefined || !outdone(claim));
  const both = standing.map(({ claim, twin }) => (twin ? completed(claim, twin, resolution) : alone(claim)));
  const isNew = (claim: DraftClaim): boolean =>
    !standing.some(({ claim: other }) => alike(claim, other) || cuesMeet(claim, other));
  return [...both, ...tagged.filter(isNew)];
}

/** What a frame reads and a tagger that was taught claims does not is right one time in nine in single sentences, oftener in whole reports. */
const alone = (claim: DraftClaim): DraftClaim => ({ ...claim, confidence: claim.confidence * 0.75 });

function completed(claim: DraftClaim, twin: DraftClaim, resolution: Resolution): DraftClaim {
  const speakers = twin.speakers ?? [];
  return {
    ...claim,
    ...partiesOf(claim, twin, resolution),
    manner: isPlain(claim.manner) && !isPlain(twin.manner) ? twin.manner : claim.manner,
    ...((twin.confidence >= deaf || speakers.length > 0) && { speakers }),
    confidence: 1 - (1 - claim.confidence) * (1 - twin.confidence),
  };
}

function partiesOf(
  claim: DraftClaim,
  twin: DraftClaim,
  resolution: Resolution,
): Pick<DraftClaim, "agents" | "patients"> {
  const whole = twin.patients.length > 0 || claim.patients.length === 0;
  const stands = twin.confidence >= sure && whole && !listsMore(claim, twin, resolution);
  const lacks = claim.patients.length === 0 && !isSymmetric(claim.relation);
  const { agents } = stands ? twin : claim;
  return {
    agents,
    patients: stands || lacks ? twin.patients.filter((party) => !agents.includes(party)) : claim.patients,
  };
}

/** A frame that has all of the tagger's parties among three or more has read a list to its end. */
function listsMore(claim: DraftClaim, twin: DraftClaim, resolution: Resolution): boolean {
  if (!isSymmetric(claim.relation) || claim.agents.length < 3) return false;
  const actors = ({ agents, patients }: DraftClaim): number[] =>
    [...agents, ...patients].map((party) => actorOf(party, resolution));
  const listed = new Set(actors(claim));
  const found = new Set(actors(twin));
  return found.size < listed.size && [...found].every((actor) => listed.has(actor));
}

/** A party that is nobody's mention stands for itself. */
const actorOf = (party: number, resolution: Resolution): number => resolution.actorOf[party] ?? -1 - party;

const cuesMeet = (one: DraftClaim, other: DraftClaim): boolean =>
  one.sentence === other.sentence && one.cue[0] < other.cue[1] && other.cue[0] < one.cue[1];

/** One relation told by one word, or in one sentence of the same parties. */
function sameDeed(one: DraftClaim, other: DraftClaim, resolution: Resolution): boolean {
  if (one.sentence !== other.sentence || one.relation !== other.relation) return false;
  if (cuesMeet(one, other)) return true;
  const actor = (party: number): number => actorOf(party, resolution);
  const meets = (some: readonly number[], others: readonly number[]): boolean =>
    some.some((a) => others.some((b) => actor(a) === actor(b)));
  const open = one.patients.length === 0 || other.patients.length === 0;
  if (meets(one.agents, other.agents) && (open || meets(one.patients, other.patients))) return true;
  return isSymmetric(one.relation) && meets(one.agents, other.patients) && meets(one.patients, other.agents);
}
