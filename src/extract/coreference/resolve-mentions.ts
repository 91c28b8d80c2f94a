import type { MentionType } from "../../terms/index.ts";
import { type Lexicon, nameKey } from "../lexicon.ts";
import type { DraftMention } from "../mentions/draft.ts";
import type { Tree } from "../tree.ts";
import { type AliasPair, findAliases } from "./aliases.ts";
import { type Clusters, join, newClusters, rootOf } from "./clusters.ts";
import { resolveDescriptions } from "./descriptions.ts";
import { isAcronymOf, shortensTo, spelledAlike } from "./name-likeness.ts";

/** Who each mention stands for within its report. */
export interface Resolution {
  /** For each mention the index of its actor, or null when it is none (times, unresolved pronouns). */
  actorOf: (number | null)[];
  /** For each actor its fullest name. */
  nameOf: Map<number, string>;
  typeOf: Map<number, MentionType>;
  aliases: AliasPair[];
}

/** Names first: "the group" and "he" resolve only once a name has been seen. */
export function resolveMentions(
  mentions: readonly DraftMention[],
  trees: readonly Tree[],
  text: string,
  lexicon: Lexicon,
): Resolution {
  const aliases = findAliases(mentions, text);
  const clusters = newClusters(mentions.length);
  joinNames(mentions, clusters, lexicon);
  for (const alias of aliases) join(clusters, alias.one, alias.other);
  const types = clusterTypes(mentions, (at) => rootOf(clusters, at));
  resolveDescriptions(mentions, trees, clusters, types);
  joinDescriptions(mentions, clusters);
  const actorOf = mentions.map((mention, at) =>
    stands(mention, at, clusters, mentions) ? rootOf(clusters, at) : null,
  );
  const root = (at: number): number => rootOf(clusters, at);
  return { actorOf, nameOf: clusterNames(mentions, root), typeOf: clusterTypes(mentions, root), aliases };
}

function stands(
  mention: DraftMention,
  at: number,
  clusters: { parent: number[] },
  mentions: readonly DraftMention[],
): boolean {
  if (mention.sort === "time") return false;
  if (mention.sort !== "pronoun") return true;
  return mentions[rootOf(clusters, at)]!.sort !== "pronoun";
}

/** One pass over distinct names, longest first, so that "Nusra" finds "al-Nusra Front". */
function joinNames(mentions: readonly DraftMention[], clusters: { parent: number[] }, lexicon: Lexicon): void {
  const firstBy = new Map<string, number>();
  mentions.forEach((mention, at) => {
    if (mention.sort !== "name") return;
    const key = clusterKey(mention, lexicon);
    const seen = firstBy.get(key);
    if (seen === undefined) firstBy.set(key, at);
    else join(clusters, seen, at);
  });
  const names = [...firstBy.values()].filter(
    (at) => mentions[at]!.sort === "name" && mentions[at]!.type !== "nationality",
  );
  names.sort((one, other) => mentions[other]!.text.length - mentions[one]!.text.length || one - other);
  names.forEach((long, order) => {
    for (const short of names.slice(order + 1)) {
      if (sameName(mentions[long]!, mentions[short]!)) join(clusters, long, short);
    }
  });
  joinLeftovers(mentions, names, clusters);
}

/**
 * "the Vanguard" after "the Popular Vanguard", "Quintessa" after "Quintessa Labs": a word that begins or ends just one longer name of the report; one of
 * three words that begins so ("Kirumba Copper Corporation") is often called after a place.
 * The tagger's type of such a word says little; a person's longer name was found before.
 */
function joinLeftovers(mentions: readonly DraftMention[], names: readonly number[], clusters: Clusters): void {
  const words = names.map((at) => ({ at, key: bareWords(mentions[at]!.text) }));
  for (const { at, key } of words) {
    if (key.length !== 1 || !isOpen(mentions[at]!)) continue;
    if (words.some((other) => other.key.length > 1 && rootOf(clusters, other.at) === rootOf(clusters, at))) continue;
    const longer = words.filter(
      (other) =>
        other.key.length > 1 &&
        !/^(person|place|nationality)$/.test(mentions[other.at]!.type) &&
        (other.key.at(-1) === key[0] || (other.key[0] === key[0] && other.key.length === 2)),
    );
    if (new Set(longer.map((other) => rootOf(clusters, other.at))).size === 1) join(clusters, longer[0]!.at, at);
  }
}

