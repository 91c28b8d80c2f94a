import type { MentionType } from "../../terms/index.ts";
import { type Lexicon, nameKey } from "../lexicon.ts";
import type { Token } from "../tagger.ts";
import { caseOf, isName, isNoun, type Tree } from "../tree.ts";
import type { DraftMention } from "./draft.ts";

/** Descriptions that stand for actors or places: "the militant groups", "several strategic mountains", "Ahrar militants". */
export function findDescriptions(
  tree: Tree,
  sentence: number,
  text: string,
  lexicon: Lexicon,
  names: readonly DraftMention[],
): DraftMention[] {
  const inName = new Set(names.flatMap((name) => range(name.first, name.last)));
  return tree.tokens.flatMap((token, at) => {
    if (inName.has(at) || !isNoun(token)) return [];
    const type = nounType(tree, at, lexicon);
    if (!type || modifiesNoun(tree, at, inName)) return [];
    const first = leftEdge(tree, at, names);
    const last = type === "place" ? at : rightEdge(tree, at, names);
    const start = tree.tokens[first]!.start;
    return [
      {
        sentence,
        first,
        last,
        head: at,
        start,
        end: tree.tokens[last]!.end,
        type: refine(tree, first, at, type),
        sort: "description" as const,
        basis: "list" as const,
        text: text.slice(start, tree.tokens[last]!.end),
      },
    ];
  });
}

/** The type of the longest listed noun that ends here: "air force" before "force". */
function nounType(tree: Tree, at: number, lexicon: Lexicon): MentionType | undefined {
  const before = tree.tokens[at - 1];
  const pair = before ? lexicon.nouns.get(`${before.text} ${tree.tokens[at]!.text}`.toLowerCase()) : undefined;
  return pair ?? lexicon.nouns.get(tree.tokens[at]!.text.toLowerCase()) ?? lexicon.nouns.get(tree.tokens[at]!.lemma);
}

/** "rebel" in "rebel leader", "group" in "Salafist group Ahrar al-Sham": part of a longer phrase, not a party of its own. */
function modifiesNoun(tree: Tree, at: number, inName: ReadonlySet<number>): boolean {
  const token = tree.tokens[at]!;
  if (inName.has(at + 1) && token.head > at && /^(compound|amod|nmod|dep|appos)$/.test(token.deprel)) return true;
  if (inName.has(at + 1) && isTitleLike(tree, at)) return true;
  const next = tree.tokens[at + 1];
  return next !== undefined && isNoun(next) && token.head === nextHead(tree, at) && token.deprel === "compound";
}

function nextHead(tree: Tree, at: number): number {
  let last = at + 1;
  while (tree.tokens[last + 1] && isNoun(tree.tokens[last + 1]!) && tree.tokens[last]!.deprel === "compound") last++;
  return last;
}

/** "group Ahrar al-Sham": a noun right before a name with no comma, itself after an adjective, article or name. */
function isTitleLike(tree: Tree, at: number): boolean {
  const token = tree.tokens[at]!;
  const next = tree.tokens[at + 1]!;
  return token.pos === "NN" && isName(next) && next.deprel !== "nsubj" && token.deprel !== "dobj";
}

const inside = /^(DT|PDT|JJ|JJR|JJS|NN|NNS|NNP|NNPS|CD|VBN|VBG|PRP\$|POS|FW)$/;

/** The first word of the noun phrase that ends here, its possessor included: "Lumezia's ambassador", "his group". */
function leftEdge(tree: Tree, at: number, names: readonly DraftMention[]): number {
  let first = at;
  for (let left = at - 1; left >= 0; left--) {
    const token = tree.tokens[left]!;
    if (!inside.test(token.pos) || !hangsBelow(tree, left, at)) break;
    first = left;
    if (token.pos === "DT" && tree.tokens[left - 1]?.pos !== "POS") break;
  }
  // Never cut a name in two: take it whole where it possesses, leave it out where it does not.
  const cut = names.find((name) => name.first < first && name.last >= first);
  if (cut) first = tree.tokens[cut.last + 1]?.pos === "POS" ? cut.first : cut.last + 1;
  return skipPunctuation(tree, first, at);
}

