import type { Relation, Span } from "../../terms/index.ts";
import type { Manner } from "./manner.ts";

/** A claim on its way: parties are indices of mentions. */
export interface DraftClaim {
  relation: Relation;
  sentence: number;
  agents: number[];
  patients: number[];
  manner: Manner;
  cue: Span;
  /** The token that carries the relation, for what hangs around it: time, place, voices. */
  at: number;
  /** The line of the lexicon, or the rule, that read it. */
  rule: string;
  confidence: number;
  /** Mentions that the tagger takes for the claim's voices, in reading order; absent where it did not read the claim or was not sure. */
  speakers?: number[];
}
