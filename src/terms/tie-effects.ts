import type { Relation, TieRelation } from "./relation.ts";

/** Between whom an event has its effect, given its agents (A) and patients (B). */
export type Reach =
  /** Every two of all the parties. */
  | "all parties"
  /** Every agent and every patient, both ways; every two where the parties stand on one list. */
  | "each other"
  /** Every agent, to every patient. */
  | "agents to patients"
  /** Every patient, to every agent. */
  | "patients to agents"
  /** Every agent, to the one patient, when that is an alliance and so no party but what they unite into. */
  | "agents into alliance"
  /** Whoever else has the tie to a patient. */
  | "others to patients"
  /** Every tie that a patient has. */
  | "patients to anyone";

/** One line of the event calculus: what an event that happened does to a tie. */
export interface TieEffect {
  does: "begins" | "ends";
  tie: TieRelation;
  reach: Reach;
}

const begins = (tie: TieRelation, reach: Reach): TieEffect => ({ does: "begins", tie, reach });
const ends = (tie: TieRelation, reach: Reach): TieEffect => ({ does: "ends", tie, reach });

/**
 * Which event begins and ends which tie (Kowalski & Sergot 1986). Events that are not here leave every tie as it is.
 * A tie claimed as a state supports itself; a leader ends the former leader's tie (succession), which no line can say
 * because it depends on who came before.
 */
export const tieEffects: Partial<Record<Relation, readonly TieEffect[]>> = {
  unite: [
    begins("ally", "all parties"),
    begins("member", "agents into alliance"),
    ends("rival", "all parties"),
    ends("enemy", "all parties"),
  ],
  join: [begins("member", "agents to patients")],
  leave: [ends("member", "agents to patients")],
  break: [
    ends("ally", "each other"),
    ends("member", "agents to patients"),
    ends("affiliate", "agents to patients"),
    ends("backs", "agents to patients"),
    begins("rival", "each other"),
  ],
  pledge: [begins("affiliate", "agents to patients")],
  aid: [begins("backs", "agents to patients")],
  sanction: [ends("backs", "agents to patients")],
  seize: [begins("holds", "agents to patients"), ends("holds", "others to patients")],
  // "Withdrew from the pact" is told in the words of "withdrew from the town".
  withdraw: [ends("holds", "agents to patients"), ends("member", "agents to patients")],
  // Who expels or arrests its own has put them out.
  coerce: [ends("leads", "patients to agents"), ends("member", "patients to agents")],
  clash: [begins("enemy", "each other"), ends("ally", "each other")],
  attack: [begins("enemy", "agents to patients"), ends("ally", "agents to patients")],
  truce: [ends("enemy", "each other"), ends("rival", "each other")],
  accuse: [begins("rival", "agents to patients")],
  threaten: [begins("rival", "agents to patients")],
  rename: [begins("alias", "each other")],
  kill: [ends("leads", "patients to anyone")],
};
