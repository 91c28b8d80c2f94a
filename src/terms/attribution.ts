import { z } from "zod";
import { Span } from "./span.ts";

/** Who says what, as stretches of text: the source, the words that attribute ("said"), and what is said. */
export const Attribution = z.object({ source: z.array(Span), cue: z.array(Span), content: z.array(Span) });
export type Attribution = z.infer<typeof Attribution>;
