import {
  type ActorId,
  type PictureQuery,
  type ResolvedHoldings,
  type SourceStanding,
  type Sources,
  sourcesFormat,
  type Tie,
} from "../terms/index.ts";
import { tiesOf } from "./derive-picture.ts";
import { type PlacedClaim, placeClaims } from "./scene.ts";
import { signOf } from "./signs.ts";
import { stepsByTie } from "./steps.ts";

/** Who is behind the claims, the most claims first: what each origin says, whether others bear it out, and its own side. */
export function findSources(holdings: ResolvedHoldings, query: PictureQuery): Sources {
  const scene = placeClaims(holdings, query.publishedBy);
  const ties = tiesOf(scene, query.asOf);
  const { borneOut, contradicted } = standings([...stepsByTie(scene).values()]);
  const sources = [...Map.groupBy(scene.claims, ({ origin }) => origin.key).values()].map((claims): SourceStanding => {
    const { key, name, actor, reliability } = claims[0]!.origin;
    return {
      ...{ origin: key, name, actor, reliability },
      claims: claims.length,
      reports: new Set(claims.map(({ report }) => report.id)).size,
      borneOut: claims.filter((claim) => borneOut.has(claim)).length,
      contradicted: claims.filter((claim) => contradicted.has(claim)).length,
      ofItself: claims.filter(({ agents, patients }) => actor !== null && [...agents, ...patients].includes(actor))
        .length,
      ...sidesOf(actor, ties),
    };
  });
  sources.sort((one, other) => other.claims - one.claims || (one.origin < other.origin ? -1 : 1));
  const named = new Set(
    sources.flatMap(({ actor, friends, foes }) => [...(actor === null ? [] : [actor]), ...friends, ...foes]),
  );
  return { format: sourcesFormat, sources, actors: holdings.actors.filter(({ id }) => named.has(id)) };
}

/** Which claims move a tie as another origin's do, and which against another's. */
function standings(ties: readonly (readonly { claim: PlacedClaim; effect: string }[])[]) {
  const borneOut = new Set<PlacedClaim>();
  const contradicted = new Set<PlacedClaim>();
  const way = (effect: string): string => (effect === "supports" ? "begins" : effect);
  for (const steps of ties)
    for (const one of steps)
      for (const other of steps) {
        if (one.claim.origin.key === other.claim.origin.key) continue;
        if (way(one.effect) === way(other.effect)) borneOut.add(one.claim);
        else if (one.effect.startsWith("against") !== other.effect.startsWith("against")) contradicted.add(one.claim);
      }
  return { borneOut, contradicted };
}

function sidesOf(actor: ActorId | null, ties: readonly Tie[]): { friends: ActorId[]; foes: ActorId[] } {
  const own = ties.filter(({ a, b }) => actor !== null && (a === actor || b === actor));
  const others = (sign: 1 | -1): ActorId[] =>
    [
      ...new Set(own.filter(({ relation }) => signOf(relation) === sign).map(({ a, b }) => (a === actor ? b : a))),
    ].sort();
  return { friends: others(1), foes: others(-1) };
}
