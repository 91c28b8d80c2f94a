import type { Relation } from "../../terms/index.ts";
import { lemmaOf } from "../lemma.ts";
import type { Frame } from "./frame.ts";

/** The relations that the lexicon knows a word to tell: by itself, or only beside a particle or an object. */
export interface Hints {
  plain: readonly Relation[];
  joined: readonly Relation[];
}

/** Looks up what the lexicon says of a word, whatever its part of speech: the tagger weighs it with what it sees around the word. */
export type HintFinder = (word: string) => Hints;

const none: Hints = { plain: [], joined: [] };
const tags = ["VB", "VBD", "VBG", "VBN", "VBZ", "NN", "NNS", "JJ"];

export function hintFinder(frames: Iterable<Frame>): HintFinder {
  const plain = new Map<string, Set<Relation>>();
  const joined = new Map<string, Set<Relation>>();
  const note = (index: Map<string, Set<Relation>>, lemma: string, relation: Relation): void => {
    const known = index.get(lemma);
    if (known) known.add(relation);
    else index.set(lemma, new Set([relation]));
  };
  for (const { lemma, relation, objects, particle, sort } of frames) {
    note(objects || particle || sort === "prefix" ? joined : plain, lemma.toLowerCase(), relation);
    for (const object of objects ?? []) note(joined, object, relation);
  }
  const cache = new Map<string, Hints>();
  return (word) => {
    const small = word.toLowerCase();
    const known = cache.get(small);
    if (known) return known;
    const lemmas = [...new Set([small, ...tags.map((tag) => lemmaOf(small, tag))])];
    const of = (index: Map<string, Set<Relation>>): Relation[] =>
      [...new Set(lemmas.flatMap((lemma) => [...(index.get(lemma) ?? [])]))].sort();
    const found = { plain: of(plain), joined: of(joined) };
    const hints = found.plain.length + found.joined.length > 0 ? found : none;
    if (cache.size > 50_000) cache.clear();
    cache.set(small, hints);
    return hints;
  };
}
