import { AsyncIterReader, StatusAndHeadersParser, type WARCRecord } from "warcio";
import { edtfOf } from "../edtf-of.ts";

/** A record of an archive: what its heads say, and its content still to be read. */
export interface WarcContent {
  type: string;
  id: string | null;
  url: string | null;
  captured: string | null;
  /** What the server answered; null for what is no answer of a web server. */
  http: { status: number; headers: [string, string][] } | null;
  mediaType: string | null;
  /** Bytes of the record, the server's head included. */
  size: number;
  /** The content, as it was sent. */
  bytes: AsyncIterable<Uint8Array>;
}

/** Longer heads than any server sends. */
const longestHead = 256 * 1024;

/** Reads the heads of a record. One whose head has no end is no answer of a web server. */
export async function openContent(record: WARCRecord): Promise<WarcContent> {
  const isHttp = record.warcType === "response" && /^application\/http\b/i.test(record.warcContentType ?? "");
  const head = headOnly(record.reader as AsyncIterable<Uint8Array>);
  const reader = new AsyncIterReader(head.bytes, null);
  const answer = isHttp ? await new StatusAndHeadersParser().parse(reader) : null;
  head.goOn();
  const status = Number(answer?.statusCode);
  const http =
    answer && !head.isEndless() && Number.isInteger(status)
      ? { status, headers: [...answer.headers].map(([name, value]): [string, string] => [name.toLowerCase(), value]) }
      : null;
  return {
    type: record.warcType ?? "unknown",
    id: record.warcHeader("WARC-Record-ID") ?? null,
    url: record.warcTargetURI ?? null,
    captured: edtfOf(record.warcDate),
    http,
    mediaType: http ? headerOf(http.headers, "content-type") : (record.warcContentType ?? null),
    size: record.warcContentLength,
    bytes: reader,
  };
}

export const headerOf = (headers: readonly [string, string][], name: string): string | null =>
  headers.find(([each]) => each === name)?.[1] ?? null;

/** A stream that ends early while a head is looked for in it. */
function headOnly(bytes: AsyncIterable<Uint8Array>) {
  let inHead = true;
  let size = 0;
  let endless = false;
  async function* passing(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      size += chunk.length;
      if (inHead && size > longestHead + chunk.length) {
        endless = true;
        return;
      }
      yield chunk;
    }
  }
  return {
    bytes: passing(),
    goOn: () => {
      inHead = false;
    },
    isEndless: () => endless,
  };
}
