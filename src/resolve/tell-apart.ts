import type { Decision, LocalActor } from "../terms/index.ts";
import { nameKey } from "./name-key.ts";

/**
 * Two actors of one name, as people told them apart: in the reports that they named, the one is called by the name that they gave it. The last
 * decision on a report and a name counts. Without such decisions the actors are given back as they are.
 */
export function tellApart(actors: readonly LocalActor[], decisions: readonly Decision[]): readonly LocalActor[] {
  const told = new Map<string, string>();
  for (const { ruling } of decisions)
    if (ruling.kind === "apart") told.set(placeOf(ruling.report, ruling.name), ruling.as);
  if (told.size === 0) return actors;
  return actors.map((actor) => {
    const as = actor.names.map((name) => told.get(placeOf(actor.report, name))).find((name) => name !== undefined);
    return as === undefined ? actor : { ...actor, names: [as] };
  });
}

const placeOf = (report: string, name: string): string => `${report} ${nameKey(name)}`;
