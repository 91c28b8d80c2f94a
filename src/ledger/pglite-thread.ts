import { parentPort, workerData } from "node:worker_threads";
import { PGlite, type Transaction } from "@electric-sql/pglite";
import type { FromThread, ThreadError, ToThread } from "./pglite-messages.ts";

// A thread of its own: PostgreSQL in WebAssembly answers at once or not at all, and nothing else could run meanwhile.

/** A transaction that waits for its next statement. */
interface Open {
  change: Transaction;
  end(keep: boolean): void;
}

const tell = (message: FromThread): void => parentPort!.postMessage(message);
const errorOf = (cause: unknown): ThreadError => {
  const { message, code } = cause as Error & { code?: string };
  return { message: message ?? String(cause), code };
};

/** Ends a transaction whose deed failed: PGlite rolls back what throws. */
class TakenBack extends Error {}

try {
  answer(await PGlite.create((workerData as { folder: string }).folder));
  tell({ opened: true });
} catch (cause) {
  tell({ opened: false, error: errorOf(cause) });
}

function answer(store: PGlite): void {
  const open = new Map<number, Open>();
  const ended = new Map<number, Promise<void>>();
  parentPort!.on("message", (message: ToThread) => {
    const { number } = message;
    run(message).then(
      (rows) => tell({ number, rows }),
      (cause: unknown) => tell({ number, error: errorOf(cause) }),
    );
  });

  async function run(message: ToThread): Promise<unknown[]> {
    switch (message.ask) {
      case "query":
        return (await rowsOf(message.within).query(message.sql, message.values)).rows;
      case "exec":
        await rowsOf(message.within).exec(message.sql);
        return [];
      case "begin":
        await begin(message.number);
        return [];
      case "end":
        open.get(message.within)!.end(message.keep);
        await ended.get(message.within);
        ended.delete(message.within);
        return [];
      case "close":
        await store.close();
        return [];
    }
  }

  function rowsOf(within: number | null): PGlite | Transaction {
    return within === null ? store : open.get(within)!.change;
  }

  /** Resolves when the transaction has its turn; it stays open until it is ended. */
  function begin(number: number): Promise<void> {
    return new Promise((begun, failed) => {
      const whole = store.transaction(async (change) => {
        const kept = new Promise<boolean>((end) => open.set(number, { change, end }));
        begun();
        const keep = await kept;
        open.delete(number);
        if (!keep) throw new TakenBack();
      });
      const settled = whole.catch((cause: unknown) => {
        if (cause instanceof TakenBack) return;
        failed(cause);
        throw cause;
      });
      // Its failure is told to whoever ends it.
      settled.catch(() => {});
      ended.set(number, settled);
    });
  }
}
