import { actorTypes, type MentionType } from "../../terms/index.ts";
import type { DraftMention } from "../mentions/draft.ts";
import type { Arc } from "../predicates/frame.ts";
import { caseOf, childrenOn, type Tree } from "../tree.ts";

/** Finds the mention that stands on a token: its own, or for "dozens of fighters" the one that the quantity counts. */
export type PartyFinder = (sentence: number, token: number) => number | null;

const quantities =
  /^(dozen|hundred|thousand|number|group|series|some|many|most|several|all|both|each|majority|handful|lot|rest|half|score|million|scores|hundreds|thousands|dozens|remnant|part|section|one|two|three|any|none|either|side|majority|bulk|members?|ranks?|fighters?|leadership)$/i;

export function partyFinder(mentions: readonly DraftMention[], trees: readonly Tree[]): PartyFinder {
  const byHead = new Map<string, number>();
  mentions.forEach((mention, at) => {
    if (mention.sort === "time") return;
    const key = `${mention.sentence}:${mention.head}`;
    const known = byHead.get(key);
    if (known === undefined || outranks(mention, mentions[known]!)) byHead.set(key, at);
  });
  const covering = (sentence: number, token: number): number | null => {
    const found = mentions.findIndex(
      (mention) =>
        mention.sentence === sentence &&
        mention.first <= token &&
        token <= mention.last &&
        mention.sort === "name" &&
        mention.type !== "nationality",
    );
    return found < 0 ? null : found;
  };
  const find = (sentence: number, token: number, depth = 0): number | null => {
    const tree = trees[sentence]!;
    const own = byHead.get(`${sentence}:${token}`);
    if (own !== undefined) return namedAfter(mentions, tree, own, byHead) ?? own;
    const name = covering(sentence, token);
    if (name !== null) return name;
    if (depth > 2 || !quantities.test(tree.tokens[token]!.text)) return null;
    const counted = childrenOn(tree, token, "nmod").find((child) => caseOf(tree, child) === "of");
    return counted === undefined ? null : find(sentence, counted, depth + 1);
  };
  return (sentence, token) => find(sentence, token);
}

/** "the key city of Deir ez-Zor", "the province of Latakia": the name says which. */
function namedAfter(
  mentions: readonly DraftMention[],
  tree: Tree,
  at: number,
  byHead: ReadonlyMap<string, number>,
): number | null {
  const mention = mentions[at]!;
  if (mention.sort !== "description" || mention.type !== "place") return null;
  for (const child of childrenOn(tree, mention.head, "nmod", "appos", "dep")) {
    const named = byHead.get(`${mention.sentence}:${child}`);
    if (named === undefined || mentions[named]!.sort !== "name" || mentions[named]!.type === "nationality") continue;
    if (tree.tokens[child]!.deprel !== "nmod" || caseOf(tree, child) === "of") return named;
  }
  return null;
}

/** Of two mentions with one head the name stands before the description, the longer before the shorter. */
function outranks(one: DraftMention, other: DraftMention): boolean {
  if (one.type === "nationality" || other.type === "nationality") return other.type === "nationality";
  if (one.sort !== other.sort) return one.sort === "name";
  return one.end - one.start > other.end - other.start;
}

/** Whether a mention may stand on an arc that asks for a type. States stand for places and places for states. */
export function fits(type: MentionType, arc: Arc, relation: string): boolean {
  const wanted = arc.type ?? defaultType(relation);
  if (wanted === "place") return type === "place" || type === "state";
  if (wanted === "state") return type === "state" || type === "place";
  if (wanted === "person" || wanted === "people" || wanted === "force" || wanted === "alliance")
    return type === wanted || (wanted === "people" && type === "person");
  if (wanted === "any") return type !== "time";
  if (wanted === "body") return actorTypes.includes(type) && !/^(state|person|people|nationality)$/.test(type);
  return actorTypes.includes(type) && type !== "nationality";
}

const ofPlaces = new Set(["holds", "seize", "withdraw"]);
const ofAnything = new Set(["attack", "mobilize", "meet", "coerce", "concede", "investigate", "protest", "sanction"]);

function defaultType(relation: string): "actor" | "place" | "any" {
  if (ofPlaces.has(relation)) return "place";
  return ofAnything.has(relation) ? "any" : "actor";
}

/** Place names act for their governments ("Damascus accused"); roads and towns that are only described do not act. */
export function mayAct(mention: DraftMention): boolean {
  return mention.type !== "time" && !(mention.type === "place" && mention.sort === "description");
}
