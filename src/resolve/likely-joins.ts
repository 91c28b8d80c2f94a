import { knownNames } from "./known-actors.ts";
import { endsIn, firstTelling, isGeneric, shortensTo, standsAlone, wordsAlike } from "./name-likeness.ts";
import type { NameGraph, NameNode } from "./name-nodes.ts";
import { sortOf } from "./name-sets.ts";
import { soundsAlike } from "./word-distance.ts";

/** Two nodes, the smaller first. */
export type Pair = readonly [number, number];

export const pairOf = (one: number, other: number): Pair => (one < other ? [one, other] : [other, one]);

/** Names that the lists of actors give to one: "Daesh" and "Islamic State" look nothing alike. Each with the first of its group. */
export function listedPairs({ nodes }: NameGraph): Pair[] {
  const known = knownNames();
  const groups = new Map<string, number[]>();
  for (const [at, { key, sort }] of nodes.entries()) {
    const found = known.get(key);
    if (found === undefined || sortOf(found.kind) !== sort) continue;
    groups.set(found.actor, [...(groups.get(found.actor) ?? []), at]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => others.map((other): Pair => [first!, other]));
}

/** Names that are spellings of each other: the same letters, or as many words that are each alike. */
export function spelledAlike({ nodes }: NameGraph): Pair[] {
  const surnames = new Set(
    nodes.filter(({ sort, words }) => sort === "person" && words.length > 1).map(({ words }) => words.at(-1)!),
  );
  const pairs: Pair[] = [];
  const byLetters = Map.groupBy(nodes.keys(), (at) => nodes[at]!.key.replaceAll(" ", ""));
  for (const block of byLetters.values())
    for (const [at, one] of block.entries())
      for (const other of block.slice(at + 1))
        if (sameLetters(nodes[one]!, nodes[other]!, surnames)) pairs.push(pairOf(one, other));
  const words = new WordTable();
  const bySound = Map.groupBy(nodes.keys(), (at) => soundBlock(nodes[at]!));
  for (const block of bySound.values()) {
    const own = block.map((at) => nodes[at]!.words.map((word) => words.numberOf(word)));
    for (let i = 0; i < block.length; i += 1)
      for (let j = i + 1; j < block.length; j += 1)
        if (words.alike(own[i]!, own[j]!)) pairs.push(pairOf(block[i]!, block[j]!));
  }
  return pairs;
}

function sameLetters(one: NameNode, other: NameNode, surnames: ReadonlySet<string>): boolean {
  if (one.sort === other.sort) return true;
  if (one.key !== other.key || one.sort === "people" || other.sort === "people") return false;
  // A town and a surname may be one word. Any other name that one report takes for a person and another for a movement
  // is more likely mistaken by one of them than shared by two.
  return (one.sort !== "person" && other.sort !== "person") || !surnames.has(one.key);
}

/** Names that can be spellings of each other are of one sort and have as many words, each beginning with a like sound. */
const soundBlock = ({ sort, words }: NameNode): string =>
  `${sort} ${words.map(([letter]) => soundClasses.findIndex((sounds) => sounds.includes(letter!)) + letterIf(letter!)).join(" ")}`;

const soundClasses = ["aeiouy", "ckqgxjszh", "vwf", "dt", "bp", "mn"];
const letterIf = (letter: string): string => (soundClasses.some((sounds) => sounds.includes(letter)) ? "" : letter);

/** Words as numbers with what rules most pairs out before their letters are compared: names come by the ten thousand. */
class WordTable {
  private readonly numbers = new Map<string, number>();
  private readonly words: string[] = [];
  private readonly bags: Uint8Array[] = [];
  private readonly known = new Map<number, boolean>();

  numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const number = this.words.push(word) - 1;
    this.bags.push(soundBag(word));
    this.numbers.set(word, number);
    return number;
  }

  /** Whether each word of the one is alike to that of the other in its place. */
  alike(one: readonly number[], other: readonly number[]): boolean {
    for (let at = 0; at < one.length; at += 1)
      if (one[at] !== other[at] && !this.mayBeAlike(one[at]!, other[at]!)) return false;
    for (let at = 0; at < one.length; at += 1)
      if (one[at] !== other[at] && !this.areAlike(one[at]!, other[at]!)) return false;
    return true;
  }

  private mayBeAlike(one: number, other: number): boolean {
    const [a, b] = [this.words[one]!.length, this.words[other]!.length];
    if (a - b > 2 || b - a > 2) return false;
    return leastEdits(this.bags[one]!, this.bags[other]!) <= Math.max(a, b) * 0.25;
  }

  private areAlike(one: number, other: number): boolean {
    const key = Math.min(one, other) * 4_194_304 + Math.max(one, other);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const alike = wordsAlike(this.words[one]!, this.words[other]!);
    if (this.known.size < 4_000_000) this.known.set(key, alike);
    return alike;
  }
}

