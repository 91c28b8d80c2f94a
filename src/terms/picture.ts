import { z } from "zod";
import { Actor } from "./actor.ts";
import { Day, Interval } from "./dates.ts";
import { TieRelation } from "./relation.ts";

export const pictureFormat = "entente-picture/1";

/** The three dates a picture may be held to: one for each clock. */
export const PictureQuery = z.object({
  /** Who sides with whom on this day. */
  asOf: Day,
  /** Counting only what had been published by this day; null counts all. */
  publishedBy: Day.nullable(),
  /** Counting only what the ledger had recorded by this instant (ISO, UTC). */
  knownAt: z.string(),
});
export type PictureQuery = z.infer<typeof PictureQuery>;

/** How sure, in a figure, in words (ICD 203), and what made it so. */
export const Confidence = z.object({
  value: z.number().min(0).max(1),
  words: z.string(),
  because: z.array(z.string()),
});
export type Confidence = z.infer<typeof Confidence>;

export const tieStatuses = ["holds", "faded", "disputed", "ended"] as const;
export const TieStatus = z.enum(tieStatuses);
export type TieStatus = z.infer<typeof TieStatus>;

/** A tie between two actors, derived from claims: never stored by hand. */
export const Tie = z.object({
  id: z.string().regex(/^t:/),
  relation: TieRelation,
  a: z.string(),
  b: z.string(),
  status: TieStatus,
  since: Interval.nullable(),
  until: Interval.nullable(),
  /** Articles that say so. */
  reports: z.number().int(),
  /** Independent testimonies behind them. */
  origins: z.number().int(),
  confidence: Confidence,
  claims: z.array(z.string()),
});
export type Tie = z.infer<typeof Tie>;

export const Picture = PictureQuery.extend({
  format: z.literal(pictureFormat),
  actors: z.array(Actor),
  ties: z.array(Tie),
});
export type Picture = z.infer<typeof Picture>;
