import type { ClaimRow, Credibility, Decision, Reliability } from "../terms/index.ts";

/**
 * What the Admiralty's letters and digits are taken to mean in figures (NATO AJP-2.1 gives words only; the steps are those
 * that analysts gave them on average in Samet 1975 and later studies, rounded). F and 6 say that nobody can judge, which is
 * not the same as bad: they count as ungraded.
 */
export const reliabilityOf: Record<Reliability, number> = { A: 0.95, B: 0.85, C: 0.7, D: 0.5, E: 0.25, F: 0.7 };
export const credibilityOf: Record<Exclude<Credibility, 6>, number> = { 1: 0.97, 2: 0.85, 3: 0.65, 4: 0.4, 5: 0.15 };

/** The grades that hold: the last decision on each source and each claim. */
export interface Grades {
  /** By the source's name, folded. */
  ofSource: ReadonlyMap<string, Reliability>;
  ofClaim: ReadonlyMap<string, Credibility>;
}

export function gradesOf(decisions: readonly Decision[]): Grades {
  const ofSource = new Map<string, Reliability>();
  const ofClaim = new Map<string, Credibility>();
  for (const { ruling } of decisions) {
    if (ruling.kind === "reliability") ofSource.set(foldSource(ruling.source), ruling.grade);
    if (ruling.kind === "credibility") ofClaim.set(ruling.claim, ruling.grade);
  }
  return { ofSource, ofClaim };
}

export const foldSource = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/\s+/g, " ")
    .trim();

/** How far a claim itself is believed: as somebody graded it, else as sure as its reading is. */
export function credenceOf({ confidence }: Pick<ClaimRow, "confidence">, graded: Credibility | null): number {
  return graded === null || graded === 6 ? confidence : (credibilityOf[graded] ?? confidence);
}
