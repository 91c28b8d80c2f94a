import type { Actor, Tie } from "../terms/index.ts";
import type { Scene } from "./scene.ts";

/** The actors that ties are between, each once, ordered by id. */
export function actorsOfTies(ties: readonly Pick<Tie, "a" | "b">[], { actors }: Pick<Scene, "actors">): Actor[] {
  const ids = [...new Set(ties.flatMap(({ a, b }) => [a, b]))].sort();
  return ids.map((id) => actors.get(id)).filter((actor): actor is Actor => actor !== undefined);
}
