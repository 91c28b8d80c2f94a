import { type Lexicon, nameKey } from "../lexicon.ts";
import type { Token } from "../tagger.ts";
import type { Tree } from "../tree.ts";

/** The words from one token to another, both included, with a blank between them. */
export const wordsOf = (tree: Tree, first: number, last: number): string =>
  tree.tokens
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(" ");

/** Whether the lists have these words as a name. */
export const listsName = (tree: Tree, first: number, last: number, lexicon: Lexicon): boolean =>
  lexicon.names.has(nameKey(wordsOf(tree, first, last)));

/** Whether these words in small letters are a title, written out or short: "president", "gen.". */
export const isTitle = (words: string, lexicon: Lexicon): boolean =>
  lexicon.titles.has(words) || lexicon.titles.has(words.replace(/\.$/, ""));

/** Whether a word is written as names are: "Tarr", "47th", "al-Sham", "d'Aldabra". */
export const isCapital = ({ text }: Token): boolean => /^[\p{Lu}\p{N}]|-\p{Lu}|^\p{L}['’]\p{Lu}/u.test(text);
