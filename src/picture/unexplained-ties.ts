import type { ResolvedHoldings } from "../terms/index.ts";
import { derivePicture } from "./derive-picture.ts";
import { explainTies } from "./explain-ties.ts";

/**
 * The ties that are in the picture of the last day and that no step of their derivation begins or supports: always
 * none, unless the two ways of reading the same claims have come apart.
 */
export function unexplainedTies(holdings: ResolvedHoldings): { ties: number; unexplained: string[] } {
  const query = { asOf: "9999-12-31", publishedBy: null, knownAt: "9999-12-31T23:59:59Z" };
  const { ties } = derivePicture(holdings, query, { ended: true });
  const unexplained = ties.filter((tie) => {
    const { steps } = explainTies(holdings, query, tie.a, tie.b);
    const own = new Set(tie.claims);
    return !steps.some(({ claim, effect }) => own.has(claim) && (effect === "begins" || effect === "supports"));
  });
  return { ties: ties.length, unexplained: unexplained.map(({ id }) => id) };
}
