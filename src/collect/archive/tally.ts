/** Counts what was passed over, by reason. */
export interface Tally {
  count(reason: string): void;
  total(): number;
  /** `9 revisits, 211 other media (image/jpeg)`, the most frequent first. */
  words(): string;
}

/** Reasons told by name; an archive may hold a thousand kinds of files. */
const mostReasons = 12;

export function createTally(): Tally {
  const counts = new Map<string, number>();
  const total = () => [...counts.values()].reduce((sum, each) => sum + each, 0);
  return {
    count: (reason) => counts.set(reason, (counts.get(reason) ?? 0) + 1),
    total,
    words() {
      const sorted = [...counts].sort(([, one], [, other]) => other - one);
      const named = sorted.slice(0, mostReasons);
      const rest = sorted.slice(mostReasons).reduce((sum, [, each]) => sum + each, 0);
      const words = named.map(([reason, each]) => `${each} ${reason}`);
      return [...words, ...(rest > 0 ? [`${rest} others`] : [])].join(", ");
    },
  };
}
