import type { Claim, Mention, MentionType, Span } from "../../terms/index.ts";
import type { Resolution } from "../coreference/resolve-mentions.ts";
import type { TypedSpan } from "../tagger.ts";
import type { Tree } from "../tree.ts";
import type { DraftMention } from "./draft.ts";
import { headOf } from "./head-of.ts";
import { isBare, isPlainOf, taggedTypes } from "./tagged-mentions.ts";

/** What a report was read into, before anybody is told which words are mentions. */
export interface Told {
  mentions: readonly DraftMention[];
  trees: readonly Tree[];
  resolution: Resolution;
  claims: readonly Claim[];
  /** Mentions that are a party of some claim. */
  acting: ReadonlySet<number>;
}

/**
 * The mentions of a reading, in reading order: what claims and voices name, by its bare name; and everything that the tagger
 * marks, in the words in which it marks it ("the former governor of Idlib"), by the actor whose mention stands on the same head.
 * Without a tagger that looks for mentions, all that the rules have found.
 */
export function toldMentions(told: Told): Mention[] {
  const { mentions, trees } = told;
  const { actorOf } = told.resolution;
  const looks = trees.some((tree) => tree.mentions.length > 0);
  const { owned, free } = markedSpans(mentions, trees);
  const isNeeded = needed(told, owned.keys());
  const names = Map.groupBy(
    [...mentions.keys()].filter((at) => mentions[at]!.sort === "name" && mentions[at]!.type !== "nationality"),
    (at) => mentions[at]!.sentence,
  );
  const shown = new Shown(mentions.length);
  for (const [at, mention] of mentions.entries()) {
    const own = finish(told, at);
    const spans = owned.get(at) ?? [];
    if (!looks || isNeeded(at, spans.length > 0)) shown.add(own);
    if (mention.sort === "pronoun" || mention.sort === "time") continue;
    for (const span of spans) {
      const [start, end] = offsetsOf(span, trees[mention.sentence]!);
      const others = (names.get(mention.sentence) ?? []).filter((one) => actorOf[one] !== actorOf[at]);
      const actor = others.some((one) => standsBeside(mention, span, mentions[one]!)) ? null : own.actor;
      shown.add({ ...own, start, end, actor, type: typed(told, at, span) });
    }
  }
  for (const { span, sentence } of free) shown.add(unclaimed(span, trees[sentence]!));
  return shown.inOrder();
}

/** What is told whether the tagger marks it or not: parties, voices and places of claims, pronouns and times, and other names of any actor that is told. */
function needed(
  { mentions, resolution, claims }: Told,
  marked: Iterable<number>,
): (at: number, marked: boolean) => boolean {
  const used = new Set(claims.flatMap(partsOf));
  const actors = new Set(
    [...used, ...marked].map((at) => resolution.actorOf[at]).filter((actor) => typeof actor === "number"),
  );
  return (at, marked) => {
    const { sort } = mentions[at]!;
    if (used.has(at) || sort === "pronoun" || sort === "time") return true;
    return !marked && sort === "name" && actors.has(resolution.actorOf[at]!);
  };
}

/** Mentions gathered, no words twice. The first of a draft has its number; what only the tagger marks is numbered after all drafts. */
class Shown {
  private readonly mentions = new Map<string, Mention>();
  private readonly ids = new Set<string>();
  private next: number;

  constructor(drafts: number) {
    this.next = drafts;
  }

  add(mention: Mention): void {
    const words = `${mention.start} ${mention.end}`;
    if (this.mentions.has(words)) return;
    const id = mention.id === "" || this.ids.has(mention.id) ? `m${++this.next}` : mention.id;
    this.ids.add(id);
    this.mentions.set(words, { ...mention, id });
  }

  inOrder(): Mention[] {
    return [...this.mentions.values()].sort((one, other) => one.start - other.start || other.end - one.end);
  }
}

/** A span on whose head nothing stands that the rules have found. */
function unclaimed(span: TypedSpan, tree: Tree): Mention {
  const [start, end] = offsetsOf(span, tree);
  const head = tree.tokens[headOf(tree, span.first, span.last)]!;
  return {
    id: "",
    start,
    end,
    type: taggedTypes[span.type]!,
    actor: null,
    head: [head.start, head.end],
    pronoun: isBare(head),
  };
}

interface Marked {
  /** By mention, the tagger's spans whose head it stands on. */
  owned: ReadonlyMap<number, TypedSpan[]>;
  /** Spans on whose head no mention stands. */
  free: readonly { span: TypedSpan; sentence: number }[];
}

