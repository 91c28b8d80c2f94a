import type { MentionType } from "../../terms/index.ts";
import type { DraftMention } from "../mentions/draft.ts";
import { caseOf, childOn, childrenOn, isApposition, type Tree } from "../tree.ts";
import { nameBeside } from "./beside.ts";
import { type Clusters, join, rootOf } from "./clusters.ts";
import { type Gender, nameLean, pronounGender, toldGender } from "./gender.ts";

type Types = ReadonlyMap<number, MentionType>;

/** Lets "the group", "its leader", "he" and "they" stand for an actor named before, in reading order. */
export function resolveDescriptions(
  mentions: readonly DraftMention[],
  trees: readonly Tree[],
  clusters: Clusters,
  types: Types,
): void {
  const leaders = findLeaders(mentions, trees, clusters);
  const genders = new Map<number, Gender>();
  mentions.forEach((mention, at) => {
    const told = toldGender(mention, trees[mention.sentence]!);
    if (told !== null) genders.set(rootOf(clusters, at), told);
  });
  mentions.forEach((mention, at) => {
    const target =
      mention.sort === "pronoun"
        ? pronounTarget(mentions, at, trees, clusters, types, genders)
        : mention.sort === "description"
          ? descriptionTarget(mentions, at, trees, clusters, types, leaders)
          : null;
    if (target === null || rootOf(clusters, target) === rootOf(clusters, at)) return;
    const gender =
      pronounGender(mention.text) ?? genders.get(rootOf(clusters, at)) ?? genders.get(rootOf(clusters, target));
    join(clusters, target, at);
    if (gender !== undefined) genders.set(rootOf(clusters, target), gender);
  });
}

const holders: Record<string, readonly MentionType[]> = {
  group: ["group", "alliance", "force", "party", "organisation"],
  alliance: ["alliance", "group", "organisation"],
  party: ["party"],
  force: ["force"],
  organisation: ["organisation", "group", "alliance"],
  outlet: ["outlet"],
  state: ["state", "place"],
  person: ["person"],
  place: ["place", "state"],
};

function descriptionTarget(
  mentions: readonly DraftMention[],
  at: number,
  trees: readonly Tree[],
  clusters: Clusters,
  types: Types,
  leaders: ReadonlyMap<number, number>,
): number | null {
  const mention = mentions[at]!;
  const tree = trees[mention.sentence]!;
  const ownName = namedModifier(mentions, at, tree);
  if (ownName !== null) return ownName;
  const beside = appositionTarget(mentions, at, tree) ?? nameBeside(mentions, at, tree);
  if (beside !== null) return beside;
  const led = leaderTarget(mentions, at, tree, clusters, leaders);
  if (led !== null) return led;
  const again = shortened(mentions, at, trees);
  if (again !== null) return again;
  if (fighters.test(mention.text)) return latest(mentions, at, trees, clusters, types, ["group", "alliance"]);
  if (mention.type === "person" || tree.tokens[mention.head]!.pos !== "NN") return null;
  if (childrenOn(tree, mention.head, "nmod").some((child) => caseOf(tree, child) === "of")) return null;
  const owner = childOn(tree, mention.head, "nmod:poss");
  if (owner !== null) return ownedTarget(mentions, at, owner, clusters, leaders);
  if (!/^(the|this|that)\s+\S+$/i.test(mention.text)) return null;
  return latest(mentions, at, trees, clusters, types, holders[mention.type] ?? []);
}

/** Words by which reports go on about an armed group that they have named. */
const fighters =
  /^the (rebels?|insurgents|militants|jihadists|guerrillas|separatists|extremists|mutineers|militia|militiamen)$/i;

