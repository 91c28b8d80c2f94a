import type { ClaimVerdict, KeptClaim, KeptNote } from "../../src/serve/answers.ts";
import type { Archive } from "../../src/serve/archive.ts";
import { pageOf } from "../../src/serve/pages.ts";
import { contentId, type Decision, decisionsInForce, type SignedNote } from "../../src/terms/index.ts";

type Deciding = Pick<Archive, "decide" | "decisions" | "decision" | "writeNote" | "notes" | "note" | "review">;

/** Decisions and notes held in memory; times stand still, so that the same deeds give the same ids. */
export function inventDecisions(claims: readonly KeptClaim[]): Deciding & { withVerdict(claim: KeptClaim): KeptClaim } {
  const decisions: Decision[] = [];
  const notes: SignedNote[] = [];
  const recorded = "2031-12-31T00:00:00.000Z";
  const words = { accept: "accepted", correct: "corrected", reject: "rejected" } as const;
  const verdict = (claim: string): ClaimVerdict | null => {
    const last = decisionsInForce(decisions).findLast(
      ({ ruling }) => ruling.kind in words && "claim" in ruling && ruling.claim === claim,
    );
    if (last === undefined) return null;
    const { id: decision, by, because } = last;
    return { verdict: words[last.ruling.kind as keyof typeof words], by, because, recorded, decision };
  };
  const withVerdict = (claim: KeptClaim) => ({ ...claim, decided: verdict(claim.id) });
  const kept = (note: SignedNote): KeptNote => {
    const hiding = decisionsInForce(decisions).find(({ ruling }) => ruling.kind === "hide" && ruling.note === note.id);
    if (hiding === undefined) return { ...note, hidden: null };
    return { ...note, text: "", hidden: { by: hiding.by, because: hiding.because, decision: hiding.id } };
  };
  return {
    withVerdict,
    decide: async (ruling, { by, because }) => {
      const decision = { id: contentId("x", [decisions.length, ruling]), ruling, by, because, recorded };
      decisions.push(decision);
      return decision;
    },
    decisions: async (query) => pageOf(decisions.toReversed(), query),
    decision: async (id) => decisions.find((decision) => decision.id === id) ?? null,
    writeNote: async (note, by) => {
      const signed = { ...note, id: contentId("n", [notes.length, note]), by, recorded };
      notes.push(signed);
      return kept(signed);
    },
    notes: async ({ about, ...list }) =>
      pageOf(notes.filter((note) => about === null || note.about === about).map(kept), list),
    note: async (id) => notes.filter((note) => note.id === id).map(kept)[0] ?? null,
    review: async (list) => {
      const undecided = claims.filter(({ id }) => verdict(id) === null);
      return { ...pageOf(undecided, list), left: undecided.length, decided: claims.length - undecided.length };
    },
  };
}
