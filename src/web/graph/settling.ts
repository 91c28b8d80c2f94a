import type Graph from "graphology";
import { type Places, type Pulls, pullsOf } from "./tie-graph.ts";

/** Settles a graph beside the page; calls back with better places each time there are some. Returns what ends it. */
export function settling(graph: Graph, places: Places, onplaces: (places: Places, done: boolean) => void): () => void {
  const pulls: Pulls = pullsOf(graph, places);
  const worker = new Worker(new URL("./settle-worker.ts", import.meta.url), { type: "module" });
  const steps = 3; // settle.ts yields as often for what is settled here
  let step = 0;
  worker.onmessage = ({ data }: MessageEvent<Float64Array>) => {
    step += 1;
    onplaces(new Map(pulls.ids.map((id, at) => [id, { x: data[2 * at]!, y: data[2 * at + 1]! }])), step >= steps);
  };
  worker.postMessage(pulls);
  return () => worker.terminate();
}

/** The same at once, for pictures so small that nobody would see the difference in time. */
export async function settled(graph: Graph, places: Places): Promise<Places> {
  const { settle } = await import("./settle.ts");
  const pulls = pullsOf(graph, places);
  const [last] = [...settle(pulls)].slice(-1);
  return new Map(pulls.ids.map((id, at) => [id, { x: last![2 * at]!, y: last![2 * at + 1]! }]));
}

export const smallPicture = 300; // actors: 400 rounds of them take less than a tenth of a second
