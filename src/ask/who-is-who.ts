import { aliasClaimsBy, claimsOf, saidBy } from "../ledger/held.ts";
import { localActorsAfter } from "../ledger/index-tables.ts";
import type { Rows } from "../ledger/store.ts";
import { applyNamings, applyVerdicts, kindsOfNames, lastVerdicts } from "../resolve/decided-claims.ts";
import { isNameSet, type NameSet, nameSetKey } from "../resolve/name-sets.ts";
import { proposeActors } from "../resolve/propose-actors.ts";
import { aliasPairs, describedActor } from "../resolve/resolve-actors.ts";
import { tellApart } from "../resolve/tell-apart.ts";
import {
  type Actor,
  type ActorId,
  type ClaimRow,
  type Decision,
  type LocalActor,
  localKey,
  type MentionType,
} from "../terms/index.ts";

/** Who is meant by whom in all reports of a ledger, without holding the reports. */
export interface WhoIsWho {
  actors: Map<ActorId, Actor>;
  /** In how many reports each is named. */
  reports: Map<ActorId, number>;
  /** Key of a set of names → the actor that is meant. */
  ofSet: Map<string, ActorId>;
  /** Reports that have a set of names. */
  reportsWith(keys: ReadonlySet<string>): Set<string>;
  /** Actor of a report → the actor that is meant; the second list is of those that only this report knows. */
  inReport(local: readonly LocalActor[]): { idOf: Map<string, ActorId>; described: Actor[] };
  /** The claims of some reports as people decided. */
  decided(claims: readonly ClaimRow[], local: readonly LocalActor[]): { claims: ClaimRow[]; actors: LocalActor[] };
}

/** The same as `resolveHoldings`, reading only the names of each report. */
export async function findWhoIsWho(store: Rows, knownAt: string, decisions: readonly Decision[]): Promise<WhoIsWho> {
  const sets = new SetsOfReports();
  const kinds = new Map<string, MentionType>();
  for (let after = ""; ; ) {
    const { actors: read, last } = await localActorsAfter(store, knownAt, after, 4_000);
    if (last === null) break;
    after = last;
    const actors = tellApart(read, decisions);
    kindsOfNames(actors, kinds);
    for (const actor of actors) sets.add(actor);
  }
  const { claims, local, added } = await claimsThatJoin(store, knownAt, decisions, kinds);
  for (const actor of added) sets.add(actor);
  const pairs = aliasPairs(claims);
  const setOf = new Map(
    [...local, ...added].flatMap((actor) => {
      const at = isNameSet(actor) ? sets.numberOf(actor) : undefined;
      return at === undefined ? [] : [[localKey(actor.report, actor.actor), at] as const];
    }),
  );
  const aliases = [...pairs].flatMap((pair): [number, number][] => {
    const [one, other] = pair.split("\n").map((key) => setOf.get(key));
    return one === undefined || other === undefined ? [] : [[one, other]];
  });
  const proposal = proposeActors(sets.sets, aliases, decisions);
  const saying = new Map<string, string[]>();
  for (const { report, actor } of [...local, ...added].filter(isNameSet))
    saying.set(report, [...(saying.get(report) ?? []), localKey(report, actor)]);
  for (const [report, own] of sets.ofReport) {
    const keys = keysOf(report, own, saying, setOf);
    proposal.witness(own, keys === null ? undefined : (one, other) => pairs.has(pairOf(keys[one]!, keys[other]!)));
  }
  const { actors, ofSet } = proposal.settle();
  const renamed = applyNamings(actors, decisions);
  const reports = new Map<ActorId, number>();
  for (const own of sets.ofReport.values())
    for (const id of new Set([...own].map((at) => ofSet[at]!.id))) reports.set(id, (reports.get(id) ?? 0) + 1);
  const actorOf = new Map(sets.keys.map((key, at) => [key, ofSet[at]!.id]));
  return {
    actors: new Map(renamed.map((actor) => [actor.id, actor])),
    reports,
    ofSet: actorOf,
    reportsWith: (keys) => sets.reportsWith(keys),
    inReport: (own) => {
      const described = own.filter((one) => !isNameSet(one)).map(describedActor);
      const only = new Map(own.filter((one) => !isNameSet(one)).map((one, at) => [one, described[at]!.id]));
      return {
        described,
        idOf: new Map(
          own.map((one) => [localKey(one.report, one.actor), only.get(one) ?? actorOf.get(nameSetKey(one))!]),
        ),
      };
    },
    decided: (rows, own) => applyVerdicts(rows, tellApart(own, decisions), decisions, kinds),
  };
}

const pairOf = (one: string, other: string): string => (one < other ? `${one}\n${other}` : `${other}\n${one}`);

/** Which local actor each of a report's sets is, where the report says of some that they are one; else null. */
function keysOf(
  report: string,
  own: readonly number[],
  saying: ReadonlyMap<string, readonly string[]>,
  setOf: ReadonlyMap<string, number>,
): string[] | null {
  const known = saying.get(report);
  if (known === undefined) return null;
  const left = new Set(known);
  return own.map((set) => {
    const key = [...left].find((one) => setOf.get(one) === set) ?? "";
    left.delete(key);
    return key;
  });
}

/** The claims that say that two names are one actor's, and those that people decided on, as they decided. */
async function claimsThatJoin(
  store: Rows,
  knownAt: string,
  decisions: readonly Decision[],
  kinds: ReadonlyMap<string, MentionType>,
): Promise<{ claims: ClaimRow[]; local: LocalActor[]; added: LocalActor[] }> {
  const said = await aliasClaimsBy(store, knownAt);
  const judged = (await claimsOf(store, [...lastVerdicts(decisions).keys()])).claims;
  const claims = [...new Map([...said, ...judged].map((claim) => [claim.id, claim])).values()];
  const { actors: read } = await saidBy(store, [...new Set(claims.map(({ report }) => report))]);
  const local = [...tellApart(read, decisions)];
  const decided = applyVerdicts(claims, local, decisions, kinds);
  return { claims: decided.claims, local, added: decided.actors.slice(local.length) };
}

/** Which sets of names there are, how often, and which of them each report has. */
class SetsOfReports {
  readonly sets: NameSet[] = [];
  readonly keys: string[] = [];
  readonly ofReport = new Map<string, number[]>();
  private readonly numbers = new Map<string, number>();

  add(actor: LocalActor): void {
    if (!isNameSet(actor)) return;
    const key = nameSetKey(actor);
    let at = this.numbers.get(key);
    if (at === undefined) {
      at = this.sets.push({ type: actor.type, names: actor.names, times: 0 }) - 1;
      this.keys.push(key);
      this.numbers.set(key, at);
    }
    this.sets[at]!.times += 1;
    const own = this.ofReport.get(actor.report);
    if (own === undefined) this.ofReport.set(actor.report, [at]);
    else own.push(at);
  }

  numberOf(actor: LocalActor): number | undefined {
    return this.numbers.get(nameSetKey(actor));
  }

  reportsWith(keys: ReadonlySet<string>): Set<string> {
    const wanted = new Set([...keys].map((key) => this.numbers.get(key)));
    const found = new Set<string>();
    for (const [report, own] of this.ofReport) if (own.some((at) => wanted.has(at))) found.add(report);
    return found;
  }
}
