import { WARCParser, type WARCRecord } from "warcio";
import { captureBytes } from "../capture-bytes.ts";
import { type Collected, failed, type Place, remark } from "../collected.ts";
import { BombError } from "../gzip.ts";
import { nameOfUrl } from "../names.ts";
import { payloadOf } from "./payload.ts";
import { createTally } from "./tally.ts";
import { openContent } from "./warc-content.ts";
import { whyPassedOver } from "./why-passed-over.ts";

/** An archive as it is read. */
export interface OpenArchive {
  /** As it was given; for a WACZ with the name of the WARC inside. */
  label: string;
  /** Unpacked. */
  bytes: AsyncIterable<Uint8Array>;
  /** How far the file on disk is read. */
  progress: () => Pick<Place, "done" | "bytes">;
  /** Records that were read in an earlier run. */
  recordsDone: number;
  largest: number;
}

/** The head of a record is some hundred bytes; what has no end after this many is no record. */
const longestHead = 1024 * 1024;

/**
 * The pages of a WARC, one record in memory at a time. Records that are no pages are counted by reason, and told of at
 * the end; where the archive is damaged, what came before stands.
 */
export async function* collectWarc(archive: OpenArchive): AsyncGenerator<Collected> {
  const source = guarded(archive.bytes);
  const parser = new WARCParser(source.bytes, { parseHttp: false });
  const tally = createTally();
  let number = 0;
  let fault: string | null = null;
  try {
    while (fault === null) {
      const record = await source.readHead(() => parser.parse());
      if (record === null) {
        if (!source.hasEnded()) fault = "what follows is no WARC record";
        break;
      }
      if (record.warcHeaders.protocol?.startsWith("WARC/") !== true) {
        fault = "what follows is no WARC record";
        break;
      }
      number += 1;
      const place: Place = { archive: archive.label, record: number, ...archive.progress() };
      if (number > archive.recordsDone) yield* collectRecord(record, archive, place, tally.count);
      if (!(await readToEnd(record))) fault = "it is cut short";
    }
  } catch (cause) {
    fault = faultOf(cause as Error);
  }
  if (fault !== null)
    yield failed(archive.label, "archive.damaged", `after record ${number}: ${fault}; what came before is read.`);
  if (tally.total() > 0) yield remark(archive.label, "archive.passed-over", `passed over ${tally.words()}.`);
}

async function* collectRecord(
  record: WARCRecord,
  { label, largest }: OpenArchive,
  place: Place,
  count: (reason: string) => void,
): AsyncGenerator<Collected> {
  const content = await openContent(record);
  const reason = whyPassedOver(content);
  if (reason !== null) return count(reason);
  const payload = await payloadOf(content, largest);
  if (typeof payload === "string") return count(payload);
  // Half a page would pass for a page that says no more.
  if (!(await readToEnd(record))) return;
  const { url, captured, mediaType } = content;
  const recordId = content.id ?? `record ${place.record}`;
  const found = await captureBytes(payload, {
    label: `${label}, ${url ?? recordId}`,
    name: nameOf(url) ?? recordId,
    source: { warc: label, record: recordId, ...(url !== null && /^https?:/i.test(url) ? { url } : {}) },
    mediaType,
    captured,
    ...(content.http ? { headers: content.http.headers } : {}),
  });
  for (const collected of found) {
    // A thousand broken pictures of an archive are one line at the end and no thousand notes.
    if ("note" in collected) count(collected.note.code.replace(/^source\./, "pages that are "));
    else yield { ...collected, place };
  }
}

const nameOf = (url: string | null): string | null => (url !== null && URL.canParse(url) ? nameOfUrl(url) : null);

/** Reads what is left of a record; false when the archive ends within it. */
async function readToEnd(record: WARCRecord): Promise<boolean> {
  const reader = record.reader as AsyncIterable<Uint8Array> & { limit?: number };
  for await (const _ of reader);
  return !((reader.limit ?? 0) > 0);
}

function faultOf(cause: Error & { code?: string }): string {
  if (cause instanceof BombError) return `${cause.message}: far more than pages do, so the rest is not unpacked`;
  if (cause.code?.startsWith("Z_")) return "its gzip data is damaged";
  return cause.message;
}

/** A stream that refuses to look for the end of a record's head without end. */
function guarded(bytes: AsyncIterable<Uint8Array>) {
  let ended = false;
  let head: number | null = null;
  async function* passing(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      if (head !== null) {
        head += chunk.length;
        if (head > longestHead) throw new Error("what follows is no WARC record");
      }
      yield chunk;
    }
    ended = true;
  }
  return {
    bytes: passing(),
    hasEnded: () => ended,
    async readHead<Result>(read: () => Promise<Result>): Promise<Result> {
      head = 0;
      const result = await read();
      head = null;
      return result;
    },
  };
}
