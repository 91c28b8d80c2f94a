import {
  type Actor,
  type ActorId,
  type ClaimRow,
  contentId,
  type Decision,
  type LocalActor,
  localKey,
  type MentionType,
} from "../terms/index.ts";
import { knownNames } from "./known-actors.ts";
import { nameKey } from "./name-key.ts";
import { endsIn, firstTelling, isAcronymOf, isGeneric, keysAlike, shortensTo, standsAlone } from "./name-likeness.ts";
import { compareNames } from "./same-name.ts";

export interface ResolvedActors {
  actors: Actor[];
  /** `localKey(report, actor)` → the actor across reports. */
  idOf: Map<string, ActorId>;
}

/** Sorts of actor that never meet: a person is no body, a place acts for nobody. */
type Sort = "person" | "body" | "land" | "people";

/** One name under one sort, wherever it is written, and what the reports say of it. */
interface NameNode {
  sort: Sort;
  key: string;
  /** Writing → in how many local actors. */
  writings: Map<string, number>;
  kinds: Map<MentionType, number>;
}

/**
 * One actor under all its names, across reports. Works on names and not on one report after the other, so that the
 * order of arrival cannot matter: names are one when a report uses both of one actor (an alias) and no more reports
 * keep them apart; when the lists in lexicons/ give both to one actor; when they are spellings of each other; when one is the other's initials; or when one shortens the
 * other and fits no third. Actors that are only described stay local to their report.
 */
export function resolveActors(
  local: readonly LocalActor[],
  claims: readonly ClaimRow[] = [],
  decisions: readonly Decision[] = [],
): ResolvedActors {
  const settled = settleSorts(local);
  const named = settled.filter(({ names }) => names.some((name) => nameKey(name) !== ""));
  const nodes = nodesOf(named);
  const bonds = bondsOf(named, aliasPairs(claims));
  const clusters = new Clusters([...nodes.keys()].sort());
  joinByReports(clusters, bonds);
  joinKnown(clusters, nodes, bonds);
  joinBySpelling(clusters, nodes, bonds);
  joinShortForms(clusters, nodes, bonds, attestedShort(named));
  applyDecisions(clusters, nodes, decisions);
  return actorsOf(settled, nodes, clusters, shortNodes(named));
}

function sortOf(type: MentionType): Sort {
  if (type === "person") return "person";
  if (type === "people" || type === "nationality") return "people";
  return type === "state" || type === "place" ? "land" : "body";
}

/** A surname and a town may be one word; this many more reports must agree before one of them is called a mistake. */
const surelyMistaken = 3;

/** What most reports take a name for, all do: the same full name is not a person here and a movement there. */
function settleSorts(local: readonly LocalActor[]): LocalActor[] {
  const votes = new Map<string, Map<MentionType, number>>();
  for (const actor of local)
    for (const key of new Set(actor.names.map(nameKey))) {
      const own = votes.get(key) ?? new Map<MentionType, number>();
      own.set(actor.type, (own.get(actor.type) ?? 0) + 1);
      votes.set(key, own);
    }
  return local.map((actor) => ({ ...actor, type: settledType(actor, votes) }));
}

function settledType(actor: LocalActor, votes: ReadonlyMap<string, ReadonlyMap<MentionType, number>>): MentionType {
  const full = [...strongNames(actor)].sort((one, other) => other.length - one.length || (one < other ? -1 : 1))[0];
  const own = full === undefined ? undefined : votes.get(nameKey(full));
  if (full === undefined || own === undefined) return actor.type;
  const bySort = (sort: Sort) => [...own].reduce((sum, [type, times]) => sum + (sortOf(type) === sort ? times : 0), 0);
  const sorts = (["body", "land", "people", "person"] as const).toSorted((one, other) => bySort(other) - bySort(one));
  const [best] = sorts;
  const margin = nameKey(full).includes(" ") ? 1 : surelyMistaken;
  if (best === sortOf(actor.type) || bySort(best!) < margin * bySort(sortOf(actor.type))) return actor.type;
  const [type] = [...own]
    .filter(([one]) => sortOf(one) === best)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]!;
  return type;
}

const nodeKey = (sort: Sort, key: string): string => `${sort} ${key}`;

function nodesOf(named: readonly LocalActor[]): Map<string, NameNode> {
  const nodes = new Map<string, NameNode>();
  for (const { type, names } of named)
    for (const name of names) {
      const key = nameKey(name);
      if (key === "") continue;
      const id = nodeKey(sortOf(type), key);
      const node = nodes.get(id) ?? { sort: sortOf(type), key, writings: new Map(), kinds: new Map() };
      node.writings.set(name, (node.writings.get(name) ?? 0) + 1);
      node.kinds.set(type, (node.kinds.get(type) ?? 0) + 1);
      nodes.set(id, node);
    }
  return nodes;
}

