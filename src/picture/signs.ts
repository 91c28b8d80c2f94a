import type { TieRelation } from "../terms/index.ts";

const signs: Record<TieRelation, 1 | -1 | 0> = {
  ally: 1,
  member: 1,
  affiliate: 1,
  backs: 1,
  leads: 1,
  holds: 0,
  rival: -1,
  enemy: -1,
  alias: 0,
};

/** Whether a tie is friendly (1), hostile (−1) or says nothing of sides (0). */
export const signOf = (relation: TieRelation): 1 | -1 | 0 => signs[relation];
