import { type ClaimRow, localKey, type Reading, type ReportRow } from "../terms/index.ts";
import type { ClaimVerdict, KeptClaim, KeptReading, Party, ReportSummary } from "./answers.ts";
import type { Snapshot } from "./snapshot.ts";

/** A report as lists show it. `title` comes from its reading, which the caller has at hand or looks up. */
export function summaryOf(snapshot: Snapshot, report: ReportRow, title: string | null): ReportSummary {
  const { id, name, publisher, published, captured, recorded } = report;
  const claims = snapshot.claimsOfReport.get(id)?.length ?? 0;
  return { id, name, title, publisher, published, captured, recorded, claims };
}

/** A claim with its actors as they are known across reports. */
export function keptClaim(snapshot: Snapshot, row: ClaimRow, title: string | null): KeptClaim {
  const { id, relation, polarity, modality, time, place, voices, evidence, quote, confidence } = row;
  const report = summaryOf(snapshot, snapshot.reports.get(row.report)!, title);
  return {
    ...{ id, relation, polarity, modality, time, evidence, quote, confidence, report },
    agents: row.agents.map((local) => partyOf(snapshot, row.report, local)),
    patients: row.patients.map((local) => partyOf(snapshot, row.report, local)),
    place: place === null ? null : partyOf(snapshot, row.report, place).name,
    voices: voices.map(({ actor: _, ...voice }) => voice),
    decided: verdictOf(snapshot, id),
  };
}

const verdictWords = { accept: "accepted", correct: "corrected", reject: "rejected" } as const;

/** What a person decided of a claim, if anyone did. */
function verdictOf({ verdicts }: Snapshot, claim: string): ClaimVerdict | null {
  const decision = verdicts.get(claim);
  if (decision === undefined) return null;
  const { id, ruling, by, because, recorded } = decision;
  return { verdict: verdictWords[ruling.kind as keyof typeof verdictWords], by, because, recorded, decision: id };
}

/** A party that its report only points at ("they"): there is no name to show. */
const unnamed = "someone not named";

function partyOf({ holdings, actors }: Snapshot, report: string, local: string): Party {
  const id = holdings.idOf.get(localKey(report, local)) ?? null;
  return { actor: id, name: (id === null ? undefined : actors.get(id)?.name) ?? unnamed };
}

/** A reading with the ids that hold across reports, and the reports whose text is the same. */
export function keptReading(
  snapshot: Snapshot,
  reading: Reading,
  titleOf: (report: string) => string | null,
): KeptReading {
  const { id } = reading.report;
  const rejected = [...snapshot.setAside.values()].filter(({ report }) => report === id);
  const rows = [...(snapshot.claimsOfReport.get(id) ?? []), ...rejected];
  const decided = rows.flatMap((row) => {
    const verdict = verdictOf(snapshot, row.id);
    return verdict === null ? [] : [[row.localId, verdict] as const];
  });
  const original = snapshot.originals.get(id);
  const copies = snapshot.holdings.reports.filter(
    (other) => other.id !== id && snapshot.originals.get(other.id) === original,
  );
  return {
    summary: summaryOf(snapshot, snapshot.reports.get(id)!, reading.report.title),
    reading,
    claimIds: Object.fromEntries(rows.map((row) => [row.localId, row.id])),
    actorIds: actorIdsOf(snapshot, reading),
    decided: Object.fromEntries(decided),
    copies: copies.map((other) => summaryOf(snapshot, other, titleOf(other.id))),
  };
}

function actorIdsOf({ holdings }: Snapshot, { report, mentions }: Reading): Record<string, string> {
  const pairs = mentions.flatMap(({ id, actor }) => {
    const across = actor === null ? undefined : holdings.idOf.get(localKey(report.id, actor));
    return across === undefined ? [] : [[id, across] as const];
  });
  return Object.fromEntries(pairs);
}