/** The names of a local actor that do not merely shorten another of them. */
export function strongNames({ names, type }: LocalActor): string[] {
  const person = type === "person";
  const strong = names.filter(
    (name) => nameKey(name) !== "" && !names.some((other) => other !== name && shortensTo(other, name, person)),
  );
  return strong.length > 0 ? strong : names.filter((name) => nameKey(name) !== "");
}

const nodesOfLocal = (actor: LocalActor, names: readonly string[]): string[] => [
  ...new Set(names.map((name) => nodeKey(sortOf(actor.type), nameKey(name)))),
];

/** How many reports use two names of one actor, and how many of two. */
interface Bonds {
  together: Map<string, number>;
  apart: Map<string, number>;
}

const pairKey = (one: string, other: string): string => (one < other ? `${one}\n${other}` : `${other}\n${one}`);

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function bondsOf(named: readonly LocalActor[], aliases: ReadonlySet<string>): Bonds {
  const bonds: Bonds = { together: new Map(), apart: new Map() };
  const byReport = Map.groupBy(named, ({ report }) => report);
  for (const actors of byReport.values()) {
    const own = actors.map((actor) => ({ actor, nodes: nodesOfLocal(actor, strongNames(actor)) }));
    for (const [at, one] of own.entries()) {
      for (const pair of pairsOf(one.nodes)) count(bonds.together, pair);
      for (const other of own.slice(at + 1)) {
        const said = aliases.has(
          pairKey(localKey(one.actor.report, one.actor.actor), localKey(other.actor.report, other.actor.actor)),
        );
        for (const a of one.nodes)
          for (const b of other.nodes) if (a !== b) count(said ? bonds.together : bonds.apart, pairKey(a, b));
      }
    }
  }
  return bonds;
}

function pairsOf(nodes: readonly string[]): string[] {
  return nodes.flatMap((one, at) => nodes.slice(at + 1).map((other) => pairKey(one, other)));
}

/** Local actors that a report says are one: "now called", "also known as". */
function aliasPairs(claims: readonly ClaimRow[]): Set<string> {
  const pairs = new Set<string>();
  for (const { relation, modality, polarity, report, agents, patients } of claims) {
    if ((relation !== "alias" && relation !== "rename") || modality !== "actual" || polarity !== "affirmed") continue;
    const parties = [...agents, ...patients];
    if (parties.length === 2) pairs.add(pairKey(localKey(report, parties[0]!), localKey(report, parties[1]!)));
  }
  return pairs;
}

function joinByReports(clusters: Clusters, { together, apart }: Bonds): void {
  for (const [pair, times] of together) {
    const [one, other] = pair.split("\n") as [string, string];
    if (sortsMeet(one, other) && times > (apart.get(pair) ?? 0)) clusters.join(one, other);
  }
}

/** A report may take a state for a place or a body, never a person for one. */
function sortsMeet(one: string, other: string): boolean {
  const [a, b] = [one.split(" ")[0], other.split(" ")[0]];
  return a === b || (a !== "person" && b !== "person");
}

/** Names that the lists of actors give to one: "Daesh" and "Islamic State" look nothing alike. */
function joinKnown(clusters: Clusters, nodes: ReadonlyMap<string, NameNode>, { apart }: Bonds): void {
  const known = knownNames();
  const groups = new Map<string, string[]>();
  for (const [id, { key, sort }] of nodes) {
    const found = known.get(key);
    if (found === undefined || sortOf(found.kind) !== sort) continue;
    groups.set(found.actor, [...(groups.get(found.actor) ?? []), id]);
  }
  for (const [first, ...others] of groups.values())
    for (const other of others) if (!apart.has(pairKey(first!, other))) clusters.join(first!, other);
}

function joinBySpelling(clusters: Clusters, nodes: ReadonlyMap<string, NameNode>, { apart }: Bonds): void {
  const surnames = new Set(
    [...nodes.values()]
      .filter(({ sort, key }) => sort === "person" && key.includes(" "))
      .map(({ key }) => key.split(" ").at(-1)!),
  );
  const isSurname = (key: string) => surnames.has(key);
  for (const blockOf of [soundBlock, lettersOf]) {
    const blocks = Map.groupBy(nodes.keys(), (id) => blockOf(nodes.get(id)!));
    for (const ids of blocks.values())
      for (const [at, one] of ids.entries())
        for (const other of ids.slice(at + 1))
          if (sameName(nodes.get(one)!, nodes.get(other)!, isSurname) && !apart.has(pairKey(one, other)))
            clusters.join(one, other);
  }
  const acronyms = [...nodes].filter(([, { writings }]) =>
    [...writings.keys()].some((name) => /^\p{Lu}[\p{Lu}.]+$/u.test(name)),
  );
  for (const [short, { writings, sort }] of acronyms) {
    const long = [...nodes].filter(
      ([id, node]) =>
        node.sort === sort && !apart.has(pairKey(id, short)) && some(writings, node.writings, isAcronymOf),
    );
    const found = new Set(long.map(([id]) => clusters.of(id)));
    if (found.size === 1) clusters.join(short, [...found][0]!);
  }
}

