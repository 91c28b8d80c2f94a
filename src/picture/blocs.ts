import { UndirectedGraph as Graph } from "graphology";
import louvainModule from "graphology-communities-louvain";
import betweennessModule from "graphology-metrics/centrality/betweenness.js";
import {
  type Actor,
  type ActorId,
  type Blocs,
  blocsFormat,
  type PictureQuery,
  type ResolvedHoldings,
  type Tie,
} from "../terms/index.ts";
import { balanceOf } from "./balance.ts";
import { derivePicture, type PictureOptions } from "./derive-picture.ts";
import { signOf } from "./signs.ts";

// Their types describe an ES default export; Node gives the CommonJS function itself.
const louvain = louvainModule as unknown as typeof louvainModule.default;
const betweenness = betweennessModule as unknown as typeof betweennessModule.default;

/**
 * Who stands together on a day: communities of the graph of friendly ties (Louvain; Blondel et al. 2008), the actors
 * between them (betweenness; Freeman 1977), and the ties under strain (balance.ts). The same picture gives the same blocs.
 */
export function findBlocs(holdings: ResolvedHoldings, query: PictureQuery, options: PictureOptions = {}): Blocs {
  const { actors, ties } = derivePicture(holdings, query, { ...options, ended: false });
  const sided = ties.filter(({ relation }) => signOf(relation) !== 0);
  const friendly = graphOf(sided.filter(({ relation }) => signOf(relation) === 1));
  const names = new Map(actors.map((actor) => [actor.id, actor]));
  const blocOf = communities(friendly);
  return {
    ...{ asOf: query.asOf, publishedBy: query.publishedBy, knownAt: query.knownAt },
    format: blocsFormat,
    actors,
    blocs: blocsOf(blocOf, friendly, names),
    brokers: brokersOf(friendly, blocOf),
    balance: balanceOf(sided),
  };
}

/** One edge a pair, heavier the surer its ties are: nodes and edges in the order of ids, so that nothing is left to chance. */
function graphOf(ties: readonly Tie[]): Graph {
  const graph = new Graph();
  for (const id of [...new Set(ties.flatMap(({ a, b }) => [a, b]))].sort()) graph.addNode(id);
  for (const { a, b, confidence } of ties) {
    const weight = graph.hasEdge(a, b) ? graph.getEdgeAttribute(a, b, "weight") : 0;
    if (a !== b) graph.mergeEdge(a, b, { weight: weight + confidence.value });
  }
  return graph;
}

function communities(graph: Graph): Record<ActorId, number> {
  if (graph.size === 0) return {};
  return louvain(graph, { randomWalk: false, getEdgeWeight: "weight" });
}

/** Each bloc is named after its best-connected actor. */
function blocsOf(blocOf: Record<ActorId, number>, graph: Graph, names: ReadonlyMap<ActorId, Actor>): Blocs["blocs"] {
  const members = Map.groupBy(Object.keys(blocOf).sort(), (id) => blocOf[id]!);
  return [...members.values()]
    .filter((ids) => ids.length > 1)
    .map((ids) => {
      const first = [...ids].sort(
        (one, other) => graph.degree(other) - graph.degree(one) || (one < other ? -1 : 1),
      )[0]!;
      return { name: names.get(first)?.name ?? first, actors: ids };
    })
    .sort((one, other) => other.actors.length - one.actors.length || (one.actors[0]! < other.actors[0]! ? -1 : 1));
}

function brokersOf(graph: Graph, blocOf: Record<ActorId, number>): Blocs["brokers"] {
  if (graph.order < 3) return [];
  const between: Record<ActorId, number> = betweenness(graph, { getEdgeWeight: null });
  return Object.entries(between)
    .filter(([, value]) => value > 0)
    .map(([actor, value]) => ({
      actor,
      betweenness: Math.round(value * 1000) / 1000,
      blocs: new Set([actor, ...graph.neighbors(actor)].map((id) => blocOf[id])).size,
    }))
    .sort((one, other) => other.betweenness - one.betweenness || (one.actor < other.actor ? -1 : 1))
    .slice(0, 20);
}
