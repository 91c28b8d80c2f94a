import { z } from "zod";

export const noteSayings = ["confirm", "dispute", "correct", "comment"] as const;

/** What a note may be about: a claim (`c:`), a tie (`t:`), an actor (`a:`), a report (`sha256:`), or another note (`n:`). */
export const NoteSubject = z
  .string()
  .regex(/^(?:[catn]:|sha256:)[0-9a-f]+$/)
  .max(100);

/** What a reader writes about a claim, a tie, an actor or a report. */
export const NoteText = z.object({
  about: NoteSubject,
  says: z.enum(noteSayings),
  text: z.string().trim().min(1).max(5000),
  /** The note that this one answers, about the same thing. */
  answers: z.string().regex(/^n:/).max(100).nullable().default(null),
});
export type NoteText = z.infer<typeof NoteText>;

/** A note as the ledger keeps it: signed and dated, never changed. */
export const SignedNote = NoteText.extend({ id: z.string(), by: z.string().min(1), recorded: z.string() });
export type SignedNote = z.infer<typeof SignedNote>;
