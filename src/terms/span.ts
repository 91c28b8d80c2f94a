import { z } from "zod";

/**
 * A stretch of `report.text`: start and end in UTF-16 code units (JavaScript string indices), end exclusive.
 */
export const Span = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);
export type Span = z.infer<typeof Span>;