/** What a list knows by that name is what it says, but for newspapers, which are called as everything else is. */
const isOpen = ({ type, basis }: DraftMention): boolean => type !== "place" && (basis !== "list" || type === "outlet");

const bareWords = (name: string): string[] =>
  nameKey(name)
    .split(" ")
    .filter((word) => !/^(the|al|el|of|and|for|s)$/.test(word));

/** Names that the lists hold under one head meet at once. */
function clusterKey(mention: DraftMention, lexicon: Lexicon): string {
  const key = nameKey(mention.text);
  if (mention.type === "nationality" || mention.type === "people")
    return mention.state ? `state ${nameKey(mention.state)} ${mention.type}` : `people ${key}`;
  const listed = lexicon.names.get(key);
  return listed && !listed.ambiguous ? `listed ${nameKey(listed.name)}` : `named ${key}`;
}

/** Descriptions that no name was found for are the same actor when they are word for word the same. */
function joinDescriptions(mentions: readonly DraftMention[], clusters: { parent: number[] }): void {
  const firstBy = new Map<string, number>();
  mentions.forEach((mention, at) => {
    if (mention.sort !== "description" || mentions[rootOf(clusters, at)]!.sort === "name") return;
    const key = nameKey(mention.text);
    const seen = firstBy.get(key);
    if (seen === undefined) firstBy.set(key, at);
    else join(clusters, seen, at);
  });
}

function sameName(long: DraftMention, short: DraftMention): boolean {
  if (!typesMeet(long, short)) return false;
  if (spelledAlike(long.text, short.text)) return true;
  if (isAcronymOf(short.text, long.text)) return true;
  if (long.basis === "list" && short.basis === "list") return false;
  return shortensTo(long.text, short.text, long.type === "person");
}

function typesMeet(one: DraftMention, other: DraftMention): boolean {
  if (one.type === other.type) return true;
  if (one.basis === "guess" || other.basis === "guess") return true;
  const place = one.type === "place" || other.type === "place";
  const person = one.type === "person" || other.type === "person";
  return !place && !person;
}

const strength = { list: 4, cue: 3, context: 2.5, model: 1, guess: 0.2 } as const;

/** The type that most speaks for over all of an actor's mentions; names count, descriptions only where there is no name. */
function clusterTypes(mentions: readonly DraftMention[], root: (at: number) => number): Map<number, MentionType> {
  const votes = new Map<number, Map<MentionType, number>>();
  mentions.forEach((mention, at) => {
    if (mention.sort === "pronoun" || mention.sort === "time") return;
    const own = votes.get(root(at)) ?? new Map<MentionType, number>();
    own.set(mention.type, (own.get(mention.type) ?? 0) + weightOf(mention));
    votes.set(root(at), own);
  });
  return new Map([...votes].map(([at, own]) => [at, [...own].sort(([, one], [, other]) => other - one)[0]![0]]));
}

/** A single word that the tagger takes for a person may be any invented country; a first and last name are surer. */
function weightOf(mention: DraftMention): number {
  if (mention.sort === "description") return 0.1;
  const bare = mention.type === "person" && mention.basis === "model" && !/\s/.test(mention.text);
  return bare ? 0.3 : strength[mention.basis];
}

function clusterNames(mentions: readonly DraftMention[], root: (at: number) => number): Map<number, string> {
  const best = new Map<number, { name: string; weight: number }>();
  mentions.forEach((mention, at) => {
    if (mention.sort === "pronoun" || mention.sort === "time") return;
    const weight = (mention.sort === "name" ? 1000 : 0) + Math.min(mention.text.length, 60);
    const known = best.get(root(at));
    if (!known || weight > known.weight) best.set(root(at), { name: mention.text, weight });
  });
  return new Map([...best].map(([at, { name }]) => [at, name]));
}
