import type { Queue } from "../queue/queue.ts";

interface QueueOptions {
  worker?: boolean;
  notice?: (text: string) => void;
  secondsToFinish?: number;
}

/**
 * Opens the queue that stands beside a ledger on a server, and closes it however the deed ends. What the deed gives back
 * is done once no job is in hand any more.
 */
export async function withQueue(
  place: string,
  { secondsToFinish, ...options }: QueueOptions,
  deed: (queue: Queue) => Promise<(() => Promise<void>) | undefined>,
): Promise<void> {
  const { isServer, withoutPassword } = await import("../ledger/ledger.ts");
  if (!isServer(place))
    throw new Error(
      `${withoutPassword(place)}: a queue needs a PostgreSQL server that all workers reach; name it with --ledger postgres://user@host/name (entente ledger copy takes a folder's ledger there, and entente add reads into a folder)`,
    );
  const { openQueue } = await import("../queue/queue.ts");
  let queue: Queue;
  try {
    queue = await openQueue(place, options);
  } catch (cause) {
    throw new Error(`${withoutPassword(place)}: the queue cannot be opened (${reasonOf(cause as Error)})`, { cause });
  }
  let after: (() => Promise<void>) | undefined;
  try {
    after = await deed(queue);
  } finally {
    await queue.close(secondsToFinish);
    await after?.();
  }
}

/** An address that no server answers at comes as several errors without words of its own. */
const reasonOf = (cause: Error & { code?: string }): string => cause.message || cause.code || "no server answers";
