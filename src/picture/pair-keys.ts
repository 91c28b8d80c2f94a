import type { ActorId } from "../terms/index.ts";
import { sameAs } from "./find-disputes.ts";
import type { ActorsById, SitedClaim } from "./scene.ts";

/**
 * Who seized a place, and who killed somebody, bears on ties of others. What names one party stands alone; of it, what
 * denies something of everyone is open: it answers whoever says so.
 */
export const lone = { seized: "~seized", killed: "~killed", alone: "~alone", open: "~open" } as const;

/** Under which two keys a claim is looked up: an actor's key is its id, or where nobody names it, what it is called. */
export type PairKey = readonly [string, string];

export const actorKey = (id: ActorId, actors: ActorsById): string => {
  const same = sameAs(id, actors);
  return same === id ? id : `=${same}`;
};

/** Every two parties of a claim, and the special rows that hold it. A claim is under some key, whatever it says. */
export function pairKeysOf({ row, agents, patients, weight }: SitedClaim, actors: ActorsById): PairKey[] {
  const key = (id: ActorId): string => actorKey(id, actors);
  const called = [...agents, ...patients].map(key);
  const parties = [...new Set(called)];
  const pairs = parties.flatMap((one, at) =>
    parties.slice(at + 1).map((other): PairKey => (one < other ? [one, other] : [other, one])),
  );
  const isAnyone = (id: ActorId) => /^(any|anyone|anybody|nobody|no one)\b/i.test(actors.get(id)?.name ?? "");
  const alone = pairs.length === 0 || patients.every(isAnyone);
  const open = alone && (weight === "against" || (row.modality === "planned" && row.polarity === "negated"));
  return [
    ...pairs,
    ...(weight === "for" && row.relation === "seize" ? patients.map((id): PairKey => [key(id), lone.seized]) : []),
    ...(weight === "for" && row.relation === "kill" ? patients.map((id): PairKey => [key(id), lone.killed]) : []),
    ...(alone ? (parties.length === 0 ? [""] : parties).map((party): PairKey => [party, lone.alone]) : []),
    ...(open ? parties.map((party): PairKey => [party, lone.open]) : []),
    // Two that nobody names may be called the same and still be two, whoever else is a party.
    ...parties
      .filter((party) => called.indexOf(party) !== called.lastIndexOf(party))
      .map((party): PairKey => [party, party]),
  ];
}

/** Whether a tie is between the two whose claims stand under these keys. */
export const isOfPair = ([one, other]: PairKey, actors: ActorsById) => {
  // The key of whoever has a name is the id: most names need not be looked at.
  const is = (id: ActorId, key: string): boolean => id === key || (key.startsWith("=") && actorKey(id, actors) === key);
  return ({ a, b }: { a: ActorId; b: ActorId }): boolean =>
    (is(a, one) && is(b, other)) || (is(a, other) && is(b, one));
};
