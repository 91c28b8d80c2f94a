import type { Holdings, ResolvedHoldings } from "../terms/index.ts";
import { type NameDecision, resolveActors } from "./resolve-actors.ts";

/** What a ledger held, with one actor under all its names. */
export function resolveHoldings(
  { reports, texts, claims, actors: local }: Holdings,
  decisions: readonly NameDecision[] = [],
): ResolvedHoldings {
  const { actors, idOf } = resolveActors(local, claims, decisions);
  return { reports, texts, claims, actors, idOf };
}
