import type { Claim, Reading } from "../../src/terms/index.ts";

/** What a case expects of one claim; lists are alternatives, for relations and for the names of one actor. */
export interface ExpectedClaim {
  relation: string | string[];
  agent: string | string[];
  patient?: string | string[];
  symmetric?: boolean;
  modality?: string | string[];
  polarity?: string;
  voices?: (string | string[])[];
  place?: string | string[];
  from?: string;
  to?: string;
}

export interface Case {
  id: string;
  text: string;
  published?: string;
  claims: ExpectedClaim[];
  not?: ExpectedClaim[];
}

export interface CaseScore {
  found: number;
  right: number;
  expected: number;
  missed: string[];
  wrong: string[];
  forbidden: string[];
}

/** How a reading stands against a case: which claims are found, which with everything that is asked of them, which must not be there. */
export function scoreCase(one: Case, reading: Pick<Reading, "mentions" | "claims">, text: string): CaseScore {
  const names = namesOf(reading, text);
  const same = (claim: Claim, wanted: ExpectedClaim): boolean => partiesMatch(claim, wanted, names);
  const found = one.claims.filter((wanted) => reading.claims.some((claim) => same(claim, wanted)));
  const right = found.filter((wanted) =>
    reading.claims.some((claim) => same(claim, wanted) && detailsMatch(claim, wanted, names)),
  );
  const say = (wanted: ExpectedClaim): string => `${one.id}: ${JSON.stringify(wanted)}`;
  return {
    found: found.length,
    right: right.length,
    expected: one.claims.length,
    missed: one.claims.filter((wanted) => !found.includes(wanted)).map(say),
    wrong: found.filter((wanted) => !right.includes(wanted)).map(say),
    forbidden: (one.not ?? [])
      .filter((never) => reading.claims.some((claim) => same(claim, never) && detailsMatch(claim, never, names)))
      .map(say),
  };
}

/** Which of a reading's claims a case expects, with their manner: for measuring how far their confidence can be trusted. */
export function rightClaims(one: Case, reading: Pick<Reading, "mentions" | "claims">, text: string): Set<string> {
  const names = namesOf(reading, text);
  const right = reading.claims.filter((claim) =>
    one.claims.some(
      ({ voices: _, ...wanted }) => partiesMatch(claim, wanted, names) && detailsMatch(claim, wanted, names),
    ),
  );
  return new Set(right.map(({ id }) => id));
}

const many = <Value>(value: Value | Value[]): Value[] => (Array.isArray(value) ? value : [value]);
const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, " ")
    .trim()
    .replace(/^the /, "");

/** Every name that an actor has in the text, by mention. */
function namesOf({ mentions }: Pick<Reading, "mentions">, text: string): (mention: string | null) => Set<string> {
  const byActor = new Map<string, Set<string>>();
  for (const mention of mentions) {
    const key = mention.actor ?? mention.id;
    byActor.set(key, (byActor.get(key) ?? new Set()).add(fold(text.slice(mention.start, mention.end))));
  }
  const actorOf = new Map(mentions.map((mention) => [mention.id, mention.actor ?? mention.id]));
  return (mention) => (mention === null ? new Set() : (byActor.get(actorOf.get(mention) ?? "") ?? new Set()));
}

type Names = ReturnType<typeof namesOf>;

const has = (parties: readonly string[], wanted: string | string[], names: Names): boolean =>
  parties.some((party) => many(wanted).some((name) => names(party).has(fold(name))));

function partiesMatch(claim: Claim, wanted: ExpectedClaim, names: Names): boolean {
  if (!many(wanted.relation).includes(claim.relation)) return false;
  const { agent, patient } = wanted;
  if (has(claim.agents, agent, names) && (patient === undefined || has(claim.patients, patient, names))) return true;
  if (!wanted.symmetric || patient === undefined) return false;
  const turned = has(claim.patients, agent, names) && has(claim.agents, patient, names);
  return turned || (has(claim.agents, agent, names) && has(claim.agents, patient, names));
}

function detailsMatch(claim: Claim, wanted: ExpectedClaim, names: Names): boolean {
  if (wanted.modality && !many(wanted.modality).includes(claim.modality)) return false;
  if (wanted.polarity && claim.polarity !== wanted.polarity) return false;
  if (wanted.voices && !voicesMatch(claim, wanted.voices, names)) return false;
  if (wanted.place && !has(claim.place === null ? [] : [claim.place], wanted.place, names)) return false;
  if (wanted.from && (claim.time?.start ?? "") < wanted.from) return false;
  return !(wanted.to && (claim.time?.end ?? "9") > wanted.to);
}

function voicesMatch(claim: Claim, wanted: (string | string[])[], names: Names): boolean {
  if (claim.voices.length !== wanted.length) return false;
  return claim.voices.every((voice, at) =>
    many(wanted[at]!).some((name) => fold(voice.name) === fold(name) || names(voice.mention).has(fold(name))),
  );
}