/** "the leader of the Front, Ada Okun", "Jaish al-Wadi, an alliance of brigades": the name beside the description. */
function appositionTarget(mentions: readonly DraftMention[], at: number, tree: Tree): number | null {
  const mention = mentions[at]!;
  // "to buy Quintessa Labs, two people with knowledge of it said"
  if (tree.tokens.slice(mention.first, mention.head).some(({ pos }) => pos === "CD")) return null;
  const beside = [
    ...(tree.children[mention.head] ?? []).filter((child) => isApposition(tree, child)),
    ...(isApposition(tree, mention.head) ? [tree.tokens[mention.head]!.head] : []),
  ];
  const found = mentions.findIndex(
    (other) =>
      other.sentence === mention.sentence &&
      other.sort === "name" &&
      beside.includes(other.head) &&
      sameClass(other.type, mention.type),
  );
  return found >= 0 ? found : null;
}

const sameClass = (one: MentionType, other: MentionType): boolean =>
  one === other ||
  (one !== "person" && other !== "person" && one !== "place" && other !== "place" && one !== "nationality");

/** "Ahrar militants", "Daesh fighters": whoever the name in front names, when it names a body of people. */
function namedModifier(mentions: readonly DraftMention[], at: number, tree: Tree): number | null {
  const mention = mentions[at]!;
  if (
    !/^(militant|fighter|rebel|force|troop|insurgent|gunman|group|movement|militia|member|jihadist|terrorist|soldier|warplane|jet|faction|party|newspaper|organization|organisation|coalition|alliance)s?$/i.test(
      tree.tokens[mention.head]!.text,
    )
  )
    return null;
  const inner = mentions.findIndex(
    (other) =>
      other.sentence === mention.sentence &&
      other.sort === "name" &&
      /^(group|alliance|force|party|organisation|outlet)$/.test(other.type) &&
      other.last === mention.head - 1 &&
      other.end === tree.tokens[other.last]!.end &&
      other.first >= mention.first,
  );
  return inner >= 0 ? inner : null;
}

/** "his group", "its leader": through whom the possessor leads, or who leads the possessor. */
function ownedTarget(
  mentions: readonly DraftMention[],
  at: number,
  owner: number,
  clusters: Clusters,
  leaders: ReadonlyMap<number, number>,
): number | null {
  const mention = mentions[at]!;
  const possessor = mentions.findIndex((other) => other.sentence === mention.sentence && other.head === owner);
  if (possessor < 0) return null;
  const root = rootOf(clusters, possessor);
  for (const [body, leader] of leaders) if (rootOf(clusters, leader) === root) return body;
  return null;
}

const leadNoun = /^(leader|head|chief|commander|chairman|chairwoman|president|boss|emir|founder|premier|chancellor)$/i;

/** Bodies and the named persons said to lead them, from appositions and titles in the report: body mention → person mention. */
function findLeaders(
  mentions: readonly DraftMention[],
  trees: readonly Tree[],
  clusters: Clusters,
): Map<number, number> {
  const leaders = new Map<number, number>();
  mentions.forEach((person, at) => {
    if (person.sort !== "name" || person.type === "place") return;
    const tree = trees[person.sentence]!;
    for (const noun of leadNouns(tree, person)) {
      const body = bodyOf(mentions, tree, person.sentence, noun);
      if (
        body !== null &&
        body !== at &&
        ![...leaders.keys()].some((known) => rootOf(clusters, known) === rootOf(clusters, body))
      )
        leaders.set(body, at);
    }
  });
  return leaders;
}

function leadNouns(tree: Tree, person: DraftMention): number[] {
  const near = [
    ...childrenOn(tree, person.head, "appos", "compound", "amod"),
    isApposition(tree, person.head) ? tree.tokens[person.head]!.head : -1,
    ...(tree.children[person.head] ?? []).filter((child) => isApposition(tree, child)),
  ];
  return near.filter((noun) => noun >= 0 && leadNoun.test(tree.tokens[noun]!.text));
}

