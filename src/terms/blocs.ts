import { z } from "zod";
import { Actor } from "./actor.ts";
import { PictureQuery, Tie } from "./picture.ts";

export const blocsFormat = "entente-blocs/1";

/** Who stands together on a day, who stands between, and which ties go against the sides. */
export const Blocs = PictureQuery.extend({
  format: z.literal(blocsFormat),
  actors: z.array(Actor),
  /** Groups held together by friendly ties, the largest first. */
  blocs: z.array(z.object({ name: z.string(), actors: z.array(z.string()) })),
  /** Actors on the shortest paths between others, 0 to 1 (betweenness), the highest first. */
  brokers: z.array(z.object({ actor: z.string(), betweenness: z.number(), blocs: z.number().int() })),
  balance: z.object({
    ties: z.number().int(),
    /** Fewest ties that go against every division into two sides: not less than `atLeast`, not more than `atMost`. */
    frustration: z.object({ atLeast: z.number().int(), atMost: z.number().int() }),
    /** 1 when the enemies of friends are enemies throughout; 0.5 is what chance gives. */
    balanced: z.number(),
    /** The ties that go against the best division found. */
    strained: z.array(Tie),
  }),
});
export type Blocs = z.infer<typeof Blocs>;