/** Consonants that transliteration never takes for vowels or gutturals, by sound. */
const consonants = ["dt", "bp", "mn", "l", "r"];

/** How often each consonant's sound, and then each letter, stands in a word, doubled letters once. */
function soundBag(word: string): Uint8Array {
  const bag = new Uint8Array(consonants.length + 36);
  for (const [at, letter] of [...word].entries()) {
    if (letter === word[at - 1]) continue;
    const sound = consonants.findIndex((sounds) => sounds.includes(letter));
    if (sound >= 0) bag[sound]! += 1;
    bag[consonants.length + Number.parseInt(letter, 36)]! += 1;
  }
  return bag;
}

/** Fewer edits than these do not make one word of the other: a consonant of another sound costs one, any letter a half. */
function leastEdits(one: Uint8Array, other: Uint8Array): number {
  const sounds = mostDiffering(one, other, 0, consonants.length);
  const letters = mostDiffering(one, other, consonants.length, one.length);
  return sounds + Math.max(0, letters - sounds) / 2;
}

function mostDiffering(one: Uint8Array, other: Uint8Array, from: number, to: number): number {
  let more = 0;
  let less = 0;
  for (let at = from; at < to; at += 1) {
    const difference = one[at]! - other[at]!;
    if (difference > 0) more += difference;
    else less -= difference;
  }
  return Math.max(more, less);
}

/** An acronym with the names that have its initials: SDF, Syrian Democratic Forces. */
export function acronymPairs({ nodes }: NameGraph): Map<number, number[]> {
  const byInitials = new Map<string, Set<number>>();
  for (const [at, { sort, writings }] of nodes.entries())
    for (const name of writings.keys())
      for (const initials of initialsOf(name)) {
        const key = `${sort} ${initials}`;
        byInitials.set(key, (byInitials.get(key) ?? new Set()).add(at));
      }
  const found = new Map<number, number[]>();
  for (const [at, { sort, writings }] of nodes.entries()) {
    if (![...writings.keys()].some((name) => /^\p{Lu}[\p{Lu}.]+$/u.test(name))) continue;
    const long = [...writings.keys()].flatMap((name) => {
      const letters = name.replace(/[.\s]/g, "");
      return /^\p{Lu}{2,8}$/u.test(letters) ? [...(byInitials.get(`${sort} ${letters}`) ?? [])] : [];
    });
    if (long.length > 0)
      found.set(
        at,
        [...new Set(long)].sort((one, other) => one - other),
      );
  }
  return found;
}

/** The initials of a name's words, with and without the small ones; as `isAcronymOf` reads them. */
function initialsOf(name: string): string[] {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  if (words.length < 2) return [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]);
  return [...new Set([capitals.join(""), words.map((word) => word[0]!.toUpperCase()).join("")])];
}

/** A name that may be short for others, and for which of them only where no report has both as two. */
export interface ShortForm {
  long: number;
  unlessApart: boolean;
}

