import { type Lexicon, nameKey } from "../lexicon.ts";
import type { TimeExpression } from "../times.ts";
import { type Tree, tokensWithin } from "../tree.ts";
import { findDemonyms, findDescriptions, findPronouns } from "./descriptions.ts";
import type { DraftMention } from "./draft.ts";
import { findNames, isHeadline } from "./names.ts";
import { taggedOnly, weighByTagger } from "./tagged-mentions.ts";
import { alignDescription } from "./tagged-names.ts";

/**
 * All mentions of a report, sentence by sentence in reading order. Headlines come last within: their capitals tell
 * nothing, so they are read with the names that the body has shown.
 */
export function findMentions(
  trees: readonly Tree[],
  text: string,
  lexicon: Lexicon,
  times: readonly (readonly TimeExpression[])[],
): DraftMention[] {
  const headlines = trees.map(isHeadline);
  // A tagger that finds no mention in a whole report is one that does not look for them.
  const tagger = trees.some((tree) => tree.mentions.length > 0);
  const known = new Set<string>();
  const found: DraftMention[][] = trees.map(() => []);
  for (const late of [false, true]) {
    trees.forEach((tree, sentence) => {
      if (headlines[sentence] !== late) return;
      found[sentence] = sentenceMentions(tree, sentence, text, lexicon, late, known, times[sentence] ?? [], tagger);
      for (const mention of found[sentence]) if (mention.sort === "name") known.add(nameKey(mention.text));
    });
  }
  return found.flat();
}

function sentenceMentions(
  tree: Tree,
  sentence: number,
  text: string,
  lexicon: Lexicon,
  headline: boolean,
  known: ReadonlySet<string>,
  times: readonly TimeExpression[],
  tagger: boolean,
): DraftMention[] {
  const dated = timeMentions(tree, sentence, text, times);
  const free = (mention: DraftMention): boolean =>
    !dated.some((time) => time.start < mention.end && mention.start < time.end);
  const names = findNames(tree, sentence, text, lexicon, headline, known).filter(free);
  const descriptions = findDescriptions(tree, sentence, text, lexicon, names)
    .map((mention) => alignDescription(tree, mention, text))
    .filter(free);
  const demonyms = findDemonyms(tree, sentence, lexicon, names, text);
  const pronouns = findPronouns(tree, sentence);
  const own = [...names, ...descriptions, ...demonyms, ...pronouns, ...dated];
  const tagged = taggedOnly(tree, sentence, text, lexicon, own);
  const weighed = tagger ? own.map((mention) => weighByTagger(tree, mention)) : own;
  return [...weighed, ...tagged].sort((one, other) => one.start - other.start || other.end - one.end);
}

function timeMentions(tree: Tree, sentence: number, text: string, times: readonly TimeExpression[]): DraftMention[] {
  return times.flatMap((time) => {
    const inside = tokensWithin(tree, [time.start, time.end]);
    if (inside.length === 0) return [];
    const [first, last] = [inside[0]!, inside.at(-1)!];
    return [
      {
        sentence,
        first,
        last,
        head: last,
        start: time.start,
        end: time.end,
        type: "time" as const,
        sort: "time" as const,
        basis: "list" as const,
        text: text.slice(time.start, time.end),
      },
    ];
  });
}
