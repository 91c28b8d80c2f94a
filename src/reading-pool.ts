import { extname } from "node:path";
import { Piscina } from "piscina";
import type { ReadOptions } from "./read/read-report.ts";
import type { Capture, Noted, Reading } from "./terms/index.ts";

export interface CaptureToRead {
  capture: Capture;
  options: ReadOptions;
  predicates: readonly string[];
}

/** Threads that read captures, each with tools of its own. They start with the first capture. */
export interface ReadingPool {
  workers: number;
  read(capture: Capture, options: ReadOptions): Promise<Noted<Reading>>;
  close(): Promise<void>;
}

/** `predicates` as in `openReadTools`. A reading is the same, byte for byte, on whichever thread it is made. */
export function openReadingPool(workers: number, predicates: readonly string[] = []): ReadingPool {
  let pool: Piscina<CaptureToRead, Noted<Reading>> | null = null;
  const open = () =>
    new Piscina<CaptureToRead, Noted<Reading>>({
      filename: new URL(`./reading-worker${extname(import.meta.url)}`, import.meta.url).href,
      minThreads: workers,
      maxThreads: workers,
    });
  return {
    workers,
    read(capture, { outlets: _, ...options }) {
      pool ??= open();
      // A copy of its own: the bytes may be a view of a whole archive, all of which would be sent.
      const bytes = new Uint8Array(capture.bytes);
      return pool.run({ capture: { ...capture, bytes }, options, predicates }, { transferList: [bytes.buffer] });
    },
    async close() {
      await pool?.destroy();
    },
  };
}
