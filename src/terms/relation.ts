import { z } from "zod";

/** How one relation is named, read, and written in other vocabularies. */
export interface RelationTerm {
  /** A tie lasts until something ends it; an event happens. */
  sort: "tie" | "event";
  symmetric: boolean;
  /** A sentence in which A stands for the agents and B for the patients. */
  reads: string;
  /** CAMEO root codes, PLOVER types, STIX 2.1 and FollowTheMoney terms nearest to it. */
  cameo?: string[];
  plover?: string[];
  stix?: string;
  ftm?: string;
}

/** Every relation. Agents stand first: `appoint` has who appoints, then who is appointed; what B then heads is said by `leads`. */
export const relationTerms = {
  ally: { sort: "tie", symmetric: true, reads: "A and B are on one side", plover: ["COOPERATE"], ftm: "UnknownLink" },
  member: {
    sort: "tie",
    symmetric: false,
    reads: "A belongs to B: faction of an umbrella, state of a bloc, person of a group",
    ftm: "Membership",
  },
  affiliate: {
    sort: "tie",
    symmetric: false,
    reads: "A is B's branch, franchise or loyal follower, and remains itself",
    stix: "attributed-to",
    ftm: "UnknownLink",
  },
  backs: {
    sort: "tie",
    symmetric: false,
    reads: "A supports B with money, arms, men or political cover",
    plover: ["SUPPORT", "AID"],
  },
  leads: {
    sort: "tie",
    symmetric: false,
    reads: "A (a person, or a state in a coalition) heads B",
    ftm: "Directorship",
  },
  holds: { sort: "tie", symmetric: false, reads: "A controls place B" },
  rival: { sort: "tie", symmetric: true, reads: "A and B are at odds, no fighting said" },
  enemy: { sort: "tie", symmetric: true, reads: "A and B fight each other", plover: ["ASSAULT", "COERCE"] },
  alias: { sort: "tie", symmetric: true, reads: "A and B are two names of one actor", ftm: "alias" },
  meet: { sort: "event", symmetric: true, reads: "A and B meet or talk", cameo: ["04"], plover: ["CONSULT"] },
  unite: {
    sort: "event",
    symmetric: true,
    reads: "A and B form an alliance, merger or joint force; with one B that is no party to it, A unite into B",
    cameo: ["05", "06"],
    plover: ["AGREE"],
  },
  join: { sort: "event", symmetric: false, reads: "A becomes a member of B" },
  leave: { sort: "event", symmetric: false, reads: "A stops being a member of B" },
  break: { sort: "event", symmetric: false, reads: "A ends its ties or relations with B", cameo: ["16"] },
  pledge: { sort: "event", symmetric: false, reads: "A pledges loyalty or allegiance to B" },
  aid: {
    sort: "event",
    symmetric: false,
    reads: "A gives B money, arms, men or relief",
    cameo: ["07"],
    plover: ["AID"],
  },
  appoint: { sort: "event", symmetric: false, reads: "A puts B into office" },
  rename: { sort: "event", symmetric: false, reads: "A takes the name B" },
  truce: {
    sort: "event",
    symmetric: true,
    reads: "A and B stop fighting each other",
    cameo: ["08"],
    plover: ["AGREE"],
  },
  praise: {
    sort: "event",
    symmetric: false,
    reads: "A praises, welcomes or endorses B",
    cameo: ["05"],
    plover: ["SUPPORT"],
  },
  accuse: {
    sort: "event",
    symmetric: false,
    reads: "A accuses, blames or condemns B",
    cameo: ["11"],
    plover: ["DISAPPROVE"],
  },
  threaten: { sort: "event", symmetric: false, reads: "A threatens B", cameo: ["13"], plover: ["THREATEN"] },
  sanction: {
    sort: "event",
    symmetric: false,
    reads: "A cuts, suspends or penalises its dealings with B",
    cameo: ["16"],
    plover: ["SANCTION"],
  },
  agree: {
    sort: "event",
    symmetric: true,
    reads: "A and B strike a deal short of an alliance",
    cameo: ["05", "06"],
    plover: ["AGREE"],
  },
  cooperate: {
    sort: "event",
    symmetric: true,
    reads: "A and B work together: joint exercise, exchange, extradition",
    cameo: ["06"],
    plover: ["COOPERATE"],
  },
  concede: {
    sort: "event",
    symmetric: false,
    reads: "A frees, lifts or yields to B",
    cameo: ["08"],
    plover: ["CONCEDE", "RETREAT"],
  },
  coerce: {
    sort: "event",
    symmetric: false,
    reads: "A arrests, bans, expels, besieges or seizes property of B",
    cameo: ["17"],
    plover: ["COERCE"],
  },
  protest: { sort: "event", symmetric: false, reads: "A protests against B", cameo: ["14"], plover: ["PROTEST"] },
  mobilize: {
    sort: "event",
    symmetric: false,
    reads: "A musters or deploys forces (against B)",
    cameo: ["15"],
    plover: ["MOBILIZE"],
  },
  investigate: { sort: "event", symmetric: false, reads: "A investigates B", cameo: ["09"], plover: ["INVESTIGATE"] },
  clash: { sort: "event", symmetric: true, reads: "A and B fight", cameo: ["19"], plover: ["ASSAULT"] },
  attack: { sort: "event", symmetric: false, reads: "A attacks B", cameo: ["19"], plover: ["ASSAULT"] },
  seize: { sort: "event", symmetric: false, reads: "A takes place B", cameo: ["19"], plover: ["ASSAULT"] },
  withdraw: { sort: "event", symmetric: false, reads: "A pulls out of place B", cameo: ["08"], plover: ["RETREAT"] },
  kill: { sort: "event", symmetric: false, reads: "A kills B", cameo: ["19"], plover: ["ASSAULT"] },
} as const satisfies Record<string, RelationTerm>;

export type Relation = keyof typeof relationTerms;
export const relations = Object.keys(relationTerms) as [Relation, ...Relation[]];
export const Relation = z.enum(relations);

export type TieRelation = { [R in Relation]: (typeof relationTerms)[R]["sort"] extends "tie" ? R : never }[Relation];
export const tieRelations = relations.filter((relation) => relationTerms[relation].sort === "tie") as [
  TieRelation,
  ...TieRelation[],
];
export const TieRelation = z.enum(tieRelations);

export function isTie(relation: Relation): relation is TieRelation {
  return relationTerms[relation].sort === "tie";
}

export function isSymmetric(relation: Relation): boolean {
  return relationTerms[relation].symmetric;
}
