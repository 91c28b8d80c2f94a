import { type Actor, type CountryCode, contentId, type Decision, type MentionType } from "../terms/index.ts";
import { Clusters } from "./clusters.ts";
import { countriesDiffer, countriesOfNames, countriesShared } from "./countries.ts";
import { decidedPairs } from "./decided-pairs.ts";
import {
  acronymPairs,
  listedPairs,
  type Pair,
  pairNumber,
  pairOf,
  type ShortForm,
  shortForms,
  spelledAlike,
} from "./likely-joins.ts";
import { nameKey } from "./name-key.ts";
import { type NameGraph, type NameNode, nameGraph, nodeId } from "./name-nodes.ts";
import { fullestOf, type NameSet, settleSorts, sortOf, strongNames } from "./name-sets.ts";
import { compareNames } from "./same-name.ts";

/** Actors that names are likely to be of, before it is counted how many reports keep them apart. */
export interface ActorProposal {
  /** The sets of names that one report has side by side; `said` tells which two of them it says are one. */
  witness(sets: readonly number[], said?: (one: number, other: number) => boolean): void;
  /** The actors, once all reports were witnessed; and which is meant by each set of names. */
  settle(): { actors: Actor[]; ofSet: Actor[] };
}

/**
 * Names are one when a report uses both of one actor (an alias) and no more reports keep them apart; when the lists in
 * lexicons/ give both to one actor; when they are spellings of each other; when one is the other's initials; or when one
 * shortens the other and fits no third. Different countries, where both are known, are one report more that keeps two
 * names apart. What is likely is found first, from the names alone; only of these it is then
 * counted which reports keep them apart, since all pairs of names that ever met would not fit into memory.
 */
export function proposeActors(
  given: readonly NameSet[],
  aliases: readonly (readonly [number, number])[],
  decisions: readonly Decision[],
): ActorProposal {
  const sets = settleSorts(given);
  const graph = nameGraph(sets);
  const likely: Likely = {
    together: togetherIn(graph, sets, aliases),
    listed: listedPairs(graph),
    spelled: spelledAlike(graph),
    acronyms: acronymPairs(graph),
    shorts: shortForms(graph, attestedShort(graph)),
  };
  const apart = new ApartCounts(graph, pairsIn(likely));
  return {
    witness: (own, said) => apart.add(own, said),
    settle: () => {
      const clusters = joined(graph, likely, apart, graph.nodes.map(countriesOfNames(decisions)));
      applyDecisions(clusters, graph, decisions);
      return actorsOf(sets, graph, clusters);
    },
  };
}

interface Likely {
  /** Pair → how many local actors have both names. */
  together: Map<number, { pair: Pair; times: number }>;
  listed: Pair[];
  spelled: Pair[];
  acronyms: Map<number, number[]>;
  shorts: Map<number, ShortForm[]>;
}

function togetherIn(
  { strong }: NameGraph,
  sets: readonly NameSet[],
  aliases: readonly (readonly [number, number])[],
): Likely["together"] {
  const together: Likely["together"] = new Map();
  const count = (one: number, other: number, times: number): void => {
    if (one === other) return;
    const key = pairNumber(one, other);
    const known = together.get(key) ?? { pair: pairOf(one, other), times: 0 };
    known.times += times;
    together.set(key, known);
  };
  for (const [at, nodes] of strong.entries())
    for (const [place, one] of nodes.entries())
      for (const other of nodes.slice(place + 1)) count(one, other, sets[at]!.times);
  for (const [a, b] of aliases) for (const one of strong[a]!) for (const other of strong[b]!) count(one, other, 1);
  return together;
}

/** Which short names the reports use beside which long one: "the Order" beside "Mizan Order". */
function attestedShort({ all, strong }: NameGraph): Set<number> {
  const attested = new Set<number>();
  for (const [at, nodes] of all.entries())
    for (const short of nodes)
      if (!strong[at]!.includes(short)) for (const long of strong[at]!) attested.add(pairNumber(short, long));
  return attested;
}

function* pairsIn({ together, listed, spelled, acronyms, shorts }: Likely): Generator<Pair> {
  for (const { pair } of together.values()) yield pair;
  yield* listed;
  yield* spelled;
  for (const [short, names] of acronyms) for (const long of names) yield pairOf(short, long);
  for (const [short, forms] of shorts) for (const { long } of forms) yield pairOf(short, long);
}

/** How many reports have two names of two actors, counted for the pairs that it matters for. */
class ApartCounts {
  private readonly counts = new Map<number, number>();
  private readonly asked: Uint8Array;
  private readonly strong: readonly number[][];

  constructor({ nodes, strong }: NameGraph, pairs: Iterable<Pair>) {
    this.asked = new Uint8Array(nodes.length);
    this.strong = strong;
    for (const [one, other] of pairs) {
      this.asked[one] = 1;
      this.asked[other] = 1;
      this.counts.set(pairNumber(one, other), 0);
    }
  }

  add(sets: readonly number[], said: (one: number, other: number) => boolean = () => false): void {
    for (let i = 0; i < sets.length; i += 1)
      for (const one of this.strong[sets[i]!]!) {
        if (this.asked[one] === 0) continue;
        for (let j = i + 1; j < sets.length; j += 1)
          for (const other of this.strong[sets[j]!]!) {
            if (one === other || this.asked[other] === 0) continue;
            const pair = pairNumber(one, other);
            const known = this.counts.get(pair);
            if (known !== undefined && !said(i, j)) this.counts.set(pair, known + 1);
          }
      }
  }