/** "the leader of the Front": a name after "of" says which, and belongs to the description. */
function rightEdge(tree: Tree, at: number, names: readonly DraftMention[]): number {
  if (tree.tokens[at + 1]?.text !== "of") return at;
  const named = names.find((name) => name.first > at + 1 && name.first <= at + 3 && caseOf(tree, name.head) === "of");
  if (!named) return at;
  const between = tree.tokens.slice(at + 2, named.first);
  return between.every((token) => /^(DT|JJ|PRP\$)$/.test(token.pos)) ? named.last : at;
}

function skipPunctuation(tree: Tree, first: number, at: number): number {
  while (first < at && /^(POS|,|``|''|:)$/.test(tree.tokens[first]!.pos)) first++;
  return first;
}

function hangsBelow(tree: Tree, at: number, head: number): boolean {
  let up = at;
  for (let steps = 0; steps < 6 && up >= 0; steps++) {
    if (up === head) return true;
    up = tree.tokens[up]!.head;
  }
  return false;
}

/** "all involved parties" are groups, whatever they are; "the two parties" may be political ones. */
function refine(tree: Tree, first: number, at: number, type: MentionType): MentionType {
  const noun = tree.tokens[at]!;
  if (noun.lemma !== "party" || noun.pos !== "NNS") return type;
  const concerned = /^(involve|warring|rival|all|both|concerned)/i;
  return tree.tokens.slice(first, at).some((token) => concerned.test(token.text)) ? "group" : type;
}

const personal = /^(he|she|him|her|his|hers|himself|herself|they|them|their|theirs|themselves|it|its|itself)$/i;

/** Pronouns of the third person; whom they stand for is found later. */
export function findPronouns(tree: Tree, sentence: number): DraftMention[] {
  return tree.tokens.flatMap((token, at) =>
    /^(PRP|PRP\$)$/.test(token.pos) && personal.test(token.text) ? [pronoun(token, at, sentence)] : [],
  );
}

function pronoun(token: Token, at: number, sentence: number): DraftMention {
  const type: MentionType = /^(he|she|him|her|his|hers|himself|herself)$/i.test(token.text) ? "person" : "group";
  return {
    sentence,
    first: at,
    last: at,
    head: at,
    start: token.start,
    end: token.end,
    type,
    sort: "pronoun",
    basis: "list",
    text: token.text,
  };
}

/** "Syrian" in "the Syrian army", "North Korean": a nationality, and the state that it stands for. */
export function findDemonyms(
  tree: Tree,
  sentence: number,
  lexicon: Lexicon,
  names: readonly DraftMention[],
  text: string,
): DraftMention[] {
  const inName = new Set(names.flatMap((name) => range(name.first, name.last)));
  const found: DraftMention[] = [];
  for (let at = 0; at < tree.tokens.length; at++) {
    if (inName.has(at)) continue;
    const width = demonymWidth(tree, at, lexicon);
    if (width === 0) continue;
    found.push(draftDemonym(tree, sentence, at, at + width - 1, lexicon, text));
    at += width - 1;
  }
  return found;
}

/** How many words of a demonym start here: two, one or none. */
export function demonymWidth(tree: Tree, at: number, lexicon: Lexicon): number {
  const [one, two] = [tree.tokens[at]!.text, tree.tokens[at + 1]?.text];
  if (!/^\p{Lu}/u.test(one)) return 0;
  if (two && /^\p{Lu}/u.test(two) && lexicon.demonyms.has(nameKey(`${one} ${two}`))) return 2;
  return lexicon.demonyms.has(nameKey(one)) ? 1 : 0;
}

function draftDemonym(
  tree: Tree,
  sentence: number,
  first: number,
  last: number,
  lexicon: Lexicon,
  text: string,
): DraftMention {
  const [start, end] = [tree.tokens[first]!.start, tree.tokens[last]!.end];
  const { state } = lexicon.demonyms.get(nameKey(text.slice(start, end))) ?? { state: null };
  const plural = /^(NNS|NNPS)$/.test(tree.tokens[last]!.pos);
  return {
    sentence,
    first,
    last,
    head: last,
    start,
    end,
    type: plural ? "people" : "nationality",
    sort: "name",
    basis: "list",
    text: text.slice(start, end),
    ...(state ? { state } : {}),
  };
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}
