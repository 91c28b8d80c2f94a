import type { Capture, Note } from "../terms/index.ts";
import type { WebOptions } from "./web/open-web.ts";

/** Where in an archive a record stands, to go on from there another time and to tell how far the work is. */
export interface Place {
  /** The archive's name as it was given. */
  archive: string;
  /** Records read so far, this one included. */
  record: number;
  /** Bytes of the archive read so far, and all it has; `bytes` is null where that is not known. */
  done: number;
  bytes: number | null;
}

/**
 * One input as it was found: its bytes; or that they are the same as when last collected; or a note that says why there
 * are none (`failed`), or only something that a reader should know.
 */
export type Collected = { place?: Place } & (
  | { capture: Capture }
  | { unchanged: string; input: string }
  | { note: Note; input: string; failed: boolean }
);

export interface CollectOptions {
  /** Largest input that is read, in bytes, packed or unpacked; larger ones get a note. Archives may be of any size. */
  largest?: number;
  stdin?: AsyncIterable<Uint8Array>;
  /** Most pages that are taken from one feed or sitemap; the rest gets a note. */
  most?: number;
  /** Records of an archive that were read in an earlier run and are passed over. */
  recordsDone?: (archive: string) => number;
  web?: WebOptions;
}

/** A news page is under 2 MB; 32 MB leaves room for inlined images. */
export const defaultLargest = 32 * 1024 * 1024;

/** The note for an input of which nothing, or not all, could be read. */
export const failed = (input: string, code: string, text: string): Collected => ({
  input,
  failed: true,
  note: { code, text: `${input}: ${text}` },
});

/** A note on an input that was read. */
export const remark = (input: string, code: string, text: string): Collected => ({
  input,
  failed: false,
  note: { code, text: `${input}: ${text}` },
});
