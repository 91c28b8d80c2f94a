import type { KeptClaim } from "../serve/answers.ts";
import type { Correction, Modality, Relation, Stance } from "../terms/index.ts";

/** A claim as its form holds it: names side by side, dates as the browser gives them. */
export interface Draft {
  agents: string;
  relation: Relation;
  patients: string;
  modality: Modality;
  negated: boolean;
  start: string;
  end: string;
  voices: { name: string; stance: Stance }[];
}

export function draftOf(claim: KeptClaim): Draft {
  const names = (parties: KeptClaim["agents"]) => parties.map(({ name }) => name).join("; ");
  return {
    agents: names(claim.agents),
    relation: claim.relation,
    patients: names(claim.patients),
    modality: claim.modality,
    negated: claim.polarity === "negated",
    start: claim.time?.start ?? "",
    end: claim.time?.end ?? "",
    voices: claim.voices.map(({ name, stance }) => ({ name, stance })),
  };
}

/** What of the draft is otherwise than in the claim; null when nothing is, or when nobody would be left to act. */
export function correctionOf(claim: KeptClaim, draft: Draft): Correction | null {
  const before = draftOf(claim);
  const correction: Correction = {};
  const agents = namesIn(draft.agents);
  if (agents.length === 0) return null;
  if (draft.agents !== before.agents) correction.agents = agents;
  if (draft.patients !== before.patients) correction.patients = namesIn(draft.patients);
  if (draft.relation !== before.relation) correction.relation = draft.relation;
  if (draft.modality !== before.modality) correction.modality = draft.modality;
  if (draft.negated !== before.negated) correction.polarity = draft.negated ? "negated" : "affirmed";
  if (draft.start !== before.start || draft.end !== before.end) correction.time = timeOf(draft, claim);
  const voices = draft.voices.filter(({ name }) => name.trim() !== "");
  if (JSON.stringify(voices) !== JSON.stringify(before.voices)) correction.voices = voices;
  return Object.keys(correction).length === 0 ? null : correction;
}

function timeOf({ start, end }: Draft, claim: KeptClaim): Correction["time"] {
  if (start === "" && end === "") return null;
  const of = claim.time === null || claim.time.of === "report" ? "event" : claim.time.of;
  // One date given is that day, and no open stretch.
  return { start: start || end, end: end || start, of };
}

function namesIn(words: string): string[] {
  return words
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
