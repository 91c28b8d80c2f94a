import { type Relation, relations } from "../../terms/index.ts";
import { lemmaOf } from "../lemma.ts";
import type { Frame } from "./frame.ts";

/** The relations that the lexicon knows a word to tell: by a frame, by one that wants a particle or object too, or as a mere cue. */
export interface Hints {
  plain: readonly Relation[];
  joined: readonly Relation[];
  listed: readonly Relation[];
}

/** Looks up what the lexicon says of a word, whatever its part of speech: the tagger weighs it with what it sees around the word. */
export type HintFinder = (word: string) => Hints;

const none: Hints = { plain: [], joined: [], listed: [] };
const tags = ["VB", "VBD", "VBG", "VBN", "VBZ", "NN", "NNS", "JJ"];

/** `cues` as of `parseCues`. */
export function hintFinder(frames: Iterable<Frame>, cues: ReadonlyMap<string, ReadonlySet<Relation>>): HintFinder {
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
    const of = (index: ReadonlyMap<string, ReadonlySet<Relation>>): Relation[] =>
      [...new Set(lemmas.flatMap((lemma) => [...(index.get(lemma) ?? [])]))].sort();
    const found = { plain: of(plain), joined: of(joined), listed: of(cues) };
    const hints = Object.values(found).some((relations) => relations.length > 0) ? found : none;
    if (cache.size > 50_000) cache.clear();
    cache.set(small, hints);
    return hints;
  };
}

/** Words by the relations that they may tell: the lines of `lexicons/predicates/cues.txt`, `relation: lemma lemma …`. */
export function parseCues(text: string, file: string): Map<string, Set<Relation>> {
  const cues = new Map<string, Set<Relation>>();
  for (const [at, line] of text.split("\n").entries()) {
    if (!line.trim() || line.startsWith("#")) continue;
    const [name = "", words = ""] = line.split(":");
    const relation = relations.find((known) => known === name.trim());
    if (!relation) throw new Error(`${file}:${at + 1}: no such relation: ${name}`);
    for (const word of words.trim().split(/\s+/)) cues.set(word, (cues.get(word) ?? new Set()).add(relation));
  }
  return cues;
}
