import { z } from "zod";
import { Interval } from "./dates.ts";
import { Tie } from "./picture.ts";
import { Voice } from "./voice.ts";

export const whyFormat = "entente-why/1";
export const effects = ["begins", "ends", "supports", "leaves as it is"] as const;
export const Effect = z.enum(effects);
export type Effect = z.infer<typeof Effect>;

/** One step of a derivation: the rule, the claim it applied to, the sentence that says so, and what it did to a tie. */
export const WhyStep = z.object({
  rule: z.string(),
  at: Interval,
  claim: z.string(),
  quote: z.string(),
  report: z.object({
    id: z.string(),
    name: z.string(),
    publisher: z.string().nullable(),
    published: z.string().nullable(),
  }),
  voices: z.array(Voice),
  effect: Effect,
});
export type WhyStep = z.infer<typeof WhyStep>;

export const Why = z.object({ format: z.literal(whyFormat), ties: z.array(Tie), steps: z.array(WhyStep) });
export type Why = z.infer<typeof Why>;
