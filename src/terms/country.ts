import { z } from "zod";

/** A country by its code of ISO 3166-1 (two letters; states of the past have theirs of ISO 3166-3, as they were: SU, YU). */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/);
export type CountryCode = z.infer<typeof CountryCode>;

/** Where an actor is at home or acts, and who says so: the id of a decision, or a file of our own lists. */
export const CountriesOfActor = z.object({ codes: z.array(CountryCode), source: z.string() });
export type CountriesOfActor = z.infer<typeof CountriesOfActor>;
