import type { Lexicon } from "../lexicon.ts";
import type { TypedSpan } from "../tagger.ts";
import { isName, type Tree } from "../tree.ts";
import { demonymWidth } from "./descriptions.ts";
import type { DraftMention } from "./draft.ts";
import { headOf } from "./head-of.ts";
import { isCapital, isTitle, listsName, wordsOf } from "./phrases.ts";
import { isFine } from "./tagged-mentions.ts";

/** From here on the tagger's words for a name are right more often than those of the rules. */
const sure = 0.5;

type WordRun = readonly [first: number, last: number];

/**
 * The names of a sentence with the tagger's ends where it is sure and sees them otherwise: "Order of the Dawn" where the rules have the
 * Order and the Dawn, "John Kerry" where they have the Secretary of State John Kerry. `draft` makes a name of a run of words.
 */
export function alignNames(
  tree: Tree,
  names: readonly DraftMention[],
  lexicon: Lexicon,
  draft: (first: number, last: number) => DraftMention | null,
): DraftMention[] {
  let aligned = [...names];
  for (const [first, last] of taggedNames(tree, lexicon)) {
    const met = aligned.filter((name) => name.first <= last && first <= name.last);
    if (met.some((name) => name.first === first && name.last === last)) continue;
    if (met.some((name) => name.basis === "list" && !within(name, first, last))) continue;
    if (!met.every((name) => within(name, first, last)) && !(met.length === 1 && holds(met[0]!, first, last))) continue;
    if (met.some((name) => partsFirm(tree, name, first, last))) continue;
    // "She said", "Police said": one word with a capital where nobody else sees a name is none.
    if (met.length === 0 && first === last) continue;
    const better = draft(first, last);
    if (better) aligned = [...aligned.filter((name) => !met.includes(name)), better];
  }
  return aligned.sort((one, other) => one.first - other.first);
}

/** A description with the tagger's ends where it is sure: "a panel of experts" where the rules have a panel. */
export function alignDescription(tree: Tree, mention: DraftMention, text: string): DraftMention {
  const span = tree.mentions
    .filter(isFine)
    .filter(({ type, p, first, last }) => type !== "time" && p >= sure && headOf(tree, first, last) === mention.head)
    .sort((one, other) => other.p - one.p)[0];
  if (!span || (span.first === mention.first && span.last === mention.last)) return mention;
  let { first } = span;
  if (first > 0 && tree.tokens[first - 1]!.pos === "DT" && first - 1 >= mention.first) first--;
  const [start, end] = [tree.tokens[first]!.start, tree.tokens[span.last]!.end];
  return { ...mention, first, last: span.last, start, end, text: text.slice(start, end) };
}

const within = (name: DraftMention, first: number, last: number): boolean => first <= name.first && name.last <= last;
const holds = (name: DraftMention, first: number, last: number): boolean => name.first <= first && last <= name.last;

/** Whether an "&" of a name is left outside: a firm is called after both. */
const partsFirm = (tree: Tree, name: DraftMention, first: number, last: number): boolean =>
  tree.tokens.some(({ text }, at) => text === "&" && at >= name.first && at <= name.last && (at < first || at > last));

/** The runs that the tagger takes for names, without what the rules never count in: articles, titles and nationalities before them. */
function taggedNames(tree: Tree, lexicon: Lexicon): WordRun[] {
  return tree.mentions
    .filter((span) => isFine(span) && span.type !== "time" && span.type !== "nationality" && span.p >= sure)
    .map((span) => bare(tree, span, lexicon))
    .filter((run) => isProper(tree, run));
}

function bare(tree: Tree, span: TypedSpan, lexicon: Lexicon): WordRun {
  let { first } = span;
  const { last } = span;
  while (first < last) {
    const width = titleWidth(tree, first, last, lexicon) || demonymWidth(tree, first, lexicon);
    if (tree.tokens[first]!.pos === "DT") first++;
    else if (width > 0 && first + width <= last && !listsName(tree, first, last, lexicon)) first += width;
    else break;
  }
  return [first, last];
}

/** How many words of a title start here, at most four. */
function titleWidth(tree: Tree, first: number, last: number, lexicon: Lexicon): number {
  for (let to = Math.min(last - 1, first + 3); to >= first; to--)
    if (isTitle(wordsOf(tree, first, to).toLowerCase(), lexicon)) return to - first + 1;
  return 0;
}

const linking =
  /^(of|for|and|the|in|at|on|de|du|des|del|la|le|el|al|e|y|i|&|['’]s?|bin|ibn|van|von|der|den|-|–|,|\.)$/i;

/** Capitals from end to end, but for the small words that belong inside. */
function isProper(tree: Tree, [first, last]: WordRun): boolean {
  const inner = tree.tokens.slice(first, last + 1);
  if (!isCapital(inner[0]!) || !isCapital(inner.at(-1)!) || !inner.some(isName)) return false;
  return inner.every((token) => isCapital(token) || linking.test(token.text));
}
