import { createReadStream } from "node:fs";
import { WARCParser } from "warcio";
import { isGzip, unpacked } from "../gzip.ts";

/** How many records a WARC file has, to divide it. Throws, with the number of the last sound one, where it is damaged. */
export async function countRecords(path: string): Promise<number> {
  const stream = createReadStream(path);
  let count = 0;
  try {
    const parser = new WARCParser(await plain(stream), { parseHttp: false });
    for (;;) {
      const record = await parser.parse();
      if (record === null) return count;
      if (record.warcHeaders.protocol?.startsWith("WARC/") !== true) throw new Error("what follows is no WARC record");
      for await (const _ of record.reader as AsyncIterable<Uint8Array>);
      count += 1;
    }
  } catch (cause) {
    throw new Error(`${path}: cannot be divided: after record ${count}: ${(cause as Error).message}`, { cause });
  } finally {
    stream.destroy();
  }
}

/** The bytes unpacked, whatever the file is called. */
async function plain(stream: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const chunks = stream[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return emptyBytes();
  async function* all(): AsyncGenerator<Uint8Array> {
    yield first.value;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  }
  return isGzip(first.value) ? unpacked(all(), true) : all();
}

async function* emptyBytes(): AsyncGenerator<Uint8Array> {}
