import { z } from "zod";
import { Span } from "./span.ts";

export const stances = ["states", "reports", "quotes", "cites", "claims", "denies", "confirms", "doubts"] as const;
export const Stance = z.enum(stances);
export type Stance = z.infer<typeof Stance>;

/** One link in the chain of who says so. The innermost voice of a claim is its origin. */
export const Voice = z.object({
  /** The mention that names the voice; null when no mention does. */
  mention: z.string().nullable(),
  name: z.string(),
  /** The words that make it a voice: "reported", "according to". */
  cue: Span.nullable(),
  stance: Stance,
});
export type Voice = z.infer<typeof Voice>;
