import { open } from "node:fs/promises";
import { join } from "node:path";
import { AsyncIterReader, StatusAndHeadersParser, WARCParser } from "warcio";
import { captureId } from "../../terms/index.ts";
import { unpacked } from "../gzip.ts";
import { type KeptCapture, readIndexes } from "./index-of-captures.ts";

/** A capture as it was kept. */
export interface FoundCapture extends KeptCapture {
  bytes: Uint8Array;
  /** What the server said with it; empty for a file. */
  headers: [string, string][];
}

/**
 * The kept captures that a word means: an id, the first digits of one, the name of a report, or an address. The last is
 * the newest.
 */
export async function findKept(folder: string, word: string): Promise<KeptCapture[]> {
  const digits = word.replace(/^sha256:/, "");
  const isId = /^[0-9a-f]{6,64}$/.test(digits);
  const kept = await readIndexes(folder);
  const found = kept.filter(
    ({ id, name, url }) => name === word || url === word || (isId && id.startsWith(`sha256:${digits}`)),
  );
  return [...new Map(found.map((each) => [each.id, each])).values()];
}

/** Reads a kept capture. Throws when its file is gone or its bytes are no longer those of its id. */
export async function readKept(folder: string, kept: KeptCapture): Promise<FoundCapture> {
  const file = await open(join(folder, kept.file));
  try {
    const stream = file.createReadStream({ start: kept.offset, end: kept.offset + kept.length - 1, autoClose: false });
    const record = await new WARCParser(unpacked(stream), { parseHttp: false }).parse();
    if (record === null) throw new Error(`${kept.file}: there is no record at ${kept.offset}`);
    const reader = new AsyncIterReader(record.reader as AsyncIterable<Uint8Array>, null);
    const head = record.warcType === "response" ? await new StatusAndHeadersParser().parse(reader) : null;
    const bytes = await reader.readFully();
    if (captureId(bytes) !== kept.id) throw new Error(`${kept.file}: the record at ${kept.offset} was changed`);
    return { ...kept, bytes, headers: [...(head?.headers ?? [])] as [string, string][] };
  } finally {
    await file.close();
  }
}
