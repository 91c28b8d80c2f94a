import { claimRowsOf, localActorsOf } from "../../src/ledger/rows.ts";
import { resolveHoldings } from "../../src/resolve/resolve-holdings.ts";
import type { Actor, Holdings, Reading, ResolvedHoldings } from "../../src/terms/index.ts";

/** Readings as a ledger would hold them, without one. */
export function heldFrom(readings: readonly Reading[]): Holdings {
  return {
    reports: readings.map(({ report: { id, name, publisher, agency = null, published, captured } }) => ({
      id,
      name,
      publisher,
      agency,
      published,
      captured,
      recorded: "2040-01-01T00:00:00Z",
    })),
    texts: new Map(readings.map(({ report }) => [report.id, report.text])),
    actors: readings.flatMap(localActorsOf),
    claims: readings.flatMap(claimRowsOf),
  };
}

/** The same with its names resolved. */
export const holdReadings = (readings: readonly Reading[]): ResolvedHoldings => resolveHoldings(heldFrom(readings));

export function actorNamed({ actors }: Pick<ResolvedHoldings, "actors">, name: string): Actor {
  const found = actors.find(({ names }) => names.includes(name));
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}
