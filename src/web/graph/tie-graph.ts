import Graph from "graphology";
import type { Actor, Picture, Tie, TieRelation } from "../../terms/index.ts";
import { oneLine } from "../plain-text.ts";
import { tieWords } from "../relation-words.ts";

/** Where every actor stands, kept from one day to the next so that the reader does not lose them. */
export type Places = Map<string, { x: number; y: number }>;

/** The colours of the page, read from its style sheet; sigma takes hex values only. */
export type Inks = Record<"friend" | "hostile" | "command" | "ground" | "name" | "ink" | "paper" | "inkSoft", string>;

/** The picture as a graph: an actor a node, a tie an edge. Aliases are names, not ties to be drawn. */
export function tieGraph({ actors, ties }: Picture, inks: Inks): Graph {
  const graph = new Graph({ multi: true, type: "directed" });
  for (const actor of actors) graph.addNode(actor.id, nodeOf(actor, inks));
  for (const tie of ties) {
    if (graph.hasNode(tie.a) && graph.hasNode(tie.b) && tie.a !== tie.b) {
      graph.addDirectedEdgeWithKey(tie.id, tie.a, tie.b, edgeOf(tie, inks));
    }
  }
  graph.forEachNode((id) => graph.setNodeAttribute(id, "size", 4 + 2.2 * Math.sqrt(graph.degree(id))));
  return graph;
}

function nodeOf({ name, kind }: Actor, inks: Inks) {
  return { label: oneLine(name), kind, x: 0, y: 0, size: 5, color: kind === "place" ? inks.ground : inks.ink };
}

const widths = { double: 6, solid: 2.6, thin: 1.3, dashdot: 2.4, thick: 4.2, dotted: 3, dashed: 2.8, zigzag: 7 };

function edgeOf({ relation, status }: Tie, inks: Inks) {
  const { ink, line, arrow } = tieWords[relation];
  const faint = status === "ended" || status === "faded";
  return {
    color: `${inks[ink]}${faint ? "70" : ""}`,
    size: widths[line],
    line,
    type: arrow ? "arrowTie" : "tie",
    relation,
  };
}

/** A colour moved towards the paper. Not by opacity, which sigma's arrow heads would draw brighter, not paler. */
export function paler(ink: string, paper: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(ink, at) * (1 - share) + channel(paper, at) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/**
 * Where everyone stands before anything is worked out: where they stood on another day, else in the sunflower of their
 * bloc. Quick enough for the first picture of thousands; `settle` makes it a better one.
 */
export function firstPlaces(graph: Graph, known: Places): Places {
  const newcomers = needsSettling(graph, known);
  const beginnings = newcomers ? beginningPlaces(friendsOf(graph)) : known;
  return new Map(graph.mapNodes((id) => [id, known.get(id) ?? beginnings.get(id)!]));
}

/** Whether somebody has no place of another day: only then is there anything to settle. */
export function needsSettling(graph: Graph, known: Places): boolean {
  return graph.someNode((id) => !known.has(id));
}

/** Puts the actors of a graph in their places. */
export function place(graph: Graph, places: Places): void {
  graph.updateEachNodeAttributes((id, attributes) => ({ ...attributes, ...places.get(id) }), {
    attributes: ["x", "y"],
  });
}

/** Who pulls whom, and how strongly: pairs of positions in `ids`, which stand in their order. */
interface Friends {
  ids: string[];
  pairs: Uint32Array;
  weights: Float64Array;
}

/** What the forces need to know of a graph, as a worker can be sent it. */
export interface Pulls extends Friends {
  /** x and y of each, in the order of `ids`. */
  places: Float64Array;
}

export function pullsOf(graph: Graph, places: Places): Pulls {
  const friends = friendsOf(graph);
  const flat = new Float64Array(friends.ids.length * 2);
  for (const [at, id] of friends.ids.entries()) {
    const { x, y } = places.get(id)!;
    flat.set([x, y], at * 2);
  }
  return { ...friends, places: flat };
}

/** Each bloc a sunflower of its own, the blocs a sunflower of sunflowers: nobody begins on another's place. */
function beginningPlaces(friends: Friends): Places {
  const bloc = blocsOf(friends);
  const members = [...Map.groupBy(friends.ids.keys(), (at) => bloc[at]!).values()];
  const blocs = members.sort((one, other) => other.length - one.length || one[0]! - other[0]!);
  const places: Places = new Map();
  let taken = 0;
  for (const bloc of blocs) {
    const centre = sunflower(taken + bloc.length / 2, 26);
    bloc.forEach((member, at) => {
      const { x, y } = sunflower(at, 14);
      places.set(friends.ids[member]!, { x: centre.x + x, y: centre.y + y });
    });
    taken += bloc.length;
  }
  return places;
}

function sunflower(at: number, apart: number) {
  const angle = at * 2.399963; // the golden angle, in radians
  const radius = apart * Math.sqrt(at + 0.5);
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

/** Label propagation: everyone joins the bloc of most of their friends, a few times over, in the order of ids. */
function blocsOf({ ids, pairs, weights }: Friends): Uint32Array {
  const passes = 4; // enough for blocs of a few hundred to agree
  const friends: number[][] = ids.map(() => []);
  for (const at of weights.keys()) {
    friends[pairs[2 * at]!]!.push(at);
    friends[pairs[2 * at + 1]!]!.push(at);
  }
  const bloc = Uint32Array.from(ids.keys());
  for (let pass = 0; pass < passes; pass += 1)
    for (const member of ids.keys()) {
      const votes = new Map<number, number>();
      for (const at of friends[member]!) {
        const other = pairs[2 * at] === member ? pairs[2 * at + 1]! : pairs[2 * at]!;
        votes.set(bloc[other]!, (votes.get(bloc[other]!) ?? 0) + weights[at]!);
      }
      bloc[member] = mostVoted(votes) ?? bloc[member]!;
    }
  return bloc;
}

/** Of as many votes, the first in the order of ids: the same picture has the same blocs. */
function mostVoted(votes: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  for (const [each, weight] of votes) {
    const most = best === undefined ? 0 : votes.get(best)!;
    if (weight > most || (weight === most && best !== undefined && each < best)) best = each;
  }
  return best;
}

const pulls: Record<TieRelation, number> = {
  ally: 2,
  member: 2.5,
  affiliate: 1.5,
  backs: 1,
  leads: 2.5,
  holds: 1,
  rival: 0.15,
  enemy: 0.1,
  alias: 3,
};

/** Several ties of two actors pull together. */
function friendsOf(graph: Graph): Friends {
  const ids = graph.nodes().sort();
  const at = new Map(ids.map((id, index) => [id, index]));
  const weights = new Map<number, number>();
  graph.forEachEdge((_, { relation }, a, b) => {
    const [one, other] = [at.get(a)!, at.get(b)!];
    const pair = Math.min(one, other) * ids.length + Math.max(one, other);
    weights.set(pair, (weights.get(pair) ?? 0) + pulls[relation as TieRelation]);
  });
  const pairs = [...weights.keys()];
  return {
    ids,
    pairs: Uint32Array.from(pairs.flatMap((pair) => [Math.floor(pair / ids.length), pair % ids.length])),
    weights: Float64Array.from(weights.values()),
  };
}
