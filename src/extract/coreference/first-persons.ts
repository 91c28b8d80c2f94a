import { chainOf } from "../voices/chains.ts";
import { type Heard, mentionAt } from "../voices/claim-voices.ts";

/**
 * "I will not join": in what somebody says, the first person is whoever says it; "we" is, where no person speaks ("the Front
 * said"). Whom a person's "we" takes in, nobody knows. Changes the actors of `resolution`.
 */
export function resolveFirstPersons({
  mentions,
  sayings,
  resolution,
}: Pick<Heard, "mentions" | "sayings" | "resolution">): void {
  mentions.forEach((mention, at) => {
    const one = /^(I|me|my|mine|myself)$/i.test(mention.text);
    if (!one && !/^(we|us|our|ours|ourselves)$/i.test(mention.text)) return;
    const innermost = chainOf(sayings, [mention.start, mention.end]).findLast(({ sourceSpan }) => sourceSpan !== null);
    const speaker = innermost ? mentionAt(innermost, mentions) : null;
    const actor = speaker === null ? null : (resolution.actorOf[speaker] ?? null);
    if (actor === null) return;
    if (one || resolution.typeOf.get(actor) !== "person") resolution.actorOf[at] = actor;
  });
}