/** Names that may shorten longer ones: lone surnames, and what a body is called once its full name was said. */
export function shortForms(graph: NameGraph, attested: ReadonlySet<number>): Map<number, ShortForm[]> {
  const { nodes } = graph;
  const longer = new LongerNames(nodes);
  const found = new Map<number, ShortForm[]>();
  for (const [short, node] of nodes.entries()) {
    const forms = longer.having(node).flatMap((long): ShortForm[] => {
      const may = mayShorten(node, nodes[long]!, attested.has(pairNumber(short, long)));
      return may === "no" ? [] : [{ long, unlessApart: may === "unless apart" }];
    });
    if (forms.length > 0) found.set(short, forms);
  }
  return found;
}

/** A pair as one number, the same whichever comes first. */
export const pairNumber = (one: number, other: number): number =>
  Math.min(one, other) * 67_108_864 + Math.max(one, other);

/** Which names have a word alike to another's first: all that it could shorten. */
class LongerNames {
  private readonly nodes: readonly NameNode[];
  private readonly byWord = new Map<string, number[]>();
  /** Words by length and first letter. */
  private readonly buckets = new Map<string, string[]>();
  private readonly near = new Map<string, string[]>();
  private readonly mostWords: number;

  constructor(nodes: readonly NameNode[]) {
    this.nodes = nodes;
    this.mostWords = nodes.reduce((most, { words }) => Math.max(most, words.length), 0);
    for (const [at, { words }] of nodes.entries())
      if (words.length > 1) for (const word of new Set(words)) put(this.byWord, word, at);
    for (const word of this.byWord.keys()) put(this.buckets, `${word.length}${word[0]}`, word);
  }

  /** In their order: names with more words, one of them alike to the first of this one, one with its first letter. */
  having({ key, words }: NameNode): number[] {
    if (words.length >= this.mostWords) return [];
    const found = new Set<number>();
    for (const word of this.alikeTo(words[0]!))
      for (const at of this.byWord.get(word) ?? []) {
        const long = this.nodes[at]!.words;
        if (long.length > words.length && long.some(([letter]) => letter === key[0])) found.add(at);
      }
    return [...found].sort((one, other) => one - other);
  }

  /** Words alike begin with letters of one sound and differ in length by two at most. */
  private alikeTo(word: string): readonly string[] {
    const known = this.near.get(word);
    if (known !== undefined) return known;
    const near: string[] = [];
    for (const letter of [...letters].filter((one) => soundsAlike(one, word[0]!)))
      for (let length = word.length - 2; length <= word.length + 2; length += 1)
        for (const other of this.buckets.get(`${length}${letter}`) ?? []) if (wordsAlike(other, word)) near.push(other);
    this.near.set(word, near);
    return near;
  }
}

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";

function put<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function mayShorten(short: NameNode, long: NameNode, attested: boolean): "yes" | "no" | "unless apart" {
  // Gazprom is Gazprom: a listed name does not shorten one that is not its own.
  const listed = knownNames().get(short.key);
  if (listed !== undefined && !attested && knownNames().get(long.key)?.actor !== listed.actor) return "no";
  const person = short.sort === "person" && long.sort === "person";
  if (person || short.sort === "people" || long.sort === "people")
    return person && shortensTo(long.key, short.key, true) ? "yes" : "no";
  if (!shortensTo(long.key, short.key, false)) return "no";
  if (attested) return "yes";
  // "The Concord", of which only one is told, and "Shield Front", of which only one has more to its name.
  const definite = [...short.writings.keys()].some((name) => /^the\s/i.test(name));
  if (long.sort !== "person" && endsIn(long.key, short.key) && (definite || isGeneric(short.words.at(-1)!)))
    return "yes";
  const sameBody =
    short.sort === "body" &&
    long.sort === "body" &&
    standsAlone(short.key) &&
    firstTelling(short.key) === firstTelling(long.key);
  if (!sameBody) return "no";
  // "Kirumba" beside "Kirumba Copper Corporation" in one report is the country, "Haesong Heavy" an oversight.
  return short.words.length === 1 ? "unless apart" : "yes";
}
