import {
  type Actor,
  type ActorId,
  type ClaimRow,
  contentId,
  type Decision,
  type LocalActor,
  localKey,
  type MentionType,
} from "../terms/index.ts";
import { isNameSet, type NameSet, nameSetKey } from "./name-sets.ts";
import { proposeActors } from "./propose-actors.ts";

export interface ResolvedActors {
  actors: Actor[];
  /** `localKey(report, actor)` → the actor across reports. */
  idOf: Map<string, ActorId>;
}

/**
 * One actor under all its names, across reports. Works on names and not on one report after the other, so that the
 * order of arrival cannot matter (propose-actors.ts). Actors that are only described stay local to their report.
 */
export function resolveActors(
  local: readonly LocalActor[],
  claims: readonly ClaimRow[] = [],
  decisions: readonly Decision[] = [],
): ResolvedActors {
  const sets = new Map<string, { set: NameSet; at: number }>();
  const setOf = new Map<string, number>();
  for (const actor of local.filter(isNameSet)) {
    const key = nameSetKey(actor);
    const known = sets.get(key) ?? { set: { type: actor.type, names: actor.names, times: 0 }, at: sets.size };
    known.set.times += 1;
    sets.set(key, known);
    setOf.set(localKey(actor.report, actor.actor), known.at);
  }
  const aliases = aliasPairs(claims);
  const proposal = proposeActors(
    [...sets.values()].map(({ set }) => set),
    [...aliases].flatMap((pair): [number, number][] => {
      const [one, other] = pair.split("\n").map((key) => setOf.get(key));
      return one === undefined || other === undefined ? [] : [[one, other]];
    }),
    decisions,
  );
  for (const actors of Map.groupBy(local, ({ report }) => report).values()) {
    const keys = actors.map(({ report, actor }) => localKey(report, actor)).filter((key) => setOf.has(key));
    proposal.witness(
      keys.map((key) => setOf.get(key)!),
      (one, other) => aliases.has(pairKey(keys[one]!, keys[other]!)),
    );
  }
  const { actors, ofSet } = proposal.settle();
  const described: Actor[] = [];
  const idOf = new Map<string, ActorId>();
  for (const one of local) {
    const key = localKey(one.report, one.actor);
    const set = setOf.get(key);
    const actor = set === undefined ? describedActor(one) : ofSet[set]!;
    if (set === undefined) described.push(actor);
    idOf.set(key, actor.id);
  }
  const all = [...actors, ...described].sort((one, other) => (one.id < other.id ? -1 : 1));
  return { actors: all, idOf };
}

const pairKey = (one: string, other: string): string => (one < other ? `${one}\n${other}` : `${other}\n${one}`);

/** Local actors that a report says are one: "now called", "also known as". */
export function aliasPairs(
  claims: readonly Pick<ClaimRow, "relation" | "modality" | "polarity" | "report" | "agents" | "patients">[],
): Set<string> {
  const pairs = new Set<string>();
  for (const { relation, modality, polarity, report, agents, patients } of claims) {
    if ((relation !== "alias" && relation !== "rename") || modality !== "actual" || polarity !== "affirmed") continue;
    const parties = [...agents, ...patients];
    if (parties.length === 2) pairs.add(pairKey(localKey(report, parties[0]!), localKey(report, parties[1]!)));
  }
  return pairs;
}

/** An actor that only one report knows, by what it is called there. */
export function describedActor({ report, actor, type, described }: LocalActor): Actor {
  const name = described[0] ?? actor;
  return { id: contentId("a", [report, actor]), name, kind: type as MentionType, names: [...described].sort() };
}
