import type { Capture } from "../terms/index.ts";
import { collectWarc } from "./archive/collect-warc.ts";
import { captureBytes } from "./capture-bytes.ts";
import { type Collected, failed, type Place } from "./collected.ts";
import { contentKind } from "./content-kind.ts";
import { isGzip, unpacked, unpackedHead } from "./gzip.ts";
import { peek, readLimited } from "./limited-bytes.ts";

export interface StreamFacts {
  /** How notes call it. */
  label: string;
  name: string;
  source: Capture["source"];
  mediaType: string | null;
  largest: number;
  recordsDone: number;
  /** How far it is read; for standard input nobody knows. */
  progress?: () => Pick<Place, "done" | "bytes">;
}

/** A stream of bytes, packed or not: the pages of a web archive, or one capture. */
export async function* collectStream(stream: AsyncIterable<Uint8Array>, facts: StreamFacts): AsyncGenerator<Collected> {
  const { label, name, source, mediaType, largest, recordsDone } = facts;
  const { head, whole } = await peek(stream, 4096);
  const packed = isGzip(head);
  const start = packed ? unpackedHead(head) : head;
  if (start !== null && contentKind(start, mediaType) === "warc") {
    const progress = facts.progress ?? (() => ({ done: 0, bytes: null }));
    yield* collectWarc({ label, bytes: packed ? unpacked(whole, true) : whole, progress, recordsDone, largest });
    return;
  }
  const { bytes, cut } = await readLimited(packed ? unpacked(whole) : whole, largest);
  if (cut === "too large") {
    const how = packed ? "it unpacks to more than" : "it is larger than";
    yield failed(label, "source.too-large", `${how} ${largest} bytes, the limit.`);
  } else if (cut !== null) yield failed(label, "source.unreadable", reasonOf(cut));
  else yield* await captureBytes(bytes, { label, name, source, mediaType, captured: null });
}

/** What kept a file from being read, in words. */
export function reasonOf(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code?.startsWith("Z_")) return "its gzip data is damaged or cut short.";
  if (code === "ENOENT") return "no such file or folder.";
  if (code === "EACCES") return "no permission to read it.";
  return `${message}.`;
}
