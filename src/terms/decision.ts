import { z } from "zod";
import { Credibility, Reliability } from "./sources.ts";

/** What a person decided. It outranks what the machine works out, until a later decision on the same thing. */
export const Ruling = z.discriminatedUnion("kind", [
  /** Two names are of one actor, or of two. */
  z.object({ kind: z.literal("same"), a: z.string().min(1), b: z.string().min(1) }),
  z.object({ kind: z.literal("different"), a: z.string().min(1), b: z.string().min(1) }),
  /** How reliable a source is (Admiralty A–F), by its name. */
  z.object({ kind: z.literal("reliability"), source: z.string().min(1), grade: Reliability }),
  /** How credible a claim is (Admiralty 1–6), by its id. */
  z.object({ kind: z.literal("credibility"), claim: z.string().regex(/^c:/), grade: Credibility }),
]);
export type Ruling = z.infer<typeof Ruling>;

/** A ruling with who made it, why and when: a row that is never changed; a later one on the same thing outranks it. */
export const Decision = z.object({
  id: z.string(),
  ruling: Ruling,
  by: z.string().min(1),
  because: z.string().nullable(),
  recorded: z.string(),
});
export type Decision = z.infer<typeof Decision>;
