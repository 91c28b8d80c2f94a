import type { Worker } from "node:worker_threads";
import type { Answer, FromThread, ThreadError, ToThread } from "./pglite-messages.ts";
import { startThread } from "./start-thread.ts";
import type { Rows, Store } from "./store.ts";

/** Why PGlite refused; `code` is PostgreSQL's (SQLSTATE), where it gave one. */
export class PgliteError extends Error {
  readonly code: string | undefined;

  constructor({ message, code }: ThreadError) {
    super(message);
    this.code = code;
  }
}

type Unnumbered<Message> = Message extends unknown ? Omit<Message, "number"> : never;

/**
 * PGlite over a folder, in a thread of its own (pglite-thread.ts), so that whoever asks goes on meanwhile. Rejects when the folder can't be
 * opened; the thread ends then. The thread keeps no process alive unless something is being asked. `abandon` ends it without a last write.
 */
export async function openPglite(folder: string): Promise<Store & { abandon(): Promise<void> }> {
  const thread = new Thread(startThread("pglite-thread", { folder }));
  await thread.opened;
  const rowsWithin = (within: number | null): Rows => ({
    query: async <Row>(sql: string, values: unknown[] = []) => ({
      rows: (await thread.ask({ ask: "query", sql, values, within })) as Row[],
    }),
    exec: async (sql) => {
      await thread.ask({ ask: "exec", sql, within });
    },
  });
  return {
    ...rowsWithin(null),
    async transaction(deed) {
      const within = await thread.begin();
      try {
        const result = await deed(rowsWithin(within));
        await thread.ask({ ask: "end", within, keep: true });
        return result;
      } catch (cause) {
        // A statement that failed has ended it already, in PostgreSQL; and whatever the deed threw is what went wrong.
        await thread.ask({ ask: "end", within, keep: false }).catch(() => {});
        throw cause;
      }
    },
    async close() {
      await thread.ask({ ask: "close" });
      await thread.end();
    },
    abandon: () => thread.end(),
  };
}

class Thread {
  readonly opened: Promise<void>;
  private readonly worker: Worker;
  private readonly waiting = new Map<number, { resolve(rows: unknown[]): void; reject(cause: Error): void }>();
  private last = 0;
  private over: Error | null = null;

  constructor(worker: Worker) {
    this.worker = worker;
    this.opened = new Promise((resolve, reject) => {
      worker.on("message", (message: FromThread) => {
        if (!("opened" in message)) return this.settle(message);
        worker.unref();
        if (message.opened) resolve();
        else void worker.terminate().then(() => reject(new PgliteError(message.error)));
      });
      const fail = (cause: Error): void => {
        this.over = cause;
        reject(cause);
        for (const { reject: refuse } of this.waiting.values()) refuse(cause);
        this.waiting.clear();
      };
      worker.on("error", fail);
      worker.on("exit", () => fail(new Error("the store's thread has ended")));
    });
  }

  async begin(): Promise<number> {
    const number = this.last + 1;
    await this.ask({ ask: "begin" });
    return number;
  }

  ask(message: Unnumbered<ToThread>): Promise<unknown[]> {
    if (this.over !== null) return Promise.reject(this.over);
    this.last += 1;
    const number = this.last;
    return new Promise((resolve, reject) => {
      if (this.waiting.size === 0) this.worker.ref();
      this.waiting.set(number, { resolve, reject });
      this.worker.postMessage({ ...message, number } satisfies ToThread);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private settle(answer: Answer): void {
    const asked = this.waiting.get(answer.number);
    this.waiting.delete(answer.number);
    if (this.waiting.size === 0) this.worker.unref();
    if ("error" in answer) asked?.reject(new PgliteError(answer.error));
    else asked?.resolve(answer.rows);
  }
}
