import { z } from "zod";
import { Span } from "./span.ts";

export const mentionTypes = [
  "person",
  "group",
  "force",
  "state",
  "party",
  "organisation",
  "outlet",
  "alliance",
  "people",
  "nationality",
  "place",
  "time",
] as const;
export const MentionType = z.enum(mentionTypes);
export type MentionType = z.infer<typeof MentionType>;

/** The types of mention that can act; places and times cannot. */
export const ActorType = MentionType.exclude(["place", "time"]);
export type ActorType = z.infer<typeof ActorType>;
export const actorTypes: readonly MentionType[] = ActorType.options;

/** A stretch of the report that names or stands for an actor, a place or a time. */
export const Mention = z.object({
  id: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  type: MentionType,
  /** The same value is the same actor within this reading; the ledger gives ids that hold across reports. */
  actor: z.string().nullable(),
  /** The head word, without articles, titles and modifiers. */
  head: Span,
  /** True when it is no name: a pronoun, or a description that stands for a name ("the group"). */
  pronoun: z.boolean(),
});
export type Mention = z.infer<typeof Mention>;
