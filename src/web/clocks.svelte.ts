import { adjust, place } from "./place.svelte.ts";

/** The last day that the ledger speaks of: what "now" means in an archive. Set once, when the app starts. */
const span = $state({ first: null as string | null, last: null as string | null });

/**
 * The three clocks, kept in the address: whose ties on which day, counting what was published by, and recorded by, when.
 * A clock that is not given is open.
 */
export const clocks = {
  get asOf(): string {
    return place.parameters.asOf ?? span.last ?? new Date().toISOString().slice(0, 10);
  },
  get publishedBy(): string | null {
    return place.parameters.publishedBy ?? null;
  },
  get knownAt(): string | null {
    return place.parameters.knownAt ?? null;
  },
  /** The clocks as parameters of a query. */
  get query() {
    return { asOf: clocks.asOf, publishedBy: clocks.publishedBy, knownAt: clocks.knownAt };
  },
  /** Those that the reader has set, for links. */
  get given() {
    return { asOf: place.parameters.asOf, publishedBy: clocks.publishedBy, knownAt: clocks.knownAt };
  },
  get span() {
    return span;
  },
  set(changes: { asOf?: string | null; publishedBy?: string | null; knownAt?: string | null }): void {
    adjust(changes);
  },
};
