import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
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
 * Places the actors: friends near each other, foes apart, everyone always in the same place for the same ties. Enemies
 * do not pull, so blocs come out as clusters. `known` are places of another day; only newcomers look for one.
 */
export function placeActors(graph: Graph, known: Places): Places {
  const ids = graph.nodes().sort();
  if (ids.some((id) => !known.has(id))) {
    const friendly = friendsOnly(graph);
    const beginnings = beginningPlaces(friendly, ids);
    for (const id of ids) friendly.mergeNodeAttributes(id, known.get(id) ?? beginnings.get(id)!);
    const settings = { ...forceAtlas2.inferSettings(friendly), gravity: 1.2, scalingRatio: 12, adjustSizes: false };
    forceAtlas2.assign(friendly, {
      iterations: rounds(ids.length),
      settings: { ...settings, barnesHutOptimize: ids.length > 300 },
    });
    friendly.forEachNode((id, { x, y }) => graph.mergeNodeAttributes(id, { x, y }));
  } else {
    for (const id of ids) graph.mergeNodeAttributes(id, known.get(id)!);
  }
  return new Map(ids.map((id) => [id, { x: graph.getNodeAttribute(id, "x"), y: graph.getNodeAttribute(id, "y") }]));
}

/** Small pictures are worth a careful layout; large ones begin in blocs and need only be loosened. */
function rounds(actors: number): number {
  return actors <= 300 ? 400 : actors <= 800 ? 60 : 12;
}

/** Each bloc a sunflower of its own, the blocs a sunflower of sunflowers: nobody begins on another's place. */
function beginningPlaces(friendly: Graph, ids: readonly string[]): Places {
  const members = Map.groupBy(ids, blocsOf(friendly, ids));
  const blocs = [...members.values()].sort((one, other) => other.length - one.length || (one[0]! < other[0]! ? -1 : 1));
  const places: Places = new Map();
  let taken = 0;
  for (const bloc of blocs) {
    const centre = sunflower(taken + bloc.length / 2, 26);
    bloc.forEach((id, at) => {
      const { x, y } = sunflower(at, 14);
      places.set(id, { x: centre.x + x, y: centre.y + y });
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
function blocsOf(friendly: Graph, ids: readonly string[]): (id: string) => string {
  const passes = 4; // enough for blocs of a few hundred to agree
  const bloc = new Map(ids.map((id) => [id, id]));
  for (let pass = 0; pass < passes; pass += 1) {
    for (const id of ids) {
      const votes = new Map<string, number>();
      friendly.forEachEdge(id, (_, { weight }, a, b) => {
        const theirs = bloc.get(a === id ? b : a)!;
        votes.set(theirs, (votes.get(theirs) ?? 0) + weight);
      });
      const [most] = [...votes].sort(
        ([one, votesOne], [other, votesOther]) => votesOther - votesOne || (one < other ? -1 : 1),
      );
      if (most !== undefined) bloc.set(id, most[0]);
    }
  }
  return (id) => bloc.get(id)!;
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

function friendsOnly(graph: Graph): Graph {
  const friendly = new Graph({ multi: false, type: "undirected" });
  graph.forEachNode((id, { x, y }) => friendly.addNode(id, { x, y }));
  graph.forEachEdge((_, { relation }, a, b) => {
    const weight = pulls[relation as TieRelation];
    if (!friendly.hasEdge(a, b)) friendly.addEdge(a, b, { weight });
    else friendly.updateEdgeAttribute(friendly.edge(a, b), "weight", (sum: number) => sum + weight);
  });
  return friendly;
}
