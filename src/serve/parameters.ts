import { z } from "@hono/zod-openapi";
import { Modality, Relation } from "../terms/index.ts";

const day = z.iso.date();

/** The three clocks of every query. Empty is what the design says: today, everything published, everything known. */
export const Clocks = z.object({
  asOf: day
    .optional()
    .openapi({ description: "Who sides with whom on this day; today when left out.", example: "2031-02-20" }),
  publishedBy: day.optional().openapi({ description: "Counting only what had been published by this day." }),
  knownAt: z
    .union([z.iso.datetime({ offset: true }), day])
    .optional()
    .openapi({ description: "Counting only what the ledger had recorded by this instant." }),
});
export type Clocks = z.infer<typeof Clocks>;

/** The clocks as a stage wants them. `now` is an argument, so that a test can hold it. */
export function pictureQuery({ asOf, publishedBy, knownAt }: Clocks, now: Date) {
  return {
    asOf: asOf ?? now.toISOString().slice(0, 10),
    publishedBy: publishedBy ?? null,
    knownAt: knownAt === undefined ? now.toISOString() : instant(knownAt),
  };
}

/** A day stands for its last instant: what was recorded on it counts. */
function instant(dayOrInstant: string): string {
  return new Date(dayOrInstant.length === 10 ? `${dayOrInstant}T23:59:59.999Z` : dayOrInstant).toISOString();
}

export const List = z.object({
  after: z.string().max(200).optional().openapi({ description: "The cursor that the page before gave as `next`." }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const Words = z.object({ q: z.string().max(200).optional().openapi({ description: "Words to look for." }) });

export const ClaimFilter = z.object({
  actor: z.string().max(200).optional().openapi({ description: "Claims that name this actor (id)." }),
  other: z.string().max(200).optional().openapi({ description: "With `actor`: claims that name both." }),
  relation: Relation.optional(),
  modality: Modality.optional(),
  report: z.string().max(200).optional(),
});

export const Id = z.object({ id: z.string().min(1).max(200) });
