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

/**
 * Places the actors: friends near each other, foes apart, everyone always in the same place for the same ties. Enemies
 * do not pull, so blocs come out as clusters. `known` are places of another day; only newcomers look for one.
 */
export function placeActors(graph: Graph, known: Places): Places {
  const ids = graph.nodes().sort();
  ids.forEach((id, at) => {
    const { x, y } = known.get(id) ?? beginning(at, ids.length);
    graph.mergeNodeAttributes(id, { x, y });
  });
  if (ids.some((id) => !known.has(id))) {
    const friendly = friendsOnly(graph);
    const iterations = ids.length > 500 ? 60 : 400;
    const settings = { ...forceAtlas2.inferSettings(friendly), gravity: 1.2, scalingRatio: 12, adjustSizes: false };
    forceAtlas2.assign(friendly, { iterations, settings: { ...settings, barnesHutOptimize: ids.length > 300 } });
    friendly.forEachNode((id, { x, y }) => graph.mergeNodeAttributes(id, { x, y }));
  }
  return new Map(ids.map((id) => [id, { x: graph.getNodeAttribute(id, "x"), y: graph.getNodeAttribute(id, "y") }]));
}

/** A sunflower: nobody begins on another's place, and the order of ids fixes all. */
function beginning(at: number, count: number) {
  const angle = at * 2.399963; // the golden angle, in radians
  const radius = Math.sqrt(at + 1) * (100 / Math.sqrt(count));
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
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