function bodyOf(mentions: readonly DraftMention[], tree: Tree, sentence: number, noun: number): number | null {
  const holders = [
    ...childrenOn(tree, noun, "nmod:poss"),
    ...childrenOn(tree, noun, "nmod").filter((child) => caseOf(tree, child) === "of"),
    ...childrenOn(tree, noun, "compound"),
  ];
  for (const holder of holders) {
    const found = mentions.findIndex(
      (other) =>
        other.sentence === sentence && other.head === holder && other.sort !== "time" && other.type !== "place",
    );
    if (found >= 0) return found;
  }
  return null;
}

/** "the leader of the Front", "its leader": the named person that the report elsewhere says leads it. */
function leaderTarget(
  mentions: readonly DraftMention[],
  at: number,
  tree: Tree,
  clusters: Clusters,
  leaders: ReadonlyMap<number, number>,
): number | null {
  const mention = mentions[at]!;
  if (!leadNoun.test(tree.tokens[mention.head]!.text)) return null;
  const body = bodyOf(mentions, tree, mention.sentence, mention.head);
  if (body === null) return null;
  for (const [known, leader] of leaders) if (rootOf(clusters, known) === rootOf(clusters, body)) return leader;
  return null;
}

/** The nearest earlier actor of a fitting type; a subject outranks its neighbours in the same sentence. */
function latest(
  mentions: readonly DraftMention[],
  at: number,
  trees: readonly Tree[],
  clusters: Clusters,
  types: Types,
  fitting: readonly MentionType[],
): number | null {
  const sentence = mentions[at]!.sentence;
  let best: { at: number; score: number } | null = null;
  for (let before = at - 1; before >= 0 && sentence - mentions[before]!.sentence <= 4; before--) {
    const candidate = mentions[before]!;
    const type = types.get(rootOf(clusters, before)) ?? candidate.type;
    if (candidate.sort !== "name" || !fitting.includes(type)) continue;
    const score =
      fitting.length -
      fitting.indexOf(type) -
      2.5 * (sentence - candidate.sentence) +
      roleOf(trees[candidate.sentence]!, candidate) +
      (candidate.start < mentions[at]!.start ? 0 : -9);
    if (!best || score > best.score) best = { at: before, score };
  }
  return best?.at ?? null;
}

/** "the trust" after "the hospital trust", "the strikers" after "hunger strikers": the latest whose last word it says again. */
function shortened(mentions: readonly DraftMention[], at: number, trees: readonly Tree[]): number | null {
  const mention = mentions[at]!;
  const tree = trees[mention.sentence]!;
  const head = tree.tokens[mention.head]!;
  const article = tree.tokens[mention.head - 1]?.text ?? "";
  if (
    mention.last !== mention.head ||
    mention.head - mention.first > 1 ||
    !/^(the|this|that|these|those)$/i.test(article)
  )
    return null;
  const word = head.lemma.toLowerCase();
  for (let before = at - 1; before >= 0 && mention.sentence - mentions[before]!.sentence <= 5; before--) {
    const other = mentions[before]!;
    if (other.sort === "pronoun" || other.sort === "time" || other.type === "nationality") continue;
    const { tokens } = trees[other.sentence]!;
    const last = other.sort === "name" ? other.last : other.head;
    const longer = other.sort === "name" ? other.last > other.first : true;
    if (longer && wordOf(tokens[last]!) === word && isMany(tokens[last]!) === isMany(head)) return before;
  }
  return null;
}

/** Of a name's last word the tagger gives the form that stands there: "Guards". */
const wordOf = ({ text, lemma, pos }: Tree["tokens"][number]): string =>
  (pos === "NNPS" ? text.replace(/s$/, "") : lemma).toLowerCase();

const isMany = ({ pos }: Tree["tokens"][number]): boolean => pos === "NNS" || pos === "NNPS";

