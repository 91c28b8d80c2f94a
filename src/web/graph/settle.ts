import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { Pulls } from "./tie-graph.ts";

/**
 * Moves the actors by ForceAtlas2: friends near each other, foes apart; enemies hardly pull, so blocs come out as clusters.
 * Yields the places now and then, the last time for good. The rounds are fixed, so the same ties give the same places.
 */
export function* settle({ ids, places, pairs, weights }: Pulls): Generator<Float64Array> {
  const graph = new Graph({ multi: false, type: "undirected" });
  for (const at of ids.keys()) graph.addNode(at, { x: places[2 * at], y: places[2 * at + 1] });
  for (const [at, weight] of weights.entries()) graph.addEdge(pairs[2 * at], pairs[2 * at + 1], { weight });
  const inferred = { ...forceAtlas2.inferSettings(graph), gravity: 1.2, scalingRatio: 12, adjustSizes: false };
  const settings = { ...inferred, barnesHutOptimize: ids.length > 300 };
  for (const iterations of rounds(ids.length)) {
    forceAtlas2.assign(graph, { iterations, settings });
    yield Float64Array.from(
      ids.flatMap((_, at) => {
        const { x, y } = graph.getNodeAttributes(at);
        return [x, y];
      }),
    );
  }
}

/** Small pictures are settled in one go; large ones begin in blocs, and are shown while they loosen. */
function rounds(actors: number): number[] {
  return actors <= 300 ? [400] : actors <= 800 ? [30, 60, 90] : [12, 24, 36];
}
