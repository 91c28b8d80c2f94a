import { type ClaimRow, contentId, isNameText, type LocalActor, type Reading } from "../terms/index.ts";

/** The actors of a reading, in the order of their ids. A description counts as a name of nobody. */
export function localActorsOf(reading: Reading): LocalActor[] {
  const { text } = reading.report;
  const actors = new Map<string, LocalActor>();
  for (const mention of reading.mentions) {
    if (mention.actor === null || mention.pronoun || mention.type === "time") continue;
    const words = text.slice(mention.start, mention.end).replace(/\s+/g, " ");
    const known = actors.get(mention.actor) ?? {
      report: reading.report.id,
      actor: mention.actor,
      type: mention.type,
      names: [],
      described: [],
    };
    const list = isNameText(words) ? known.names : known.described;
    if (!list.includes(words)) list.push(words);
    actors.set(mention.actor, known);
  }
  return [...actors.values()].sort((one, other) => (one.actor < other.actor ? -1 : 1));
}

/** The claims of a reading with ids that hold everywhere: made of the report and what is claimed. */
export function claimRowsOf(reading: Reading): ClaimRow[] {
  const actorOf = new Map(reading.mentions.map((mention) => [mention.id, mention.actor]));
  const partyOf = (mention: string): string => actorOf.get(mention) ?? mention;
  const { id: report, text } = reading.report;
  return reading.claims.map((claim) => {
    const said = [
      report,
      claim.relation,
      claim.agents,
      claim.patients,
      claim.polarity,
      claim.modality,
      claim.cue,
      claim.evidence,
    ];
    return {
      id: contentId("c", said),
      report,
      localId: claim.id,
      relation: claim.relation,
      polarity: claim.polarity,
      modality: claim.modality,
      agents: [...new Set(claim.agents.map(partyOf))],
      patients: [...new Set(claim.patients.map(partyOf))],
      time: claim.time,
      place: claim.place === null ? null : partyOf(claim.place),
      voices: claim.voices.map((voice) => ({
        ...voice,
        actor: voice.mention === null ? null : partyOf(voice.mention),
      })),
      quote: claim.evidence.map(([start, end]) => text.slice(start, end)).join(" … "),
      evidence: claim.evidence,
      confidence: claim.confidence,
    };
  });
}
