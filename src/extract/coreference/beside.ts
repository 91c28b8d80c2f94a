import type { MentionType } from "../../terms/index.ts";
import type { DraftMention } from "../mentions/draft.ts";
import type { Tree } from "../tree.ts";

/**
 * "the emperor's uncle, Prince Tarimo,", "a dealer named Iossif Barak", "its third head: Gulnara Esen": the name that a description stands beside,
 * by the words alone, for the tree often takes the two for a list. Nothing where the two are part of one: "the army, Fatah and Hamas".
 */
export function nameBeside(mentions: readonly DraftMention[], at: number, tree: Tree): number | null {
  const mention = mentions[at]!;
  if (/^(NNS|NNPS)$/.test(tree.tokens[mention.head]!.pos)) return null;
  for (let other = at - 1; other >= 0 && mentions[other]!.sentence === mention.sentence; other--)
    if (isBeside(tree, mentions[other]!, mention)) return other;
  for (let other = at + 1; other < mentions.length && mentions[other]!.sentence === mention.sentence; other++)
    if (isCalled(tree, mention, mentions[other]!) || isBeside(tree, mention, mentions[other]!)) return other;
  return null;
}

const settled =
  /^(city|town|village|port|hamlet|suburb|capital|province|district|region|county|governorate|island|valley)$/;

/** "the city of Tamsin" is Tamsin. */
function isCalled(tree: Tree, description: DraftMention, name: DraftMention): boolean {
  if (description.sort !== "description" || name.sort !== "name" || name.first !== description.head + 2) return false;
  const [noun, of] = tree.tokens.slice(description.head, description.head + 2);
  return /^(place|state)$/.test(name.type) && settled.test(noun!.text.toLowerCase()) && of!.text === "of";
}

/** Whether the one stands right before the other, one of them a name and the other a description of it. */
function isBeside(tree: Tree, one: DraftMention, other: DraftMention): boolean {
  const name = one.sort === "name" ? one : other;
  const description = name === one ? other : one;
  if (name.sort !== "name" || description.sort !== "description" || !oneKind(name, description)) return false;
  const words = (from: number, to: number): string =>
    tree.tokens
      .slice(from, to)
      .map(({ text }) => text.toLowerCase())
      .join(" ");
  const between = words(one.last + 1, other.first);
  if (name === other) {
    if (/^(,? ?(?:named|called|known as|by the name of)|:)$/.test(between)) return true;
    if (between !== ",") return false;
  } else {
    // The article may stand before the description or open it.
    const first = words(description.first, description.first + 1);
    if (!/^, (a|an|the)$/.test(between) && !(between === "," && /^(a|an|the|its|his|her|their)\b/.test(first)))
      return false;
  }
  // What follows tells an apposition from a list.
  const after = words(other.last + 1, other.last + 3);
  return (
    /^($|[.;:)?!]|--|,(?! (?:and|or|nor|as)\b)|who\b|whose\b|whom\b)/.test(after) &&
    !/^, \S+ and$/.test(words(other.last + 1, other.last + 4))
  );
}

const bodies: ReadonlySet<MentionType> = new Set([
  "group",
  "force",
  "party",
  "organisation",
  "alliance",
  "outlet",
  "state",
]);

/** A person beside a word for persons, a body beside a word for bodies; a name whose type is only guessed may be either. */
function oneKind(name: DraftMention, description: DraftMention): boolean {
  if (name.type === "nationality" || name.type === "time" || description.type === "place" || name.type === "place")
    return false;
  if (name.basis === "guess" && description.basis !== "guess") return true;
  if (name.type === "person" || description.type === "person") return name.type === description.type;
  return bodies.has(name.type) === bodies.has(description.type);
}
