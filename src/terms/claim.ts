import { z } from "zod";
import { ClaimTime } from "./dates.ts";
import { Modality, Polarity } from "./modality.ts";
import { Relation } from "./relation.ts";
import { Span } from "./span.ts";
import { Voice } from "./voice.ts";

/** One assertion of a report: who did what to whom, in what way it is said, when, where and by whom. */
export const Claim = z.object({
  id: z.string(),
  relation: Relation,
  /** Ids of mentions. A symmetric relation may put all its parties here. */
  agents: z.array(z.string()).min(1),
  /** Ids of mentions; empty when the text names none. */
  patients: z.array(z.string()),
  polarity: Polarity,
  modality: Modality,
  time: ClaimTime.nullable(),
  /** The mention of the place where it happened. */
  place: z.string().nullable(),
  /** Who says so, outermost first; the report's publisher stands before them and is not repeated. */
  voices: z.array(Voice),
  /** The words that carry the relation. */
  cue: Span,
  /** The sentences, or parts of sentences, that say so: never empty. */
  evidence: z.array(Span).min(1),
  /** The extractor's probability that a careful reader would agree, 0 to 1. */
  confidence: z.number().min(0).max(1),
  by: z.object({ method: z.string(), version: z.string(), rule: z.string().optional() }),
});
export type Claim = z.infer<typeof Claim>;
