import { setTimeout as sleep } from "node:timers/promises";

/** Keeps a distance between two requests to one host. */
export interface Pace {
  /** Waits until the host may be asked again, and counts this as asking. */
  wait(host: string): Promise<void>;
  /** From now on the host wants this many seconds between two requests. */
  slow(host: string, seconds: number): void;
  /** The host is not to be asked for this many seconds. */
  delay(host: string, seconds: number): void;
}

/** `pause` is in seconds. */
export function createPace(pause: number): Pace {
  const next = new Map<string, number>();
  const pauses = new Map<string, number>();
  return {
    async wait(host) {
      const left = (next.get(host) ?? 0) - Date.now();
      if (left > 0) await sleep(left);
      next.set(host, Date.now() + (pauses.get(host) ?? pause) * 1000);
    },
    slow(host, seconds) {
      pauses.set(host, Math.max(pause, seconds));
    },
    delay(host, seconds) {
      next.set(host, Math.max(next.get(host) ?? 0, Date.now() + seconds * 1000));
    },
  };
}
