import type { Actor, ClaimRow, Correction, Decision, LocalActor, Ruling } from "../terms/index.ts";
import { nameKey } from "./name-key.ts";

type Verdict = Extract<Ruling, { kind: "accept" | "correct" | "reject" }>;

/** Claims as people decided, with the actors that corrections brought in, and what was set aside for it. */
export interface DecidedClaims {
  claims: ClaimRow[];
  actors: LocalActor[];
  setAside: ClaimRow[];
}

/**
 * Claims as the last decision on each says: rejected ones are left out, corrected ones say what the corrector says,
 * and both, like accepted ones, are as sure as a person who read the sentence: 1. A name that the report does not
 * give to any actor of its own becomes one there.
 */
export function applyVerdicts(
  claims: readonly ClaimRow[],
  actors: readonly LocalActor[],
  decisions: readonly Decision[],
  kinds: ReadonlyMap<string, LocalActor["type"]> = kindsOfNames(actors),
): DecidedClaims {
  const verdicts = lastVerdicts(decisions);
  const decided: DecidedClaims = { claims: [], actors: [...actors], setAside: [] };
  if (verdicts.size === 0) return { ...decided, claims: [...claims] };
  const named = new NamedInReports(actors, kinds);
  for (const claim of claims) {
    const verdict = verdicts.get(claim.id);
    if (verdict === undefined) decided.claims.push(claim);
    else if (verdict.kind === "accept") decided.claims.push({ ...claim, confidence: 1 });
    else decided.setAside.push(claim);
    if (verdict?.kind === "correct") decided.claims.push(corrected(claim, verdict.correction, named));
  }
  decided.actors.push(...named.added);
  return decided;
}

export function lastVerdicts(decisions: readonly Decision[]): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const { ruling } of decisions)
    if (ruling.kind === "accept" || ruling.kind === "correct" || ruling.kind === "reject")
      verdicts.set(ruling.claim, ruling);
  return verdicts;
}

function corrected(claim: ClaimRow, correction: Correction, named: NamedInReports): ClaimRow {
  const { agents, patients, voices, time } = correction;
  const actor = (name: string) => named.actorCalled(name, claim.report);
  return {
    ...claim,
    relation: correction.relation ?? claim.relation,
    modality: correction.modality ?? claim.modality,
    polarity: correction.polarity ?? claim.polarity,
    ...(agents !== undefined && { agents: agents.map(actor) }),
    ...(patients !== undefined && { patients: patients.map(actor) }),
    ...(voices !== undefined && {
      voices: voices.map(({ name, stance }) => ({ mention: null, name, cue: null, stance, actor: actor(name) })),
    }),
    ...(time !== undefined && { time: time === null ? null : { ...time, edtf: edtfOf(time), text: null } }),
    confidence: 1,
  };
}

function edtfOf({ start, end }: { start: string | null; end: string | null }): string | null {
  if (start === null && end === null) return null;
  return start === end ? start : `${start ?? ".."}/${end ?? ".."}`;
}

/** Who is called what in which report; a name that is new to a report is of the kind that it is elsewhere. */
class NamedInReports {
  readonly added: LocalActor[] = [];
  private readonly ids = new Map<string, string>();
  private readonly kinds: ReadonlyMap<string, LocalActor["type"]>;

  constructor(actors: readonly LocalActor[], kinds: ReadonlyMap<string, LocalActor["type"]>) {
    this.kinds = kinds;
    for (const { report, actor, names, described } of actors)
      for (const name of [...names, ...described]) {
        const key = nameKey(name);
        if (!this.ids.has(`${report} ${key}`)) this.ids.set(`${report} ${key}`, actor);
      }
  }

  actorCalled(name: string, report: string): string {
    const key = `${report} ${nameKey(name)}`;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const actor = `decided ${nameKey(name)}`;
    const type = this.kinds.get(nameKey(name)) ?? "group";
    this.added.push({ report, actor, type, names: [name], described: [] });
    this.ids.set(key, actor);
    return actor;
  }
}

/** Folded name → the kind of the first actor that has it, in the order of reports. */
export function kindsOfNames(
  actors: Iterable<Pick<LocalActor, "names" | "type">>,
  kinds: Map<string, LocalActor["type"]> = new Map(),
): Map<string, LocalActor["type"]> {
  for (const { names, type } of actors)
    for (const name of names) if (!kinds.has(nameKey(name))) kinds.set(nameKey(name), type);
  return kinds;
}

/** Actors under the names, and of the kinds, that people decided. */
export function applyNamings(actors: readonly Actor[], decisions: readonly Decision[]): Actor[] {
  const names = new Map<string, string>();
  const kinds = new Map<string, Actor["kind"]>();
  for (const { ruling } of decisions)
    if (ruling.kind === "rename") names.set(nameKey(ruling.actor), ruling.to);
    else if (ruling.kind === "retype") kinds.set(nameKey(ruling.actor), ruling.to);
  if (names.size === 0 && kinds.size === 0) return [...actors];
  return actors.map((actor) => {
    const keys = [actor.name, ...actor.names].map(nameKey);
    const decided = <To>(given: ReadonlyMap<string, To>): To | undefined =>
      keys.map((key) => given.get(key)).find((to) => to !== undefined);
    const name = decided(names);
    const kind = decided(kinds) ?? actor.kind;
    if (name === undefined) return kind === actor.kind ? actor : { ...actor, kind };
    return { ...actor, kind, name, names: [...new Set([...actor.names, actor.name, name])].sort() };
  });
}
