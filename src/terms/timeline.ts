import { z } from "zod";
import { Actor } from "./actor.ts";
import { Interval } from "./dates.ts";
import { Modality, Polarity } from "./modality.ts";
import { Relation } from "./relation.ts";

export const timelineFormat = "entente-timeline/1";

/** One thing that was said to happen, to be planned, proposed, refused or denied: every claim of it, as one entry. */
export const TimelineEntry = z.object({
  at: Interval,
  relation: Relation,
  modality: Modality,
  polarity: Polarity,
  agents: z.array(z.string()),
  patients: z.array(z.string()),
  quote: z.string(),
  reports: z.number().int(),
  origins: z.number().int(),
  claims: z.array(z.string()),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** What happened, and what was only proposed, planned, demanded, attempted, refused or denied, in the order of its days. */
export const Timeline = z.object({
  format: z.literal(timelineFormat),
  entries: z.array(TimelineEntry),
  actors: z.array(Actor),
});
export type Timeline = z.infer<typeof Timeline>;
