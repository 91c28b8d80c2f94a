/** What is asked of the thread that holds PGlite (pglite-thread.ts), each with a number that its answer carries. */
export type ToThread =
  | { number: number; ask: "query"; sql: string; values: unknown[]; within: number | null }
  | { number: number; ask: "exec"; sql: string; within: number | null }
  /** Begins a transaction, which is called by the number of this message from then on. */
  | { number: number; ask: "begin" }
  | { number: number; ask: "end"; within: number; keep: boolean }
  | { number: number; ask: "close" };

/** An error does not cross threads whole: what is needed of it does. */
export interface ThreadError {
  message: string;
  code: string | undefined;
}

export type FromThread = { opened: true } | { opened: false; error: ThreadError } | Answer;

export type Answer = { number: number; rows: unknown[] } | { number: number; error: ThreadError };
