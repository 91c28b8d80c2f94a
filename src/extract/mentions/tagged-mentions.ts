import { type MentionType, mentionTypes } from "../../terms/index.ts";
import type { Lexicon } from "../lexicon.ts";
import type { Token, TypedSpan } from "../tagger.ts";
import { isName, type Tree } from "../tree.ts";
import type { DraftMention } from "./draft.ts";
import { headOf } from "./head-of.ts";

/** What the tagger's own sorts of mention are called here. Times are found by rule. */
export const taggedTypes: Readonly<Record<string, MentionType>> = {
  Person: "person",
  Organisation: "organisation",
  Location: "place",
  Nationality: "nationality",
};

/** What the tagger alone has found: mentions that share no word with those of the lists and rules. */
export function taggedOnly(
  tree: Tree,
  sentence: number,
  text: string,
  lexicon: Lexicon,
  found: readonly DraftMention[],
): DraftMention[] {
  return tree.mentions
    .filter((span) => span.type in taggedTypes && span.p >= 0.4 && !found.some((mention) => overlaps(mention, span)))
    .flatMap((span) => {
      const head = headOf(tree, span.first, span.last);
      const token = tree.tokens[head]!;
      if (isBare(token)) return [];
      const start = tree.tokens[span.first]!.start;
      const end = tree.tokens[span.last]!.end;
      const named = isName(token);
      const type = lexicon.nouns.get(token.text.toLowerCase()) ?? taggedTypes[span.type]!;
      return [
        {
          sentence,
          first: span.first,
          last: span.last,
          head,
          start,
          end,
          type: isPlainOf(span.type, type) ? type : taggedTypes[span.type]!,
          sort: named ? ("name" as const) : ("description" as const),
          basis: "model" as const,
          text: text.slice(start, end),
        },
      ];
    });
}

/** Marks what the tagger sees otherwise: types that are only guessed, and states that it takes for places. */
export function weighByTagger(tree: Tree, mention: DraftMention): DraftMention {
  return seenByTagger(tree, mention.basis === "guess" ? typedByTagger(tree, mention) : mention);
}

/** A type that nothing but a guess speaks for gives way to the tagger's, where it knows the vocabulary's own types. */
function typedByTagger(tree: Tree, mention: DraftMention): DraftMention {
  if (mention.sort === "pronoun" || mention.sort === "time") return mention;
  const own = tree.mentions
    .filter(isFine)
    .filter((span) => span.type !== "time" && span.first <= mention.head && mention.head <= span.last)
    .filter((span) => span.last - span.first <= mention.last - mention.first + 2)
    .sort((one, other) => other.p - one.p)[0];
  return own && own.p >= 0.5 ? { ...mention, type: own.type, basis: "model" } : mention;
}

/** A span of the vocabulary's own types, and not of the five that the tagger's other teacher has. */
export const isFine = (span: TypedSpan): span is TypedSpan & { type: MentionType } =>
  (mentionTypes as readonly string[]).includes(span.type);

/** Whether a mention's head is no noun: "they", "which", "those". */
export const isBare = ({ pos }: Token): boolean => /^(PRP|PRP\$|WP|WDT|DT|EX)$/.test(pos);

/** Whether a type is of one of the tagger's sorts: a force is an organisation. */
export function isPlainOf(sort: string, type: MentionType): boolean {
  if (sort === "Organisation") return !/^(person|place|nationality|time)$/.test(type);
  return taggedTypes[sort] === type;
}

function seenByTagger(tree: Tree, mention: DraftMention): DraftMention {
  const span = tree.mentions.find((candidate) => candidate.type in taggedTypes && overlaps(mention, candidate));
  if (mention.type === "state" && mention.sort === "name" && span?.type === "Location")
    return { ...mention, seenAs: "place" };
  return mention;
}

const overlaps = (mention: { first: number; last: number }, span: TypedSpan): boolean =>
  mention.first <= span.last && span.first <= mention.last;
