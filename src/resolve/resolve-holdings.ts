import type { Holdings, ResolvedHoldings } from "../terms/index.ts";
import { resolveActors } from "./resolve-actors.ts";

/** What a ledger held, with one actor under all its names, as people decided and else as their spelling says. */
export function resolveHoldings({ reports, texts, claims, actors: local, decisions = [] }: Holdings): ResolvedHoldings {
  const { actors, idOf } = resolveActors(local, claims, decisions);
  return { reports, texts, claims, actors, idOf, decisions };
}