  of(one: number, other: number): number {
    return this.counts.get(pairNumber(one, other)) ?? 0;
  }
}

function joined(
  graph: NameGraph,
  likely: Likely,
  counted: ApartCounts,
  countries: readonly (readonly CountryCode[])[],
): Clusters {
  const { nodes } = graph;
  const clusters = new Clusters(nodes.length);
  const differ = (one: number, other: number): boolean => countriesDiffer(countries[one]!, countries[other]!);
  // Names of two countries count as a report that keeps them apart.
  const apart = { of: (one: number, other: number) => counted.of(one, other) + (differ(one, other) ? 1 : 0) };
  for (const { pair, times } of likely.together.values())
    if (sortsMeet(nodes[pair[0]]!, nodes[pair[1]]!) && times > apart.of(...pair)) clusters.join(...pair);
  for (const pair of [...likely.listed, ...likely.spelled]) if (apart.of(...pair) === 0) clusters.join(...pair);
  // Where a short name fits several, the one of its own country is meant.
  const toOne = (short: number, names: readonly number[]): Pair[] => {
    const found = new Set(names.map((at) => clusters.of(at)));
    const shared = names.filter((at) => countriesShared(countries[short]!, countries[at]!));
    const near = found.size === 1 ? found : new Set(shared.map((at) => clusters.of(at)));
    return near.size === 1 ? [[short, [...near][0]!]] : [];
  };
  // Each is judged by the clusters as they were: what one short name joins does not sway the next.
  const initials = [...likely.acronyms].flatMap(([short, names]) =>
    toOne(
      short,
      names.filter((long) => apart.of(short, long) === 0),
    ),
  );
  for (const pair of initials) clusters.join(...pair);
  const shorts = [...likely.shorts].flatMap(([short, forms]) =>
    toOne(
      short,
      forms
        .filter(({ long, unlessApart }) => (unlessApart ? apart.of(short, long) === 0 : !differ(short, long)))
        .map(({ long }) => long),
    ),
  );
  for (const pair of shorts) clusters.join(...pair);
  return clusters;
}

/** A report may take a state for a place or a body, never a person for one. */
function sortsMeet({ sort: one }: NameNode, { sort: other }: NameNode): boolean {
  return one === other || (one !== "person" && other !== "person");
}

function applyDecisions(clusters: Clusters, { nodes }: NameGraph, decisions: readonly Decision[]): void {
  const pairs = decidedPairs(decisions);
  if (pairs.length === 0) return;
  const byKey = Map.groupBy(nodes.keys(), (at) => nodes[at]!.key);
  const likeness = (one: number, other: number): number =>
    compareNames(nodes[one]!.key, nodes[other]!.key, "body").score;
  for (const { same, a, b } of pairs)
    if (!same)
      for (const one of byKey.get(a) ?? [])
        for (const other of byKey.get(b) ?? []) clusters.divide(one, other, likeness);
  for (const { same, a, b } of pairs)
    if (same) for (const one of byKey.get(a) ?? []) for (const other of byKey.get(b) ?? []) clusters.join(one, other);
}

function actorsOf(sets: readonly NameSet[], graph: NameGraph, clusters: Clusters): { actors: Actor[]; ofSet: Actor[] } {
  const short = shortNodes(graph);
  const actors = new Map<number, Actor>();
  for (const [root, members] of clusters.all()) actors.set(root, actorOf(members, graph, short));
  const place = new Map(graph.ids.map((id, at) => [id, at]));
  const ofSet = sets.map((set) => {
    const name = fullestOf(strongNames(set))!;
    return actors.get(clusters.of(place.get(nodeId(sortOf(set.type), nameKey(name)))!))!;
  });
  return { actors: [...actors.values()], ofSet };
}

/** Names that in every local actor only shorten a longer one. */
function shortNodes({ all, strong }: NameGraph): Set<number> {
  const short = new Set(all.flat());
  for (const nodes of strong) for (const at of nodes) short.delete(at);
  return short;
}

function actorOf(members: readonly number[], { nodes, ids }: NameGraph, short: ReadonlySet<number>): Actor {
  const full = members.filter((at) => !short.has(at));
  const fullest = full.length > 0 ? full : members;
  const own = fullest.map((at) => nodes[at]!);
  const names = members.flatMap((at) => [...nodes[at]!.writings.keys()]);
  return {
    id: contentId("a", [ids[fullest[0]!]]),
    name: mostFrequent(own.map(({ writings }) => writings)).replace(/^the\s+/i, ""),
    kind: mostFrequent(own.map(({ kinds }) => kinds)) as MentionType,
    names: [...new Set(names)].sort(),
  };
}

/** Ties are broken by length, the fuller first, and then by code units: never by the order of arrival. */
function mostFrequent(counts: readonly ReadonlyMap<string, number>[]): string {
  const all = new Map<string, number>();
  for (const one of counts) for (const [name, times] of one) all.set(name, (all.get(name) ?? 0) + times);
  return [...all].sort(
    ([one, often], [other, times]) => times - often || other.length - one.length || (one < other ? -1 : 1),
  )[0]![0];
}
