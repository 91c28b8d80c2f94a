import { z } from "zod";
import { MentionType } from "./mention.ts";

/** Whoever acts, under all the names the reports give it. `id` is `a:` and a hash of what the actor is known by. */
export const Actor = z.object({
  id: z.string().regex(/^a:/),
  name: z.string(),
  kind: MentionType,
  names: z.array(z.string()),
});
export type Actor = z.infer<typeof Actor>;
export type ActorId = Actor["id"];