/** Names that can be spellings of each other have as many words, each beginning with a letter of one class of sounds. */
const soundBlock = ({ key }: NameNode): string =>
  key.replace(
    /(\S)\S*/g,
    (_, letter: string) => soundClasses.findIndex((sounds) => sounds.includes(letter)) + letterIf(letter),
  );

const soundClasses = ["aeiouy", "ckqgxjszh", "vwf", "dt", "bp", "mn"];
const letterIf = (letter: string): string => (soundClasses.some((sounds) => sounds.includes(letter)) ? "" : letter);

/** Or the same letters with other breaks between the words. */
const lettersOf = ({ key }: NameNode): string => key.replaceAll(" ", "");

function sameName(one: NameNode, other: NameNode, isSurname: (key: string) => boolean): boolean {
  if (one.sort === other.sort) return one.key === other.key || keysAlike(one.key, other.key);
  if (one.key !== other.key || one.sort === "people" || other.sort === "people") return false;
  // A town and a surname may be one word. Any other name that one report takes for a person and another for a movement
  // is more likely mistaken by one of them than shared by two.
  return (one.sort !== "person" && other.sort !== "person") || !isSurname(one.key);
}

function some(
  one: ReadonlyMap<string, unknown>,
  other: ReadonlyMap<string, unknown>,
  alike: (short: string, long: string) => boolean,
): boolean {
  return [...one.keys()].some((short) => [...other.keys()].some((long) => alike(short, long)));
}

/** Which short names the reports use beside which long one: "the Order" beside "Mizan Order". */
function attestedShort(named: readonly LocalActor[]): Set<string> {
  const attested = new Set<string>();
  for (const actor of named) {
    const strong = nodesOfLocal(actor, strongNames(actor));
    for (const short of nodesOfLocal(actor, actor.names))
      if (!strong.includes(short)) for (const long of strong) attested.add(pairKey(short, long));
  }
  return attested;
}

/** Names that in every local actor only shorten a longer one. */
function shortNodes(named: readonly LocalActor[]): Set<string> {
  const short = new Set<string>();
  for (const actor of named) for (const id of nodesOfLocal(actor, actor.names)) short.add(id);
  for (const actor of named) for (const id of nodesOfLocal(actor, strongNames(actor))) short.delete(id);
  return short;
}

/** A lone surname or short form goes to the one cluster that it fits; where it fits two, it stays by itself. */
function joinShortForms(
  clusters: Clusters,
  nodes: ReadonlyMap<string, NameNode>,
  { apart }: Bonds,
  attested: ReadonlySet<string>,
): void {
  const byLetter = new Map<string, Set<string>>();
  for (const [id, { key }] of nodes)
    for (const word of key.split(" ")) byLetter.set(word[0]!, (byLetter.get(word[0]!) ?? new Set()).add(id));
  const joins: [string, string][] = [];
  for (const [short, node] of nodes) {
    const longer = [...(byLetter.get(node.key[0]!) ?? [])].filter((long) =>
      mayShorten(node, nodes.get(long)!, apart.has(pairKey(short, long)), attested.has(pairKey(short, long))),
    );
    const found = new Set(longer.map((id) => clusters.of(id)));
    if (found.size === 1) joins.push([short, [...found][0]!]);
  }
  for (const [short, long] of joins) clusters.join(short, long);
}

function mayShorten(short: NameNode, long: NameNode, apart: boolean, attested: boolean): boolean {
  // Gazprom is Gazprom: a listed name does not shorten one that is not its own.
  const listed = knownNames().get(short.key);
  if (listed !== undefined && !attested && knownNames().get(long.key)?.actor !== listed.actor) return false;
  const person = short.sort === "person" && long.sort === "person";
  if (person || short.sort === "people" || long.sort === "people")
    return person && shortensTo(long.key, short.key, true);
  if (!shortensTo(long.key, short.key, false)) return false;
  if (attested) return true;
  // "The Concord", of which only one is told, and "Shield Front", of which only one has more to its name.
  const definite = [...short.writings.keys()].some((name) => /^the\s/i.test(name));
  if (long.sort !== "person" && endsIn(long.key, short.key) && (definite || isGeneric(short.key.split(" ").at(-1)!)))
    return true;
  // "Kirumba" beside "Kirumba Copper Corporation" in one report is the country, "Haesong Heavy" an oversight.
  if (apart && !short.key.includes(" ")) return false;
  return (
    short.sort === "body" &&
    long.sort === "body" &&
    standsAlone(short.key) &&
    firstTelling(short.key) === firstTelling(long.key)
  );
}