function pronounTarget(
  mentions: readonly DraftMention[],
  at: number,
  trees: readonly Tree[],
  clusters: Clusters,
  types: Types,
  genders: ReadonlyMap<number, Gender>,
): number | null {
  const pronoun = mentions[at]!;
  const tree = trees[pronoun.sentence]!;
  const word = pronoun.text.toLowerCase();
  const wanted = wantedTypes(word);
  const governor = tree.tokens[pronoun.head]!.head;
  const gender = pronounGender(word);
  const barred = subjectsAbove(tree, pronoun.head);
  let best: { at: number; score: number } | null = null;
  for (let before = at - 1; before >= 0 && pronoun.sentence - mentions[before]!.sentence <= 3; before--) {
    const candidate = mentions[before]!;
    const type = types.get(rootOf(clusters, before)) ?? candidate.type;
    if (!(candidate.sort === "name" || candidate.sort === "description")) continue;
    // Of a country that no list knows the tagger often sees a place; what "it" did before is then what tells.
    const acts =
      word === "it" &&
      type === "place" &&
      candidate.sort === "name" &&
      isSubject(trees[candidate.sentence]!, candidate);
    if (!wanted.includes(type) && !acts) continue;
    if (/^(they|them|their)$/.test(word) && !mayBeMany(candidate)) continue;
    if (candidate.sort === "description" && type === "person" && candidate.text.match(/s$/)) continue;
    const distance = pronoun.sentence - candidate.sentence;
    const role = roleOf(trees[candidate.sentence]!, candidate);
    const score =
      role -
      2 * distance +
      (candidate.sort === "name" ? 0.5 : 0) -
      (acts ? 1 : 0) +
      (gender === null ? 0 : genderFit(genders.get(rootOf(clusters, before)), gender, candidate, trees)) -
      (distance === 0 && (candidate.head === governor || barred.has(candidate.head)) ? 5 : 0) -
      (at - before) * 0.01;
    if (!best || score > best.score) best = { at: before, score };
  }
  return best?.at ?? null;
}

function genderFit(known: Gender | undefined, asked: Gender, candidate: DraftMention, trees: readonly Tree[]): number {
  if (known !== undefined) return known === asked ? 1 : -6;
  return 0.8 * nameLean(candidate, trees[candidate.sentence]!, asked);
}

function wantedTypes(word: string): readonly MentionType[] {
  if (/^(he|she|him|her|his|hers|himself|herself)$/.test(word)) return ["person"];
  if (/^(they|them|their|theirs|themselves)$/.test(word))
    return ["group", "force", "people", "party", "alliance", "organisation", "person", "outlet"];
  return ["group", "alliance", "state", "party", "force", "organisation", "outlet"];
}

const mayBeMany = (candidate: DraftMention): boolean => candidate.type !== "person" || /s$/.test(candidate.text);

const isSubject = ({ tokens }: Tree, { head }: DraftMention): boolean => tokens[head]!.deprel.startsWith("nsubj");

/** A subject is what a text goes on about; what stands first is nearly as often. */
function roleOf({ tokens }: Tree, candidate: DraftMention): number {
  const deprel = tokens[candidate.head]?.deprel;
  if (deprel === "nsubj" || deprel === "nsubjpass") return 2;
  if (deprel === "dobj") return 1;
  return candidate.first <= 1 ? 1.5 : 0.5;
}

/** "X spoke with Y and invited him": who acts in a verb is not whom its object means, unless it says "himself". */
function subjectsAbove(tree: Tree, pronoun: number): Set<number> {
  const token = tree.tokens[pronoun]!;
  if (!/^(dobj|iobj|nmod|obl)$/.test(token.deprel) || /sel(f|ves)$/i.test(token.text)) return new Set();
  let verb = token.head;
  for (let steps = 0; steps < 4 && verb >= 0; steps++) {
    const subjects = childrenOn(tree, verb, "nsubj", "nsubjpass");
    if (subjects.length > 0) return new Set(subjects);
    const { deprel, head } = tree.tokens[verb]!;
    if (!/^(conj|xcomp)$/.test(deprel)) break;
    verb = head;
  }
  return new Set();
}
