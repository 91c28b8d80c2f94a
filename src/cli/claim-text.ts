import { type Claim, isSymmetric, type Reading } from "../terms/index.ts";

/** One claim on one line: `Haradani army — attack → Falcon Army, refused, not so; 3 February 2031; says Meridian`. */
export function claimText(reading: Reading, claim: Claim): string {
  const arrow = isSymmetric(claim.relation) ? "↔" : "→";
  const agents = names(reading, claim.agents);
  const parties = claim.patients.length === 0 ? agents : `${agents} ${arrow} ${names(reading, claim.patients)}`;
  return [`${manner(claim)}${claim.relation}: ${parties}`, when(claim), voices(claim)].filter(Boolean).join(" · ");
}

/** "not", "refused", "proposed, not": empty when the claim is actual and affirmed. */
function manner({ modality, polarity }: Claim): string {
  const words = [modality === "actual" ? "" : modality, polarity === "negated" ? "not" : ""].filter(Boolean);
  return words.length === 0 ? "" : `[${words.join(", ")}] `;
}

function when({ time }: Claim): string {
  if (time === null) return "";
  if (time.edtf !== null) return time.edtf;
  return time.relative === undefined ? "" : "at a time the report does not anchor";
}

function voices({ voices: chain }: Claim): string {
  return chain.length === 0 ? "" : `says ${chain.map(({ name }) => name).join(", citing ")}`;
}

function names(reading: Reading, mentions: readonly string[]): string {
  return mentions.map((id) => nameOf(reading, id)).join(", ");
}

/** The words of the mention; when they are a pronoun or a description, the longest name of the same actor stands beside them. */
function nameOf({ mentions, report }: Reading, id: string): string {
  const mention = mentions.find((each) => each.id === id);
  if (mention === undefined) return id;
  const words = report.text.slice(mention.start, mention.end);
  if (!mention.pronoun || mention.actor === null) return words;
  const named = mentions.find((each) => each.actor === mention.actor && !each.pronoun);
  return named === undefined ? words : `${report.text.slice(named.start, named.end)} (“${words}”)`;
}