function applyDecisions(
  clusters: Clusters,
  nodes: ReadonlyMap<string, NameNode>,
  decisions: readonly Decision[],
): void {
  const last = new Map<string, { same: boolean; a: string; b: string }>();
  for (const { ruling } of decisions) {
    if (ruling.kind !== "same" && ruling.kind !== "different") continue;
    const [a, b] = [nameKey(ruling.a), nameKey(ruling.b)];
    if (a !== b) last.set(pairKey(a, b), { same: ruling.kind === "same", a, b });
  }
  const find = (key: string): string[] => [...nodes].filter(([, node]) => node.key === key).map(([id]) => id);
  const ordered = [...last].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, ruling]) => ruling);
  for (const { same, a, b } of ordered)
    if (!same)
      for (const one of find(a)) for (const other of find(b)) clusters.divide(one, other, (id) => nodes.get(id)!.key);
  for (const { same, a, b } of ordered)
    if (same) for (const one of find(a)) for (const other of find(b)) clusters.join(one, other);
}

function actorsOf(
  local: readonly LocalActor[],
  nodes: ReadonlyMap<string, NameNode>,
  clusters: Clusters,
  short: ReadonlySet<string>,
): ResolvedActors {
  const actors = new Map<string, Actor>();
  for (const [root, ids] of clusters.all()) actors.set(root, actorOf(ids, nodes, short));
  const idOf = new Map<string, ActorId>();
  const described: Actor[] = [];
  for (const one of local) {
    const strong = strongNames(one).filter((name) => nameKey(name) !== "");
    const name = strong[0];
    const actor =
      name === undefined
        ? describedActor(one)
        : actors.get(clusters.of(nodeKey(sortOf(one.type), nameKey(mostOf(one, strong)))))!;
    if (name === undefined) described.push(actor);
    idOf.set(localKey(one.report, one.actor), actor.id);
  }
  const all = [...actors.values(), ...described].sort((one, other) => (one.id < other.id ? -1 : 1));
  return { actors: all, idOf };
}

/** The name that a local actor goes by when the names it is given were kept apart: its fullest. */
function mostOf(_: LocalActor, strong: readonly string[]): string {
  return [...strong].sort((one, other) => other.length - one.length || (one < other ? -1 : 1))[0]!;
}

function actorOf(ids: readonly string[], nodes: ReadonlyMap<string, NameNode>, short: ReadonlySet<string>): Actor {
  const full = ids.filter((id) => !short.has(id));
  const fullest = full.length > 0 ? full : ids;
  const keys = fullest.map((id) => nodes.get(id)!);
  const names = ids.flatMap((id) => [...nodes.get(id)!.writings.keys()]);
  return {
    id: contentId("a", [...fullest].sort().slice(0, 1)),
    name: mostFrequent(keys.map(({ writings }) => writings)).replace(/^the\s+/i, ""),
    kind: mostFrequent(keys.map(({ kinds }) => kinds)) as MentionType,
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

function describedActor({ report, actor, type, described }: LocalActor): Actor {
  const name = described[0] ?? actor;
  return { id: contentId("a", [report, actor]), name, kind: type, names: [...described].sort() };
}

/** Disjoint sets whose root is always the smallest member, so that the order of joining leaves no trace. */
class Clusters {
  private readonly parent = new Map<string, string>();

  constructor(ids: readonly string[]) {
    for (const id of ids) this.parent.set(id, id);
  }

  of(id: string): string {
    let root = id;
    while (this.parent.get(root) !== root) root = this.parent.get(root)!;
    for (let at = id; at !== root; ) {
      const next = this.parent.get(at)!;
      this.parent.set(at, root);
      at = next;
    }
    return root;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a < b) this.parent.set(b, a);
    else this.parent.set(a, b);
  }

  /** Divides the cluster that holds both in two: each member goes with the one whose name is more like its own. */
  divide(one: string, other: string, nameOf: (id: string) => string): void {
    const root = this.of(one);
    if (root !== this.of(other)) return;
    const members = this.members(root);
    const nearer = (id: string): boolean =>
      id !== other && (id === one || likeness(nameOf(id), nameOf(one)) >= likeness(nameOf(id), nameOf(other)));
    for (const side of [members.filter(nearer), members.filter((id) => !nearer(id))]) {
      const first = [...side].sort()[0]!;
      for (const id of side) this.parent.set(id, first);
    }
  }

  all(): Map<string, string[]> {
    return Map.groupBy(this.parent.keys(), (id) => this.of(id));
  }

  private members(root: string): string[] {
    return [...this.parent.keys()].filter((id) => this.of(id) === root);
  }
}

const likeness = (one: string, other: string): number => compareNames(one, other, "body").score;
