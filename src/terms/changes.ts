import { z } from "zod";
import { Actor } from "./actor.ts";
import { Day } from "./dates.ts";
import { Tie } from "./picture.ts";

export const changesFormat = "entente-changes/1";

/** What changed in the picture between two days: ties that began, ended, or stand otherwise than they did. */
export const TieChanges = z.object({
  format: z.literal(changesFormat),
  from: Day,
  to: Day,
  begun: z.array(Tie),
  ended: z.array(Tie),
  changed: z.array(z.object({ before: Tie, after: Tie })),
  actors: z.array(Actor),
});
export type TieChanges = z.infer<typeof TieChanges>;
