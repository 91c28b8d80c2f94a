import { z } from "zod";
import { Actor } from "./actor.ts";

export const sourcesFormat = "entente-sources/1";

/** Admiralty grades of a source's reliability: A completely reliable … E unreliable, F cannot be judged. */
export const reliabilities = ["A", "B", "C", "D", "E", "F"] as const;
export const Reliability = z.enum(reliabilities);
export type Reliability = z.infer<typeof Reliability>;

/** Admiralty grades of a claim's credibility: 1 confirmed by others … 5 improbable, 6 cannot be judged. */
export const Credibility = z.number().int().min(1).max(6);
export type Credibility = z.infer<typeof Credibility>;

/** Who is behind the claims: each origin with what it says, how it fares, and where it stands itself. */
export const SourceStanding = z.object({
  origin: z.string(),
  name: z.string(),
  actor: z.string().nullable(),
  /** Null when nobody has graded it. */
  reliability: Reliability.nullable(),
  claims: z.number().int(),
  reports: z.number().int(),
  /** Claims that another origin makes too, and that another contradicts. */
  borneOut: z.number().int(),
  contradicted: z.number().int(),
  /** Claims in which the source itself is a party. */
  ofItself: z.number().int(),
  /** Its own friends and foes on the day: whom it sides with colours what it says. */
  friends: z.array(z.string()),
  foes: z.array(z.string()),
});
export type SourceStanding = z.infer<typeof SourceStanding>;

export const Sources = z.object({
  format: z.literal(sourcesFormat),
  sources: z.array(SourceStanding),
  actors: z.array(Actor),
});
export type Sources = z.infer<typeof Sources>;
