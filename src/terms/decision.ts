import { z } from "zod";
import { CountryCode } from "./country.ts";
import { Day } from "./dates.ts";
import { ActorType } from "./mention.ts";
import { Modality, Polarity } from "./modality.ts";
import { Relation } from "./relation.ts";
import { Credibility, Reliability } from "./sources.ts";
import { stances } from "./voice.ts";

const Name = z.string().min(1).max(500);
const ClaimId = z.string().regex(/^c:/).max(100);

/**
 * What a reader puts right in a claim; what is left out stays as it was read. Parties and voices are given by name, as a
 * report writes them. `time: null` says that the report gives no date; `start` and `end` are the first and last day possible.
 */
export const Correction = z
  .object({
    relation: Relation.optional(),
    agents: z.array(Name).min(1).max(50).optional(),
    patients: z.array(Name).max(50).optional(),
    modality: Modality.optional(),
    polarity: Polarity.optional(),
    time: z
      .object({ start: Day.nullable(), end: Day.nullable(), of: z.enum(["event", "since", "until"]).default("event") })
      .nullable()
      .optional(),
    voices: z
      .array(z.object({ name: Name, stance: z.enum(stances) }))
      .max(20)
      .optional(),
  })
  .refine((correction) => Object.keys(correction).length > 0, "a correction says what is to be otherwise");
export type Correction = z.infer<typeof Correction>;

/** What a person decided. It outranks what the machine works out, until a later decision on the same thing. */
export const Ruling = z.discriminatedUnion("kind", [
  /** Two names are of one actor, or of two. */
  z.object({ kind: z.literal("same"), a: z.string().min(1), b: z.string().min(1) }),
  z.object({ kind: z.literal("different"), a: z.string().min(1), b: z.string().min(1) }),
  /** Two actors of one name: whom this report calls so is another than the rest, and goes by a name that tells them apart. */
  z.object({
    kind: z.literal("apart"),
    name: Name,
    report: z
      .string()
      .regex(/^sha256:/)
      .max(100),
    as: Name,
  }),
  /** The name under which an actor is shown; `actor` is any of its names. */
  z.object({ kind: z.literal("rename"), actor: Name, to: Name }),
  /** Of which kind an actor is, whatever its readings took it for; `actor` is any of its names. */
  z.object({ kind: z.literal("retype"), actor: Name, to: ActorType }),
  /** Where an actor is at home or acts, none for one of the whole world; `actor` is any of its names. */
  z.object({ kind: z.literal("countries"), actor: Name, countries: z.array(CountryCode).max(50) }),
  /** How reliable a source is (Admiralty A–F), by its name. */
  z.object({ kind: z.literal("reliability"), source: z.string().min(1), grade: Reliability }),
  /** How credible a claim is (Admiralty 1–6), by its id. */
  z.object({ kind: z.literal("credibility"), claim: z.string().regex(/^c:/), grade: Credibility }),
  /** The report says so, as it was read. */
  z.object({ kind: z.literal("accept"), claim: ClaimId }),
  /** The report says otherwise: this. */
  z.object({ kind: z.literal("correct"), claim: ClaimId, correction: Correction }),
  /** The report says no such thing. */
  z.object({ kind: z.literal("reject"), claim: ClaimId }),
  /** A note is against the house rules: it is no longer shown. */
  z.object({ kind: z.literal("hide"), note: z.string().regex(/^n:/).max(100) }),
  /** A former decision no longer counts. Both rows stay. */
  z.object({ kind: z.literal("undo"), decision: z.string().regex(/^x:/).max(100) }),
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

/** Without those that were undone, and without the undoing; an undoing may be undone. The order stays. */
export function decisionsInForce(decisions: readonly Decision[]): Decision[] {
  const undone = new Set<string>();
  const inForce: Decision[] = [];
  for (const decision of decisions.toReversed()) {
    if (undone.has(decision.id)) continue;
    if (decision.ruling.kind === "undo") undone.add(decision.ruling.decision);
    else inForce.push(decision);
  }
  return inForce.reverse();
}