function markedSpans(mentions: readonly DraftMention[], trees: readonly Tree[]): Marked {
  const owned = new Map<number, TypedSpan[]>();
  const free: { span: TypedSpan; sentence: number }[] = [];
  const inSentence = Map.groupBy(mentions.keys(), (at) => mentions[at]!.sentence);
  trees.forEach((tree, sentence) => {
    for (const span of tree.mentions.filter((one) => one.type in taggedTypes && !isClause(tree, one))) {
      const head = headOf(tree, span.first, span.last);
      const owner = (inSentence.get(sentence) ?? [])
        .filter((at) => mentions[at]!.head === head && mentions[at]!.sort !== "time")
        .filter((at) => mentions[at]!.type !== "nationality" || span.type === "Nationality")
        .sort((one, other) => apart(mentions[one]!, span) - apart(mentions[other]!, span))[0];
      if (owner === undefined) free.push({ span, sentence });
      else owned.set(owner, [...(owned.get(owner) ?? []), span]);
    }
  });
  return { owned, free };
}

/** "Ilva Dorn defeated Ossip Varga" is more than a mention, and so is "the minister who had resigned". */
const isClause = (tree: Tree, { first, last }: TypedSpan): boolean =>
  tree.tokens.slice(first, last + 1).some(({ pos }) => /^(VB[DPZ]|MD)$/.test(pos));

const apart = (mention: DraftMention, span: TypedSpan): number =>
  Math.abs(mention.first - span.first) + Math.abs(mention.last - span.last);

/** The mentions that a claim names, as drafts are numbered. */
const partsOf = ({ agents, patients, place, voices }: Claim): number[] =>
  [...agents, ...patients, place, ...voices.map(({ mention }) => mention)]
    .filter((id) => id !== null)
    .map((id) => Number(id.slice(1)) - 1);

function offsetsOf({ first, last }: TypedSpan, tree: Tree): Span {
  return [tree.tokens[first]!.start, tree.tokens[last]!.end];
}

/** "Ilva Dorn of the Reed Pact" names the Pact too: it is no name of hers. "The Haradani premier Ilva Dorn" is. */
const standsBeside = (own: DraftMention, { first, last }: TypedSpan, other: DraftMention): boolean =>
  other.first >= first && other.last <= last && (other.first > own.last || other.last < own.first);

/** The rules' own type where it is of the tagger's sort, else the tagger's. */
function typed(told: Told, at: number, span: TypedSpan): MentionType {
  const own = typeOf(told, at);
  const actor = told.resolution.actorOf[at];
  const finer = actor === null || actor === undefined ? own : (told.resolution.typeOf.get(actor) ?? own);
  return [own, finer].find((type) => isPlainOf(span.type, type)) ?? taggedTypes[span.type]!;
}

function finish(told: Told, at: number): Mention {
  const { trees, resolution } = told;
  const mention = told.mentions[at]!;
  const tree = trees[mention.sentence]!;
  const head = tree.tokens[mention.head]!;
  const inside = head.start >= mention.start && head.end <= mention.end;
  const actor = resolution.actorOf[at];
  return {
    id: `m${at + 1}`,
    start: withArticle(mention, tree),
    end: mention.end,
    type: typeOf(told, at),
    actor: actor === null || actor === undefined ? null : `a${actor + 1}`,
    head: inside ? [head.start, head.end] : [mention.start, mention.end],
    pronoun: mention.sort === "pronoun",
  };
}

function typeOf({ mentions, trees, resolution, acting }: Told, at: number): MentionType {
  const mention = mentions[at]!;
  const seen = acting.has(at) ? undefined : (mention.seenAs ?? placeOnly(mention, trees[mention.sentence]!));
  if (seen !== undefined) return seen;
  const actor = resolution.actorOf[at];
  if (actor === null || actor === undefined || mention.type === "nationality") return mention.type;
  return resolution.typeOf.get(actor) ?? mention.type;
}

/** A state that does nothing in any claim and is no subject is named as a place: "in Iraq", "northern Syria". */
function placeOnly(mention: DraftMention, tree: Tree): "place" | undefined {
  const subject = /^(nsubj|nsubjpass|nmod:poss)$/.test(tree.tokens[mention.head]!.deprel);
  return mention.type === "state" && mention.sort === "name" && !subject ? "place" : undefined;
}

/** Where a mention begins: "the Nusra Front" with its article, names of persons without. */
function withArticle(mention: DraftMention, tree: Tree): number {
  const before = tree.tokens[mention.first - 1];
  const takes = mention.sort === "name" && mention.type !== "person" && mention.type !== "nationality";
  return takes && before && /^the$/i.test(before.text) && tree.tokens[mention.first]!.start === mention.start
    ? before.start
    : mention.start;
}
