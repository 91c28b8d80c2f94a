import { z } from "zod";

/**
 * Something a reader of the output should know and no error: a page with no date, a record passed over.
 * `code` is a word pair, `stage.what` (`date.clock-only`, `source.unreadable`); `text` speaks to a person.
 */
export const Note = z.object({ code: z.string().regex(/^[a-z-]+\.[a-z-]+$/), text: z.string() });
export type Note = z.infer<typeof Note>;

/** What every stage returns: its value, and what is to be said about it. */
export interface Noted<Value> {
  value: Value;
  notes: Note[];
}
