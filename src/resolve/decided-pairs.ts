import type { Decision } from "../terms/index.ts";
import { nameKey } from "./name-key.ts";

/** Two names, folded and in their order, and whether people last said that they are one actor's. */
export interface DecidedPair {
  same: boolean;
  a: string;
  b: string;
}

/** The last decision on each pair of names, in the order of the names: the order of deciding other pairs leaves no trace. */
export function decidedPairs(decisions: readonly Decision[]): DecidedPair[] {
  const last = new Map<string, DecidedPair>();
  for (const { ruling } of decisions) {
    // Who was told apart from another of the same name goes by a longer one, which spelling alone would bring back.
    const names = ruling.kind === "apart" ? [ruling.name, ruling.as] : "a" in ruling ? [ruling.a, ruling.b] : [];
    if (names.length === 0) continue;
    const [a, b] = names.map(nameKey).sort() as [string, string];
    if (a !== b) last.set(`${a}\n${b}`, { same: ruling.kind === "same", a, b });
  }
  return [...last].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, pair]) => pair);
}
