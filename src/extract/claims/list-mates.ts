import type { DraftMention } from "../mentions/draft.ts";
import type { Tree } from "../tree.ts";

const between =
  /^\s*(,|,?\s*and|,?\s*or|&|,?\s*as well as|,?\s*along with|,?\s*together with)\s*((the|a|an|its|their)(\s+\p{Ll}+)?)?\s*$/iu;
const closing = /\b(and|or|as well as|along with|together with)\b|&/i;

/**
 * Names enumerated together ("A, the B and C"), each by its index with those of its list. Commas mislead a parser; the
 * words between names do not.
 */
export function listMates(
  mentions: readonly DraftMention[],
  trees: readonly Tree[],
  text: string,
): ReadonlyMap<number, readonly number[]> {
  const names = mentions.flatMap((mention, at) =>
    mention.sort === "name" && mention.type !== "nationality" ? [at] : [],
  );
  const mates = new Map<number, readonly number[]>();
  for (let from = 0; from < names.length; ) {
    let to = from;
    while (to + 1 < names.length && enumerated(mentions[names[to]!]!, mentions[names[to + 1]!]!, text)) to++;
    const list = trimmed(names.slice(from, to + 1), mentions, text);
    if (list.length > 1)
      for (const at of list)
        mates.set(
          at,
          list.filter((mate) => !hasOwnVerb(mentions[mate]!, trees)),
        );
    from = to + 1;
  }
  return mates;
}

function enumerated(one: DraftMention, other: DraftMention, text: string): boolean {
  if (one.sentence !== other.sentence || other.start < one.end) return false;
  return between.test(text.slice(one.end, other.start)) && sort(one) === sort(other);
}

/** A list ends with "and": names after the last conjunction are appositions or start something else. */
function trimmed(list: readonly number[], mentions: readonly DraftMention[], text: string): readonly number[] {
  for (let last = list.length - 1; last > 0; last--) {
    if (closing.test(text.slice(mentions[list[last - 1]!]!.end, mentions[list[last]!]!.start)))
      return list.slice(0, last + 1);
  }
  return [];
}

const sort = (mention: DraftMention): string =>
  mention.type === "person" || mention.type === "place" ? mention.type : "body";

/** "A met B and C attacked D": C is the subject of a verb of its own after it, so no mate of B. */
function hasOwnVerb(mention: DraftMention, trees: readonly Tree[]): boolean {
  const tree = trees[mention.sentence]!;
  const token = tree.tokens[mention.head]!;
  const before = tree.tokens[mention.first - 1]?.text.toLowerCase();
  return (
    token.deprel === "nsubj" &&
    token.head === mention.last + 1 &&
    before === "and" &&
    tree.tokens.slice(0, mention.first).some((other) => other.pos.startsWith("VB"))
  );
}
