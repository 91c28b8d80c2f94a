import { decisionsInForce, type Holdings, type ResolvedHoldings } from "../terms/index.ts";
import { applyNamings, applyVerdicts } from "./decided-claims.ts";
import { resolveActors } from "./resolve-actors.ts";
import { tellApart } from "./tell-apart.ts";

/** What a ledger held, with one actor under all its names, as people decided and else as their spelling says. */
export function resolveHoldings({ reports, texts, decisions = [], ...read }: Holdings): ResolvedHoldings {
  const inForce = decisionsInForce(decisions);
  const { claims, actors: local, setAside } = applyVerdicts(read.claims, tellApart(read.actors, inForce), inForce);
  const { actors, idOf } = resolveActors(local, claims, inForce);
  return { reports, texts, claims, setAside, actors: applyNamings(actors, inForce), idOf, decisions: inForce };
}
