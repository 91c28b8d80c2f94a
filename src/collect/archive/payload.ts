import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from "node:zlib";
import { AsyncIterReader } from "warcio";
import { readLimited } from "../limited-bytes.ts";
import { headerOf, type WarcContent } from "./warc-content.ts";

/** The content of a record as its reader would have seen it, or in words why there is none. */
export async function payloadOf(content: WarcContent, largest: number): Promise<Uint8Array<ArrayBuffer> | string> {
  if (!(content.size <= largest)) return "pages over the limit";
  const header = (name: string) =>
    headerOf(content.http?.headers ?? [], name)
      ?.trim()
      .toLowerCase() ?? "";
  const chunked = header("transfer-encoding") === "chunked";
  const { bytes, cut } = await readLimited(
    chunked ? new AsyncIterReader(content.bytes, null, true) : content.bytes,
    largest,
  );
  if (cut instanceof Error) throw cut;
  if (cut !== null) return "pages over the limit";
  try {
    return await decoded(bytes, header("content-encoding"), largest);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE"
      ? "pages over the limit"
      : "pages whose packed content is damaged";
  }
}

const unpackers: Record<
  string,
  readonly ((bytes: Uint8Array, limits: { maxOutputLength: number }) => Promise<Buffer>)[]
> = {
  gzip: [promisify(gunzip)],
  "x-gzip": [promisify(gunzip)],
  br: [promisify(brotliDecompress)],
  // Servers have sent both kinds under this name from the start.
  deflate: [promisify(inflate), promisify(inflateRaw)],
  zstd: [promisify(zstdDecompress)],
};

/** Many archives keep the header of packed content beside content that was unpacked when it was saved. */
async function decoded(
  bytes: Uint8Array<ArrayBuffer>,
  encoding: string,
  largest: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const tries = unpackers[encoding] ?? [];
  let fault: unknown;
  for (const unpack of tries) {
    try {
      return new Uint8Array(await unpack(bytes, { maxOutputLength: largest }));
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw cause;
      fault = cause;
    }
  }
  if (tries.length > 0 && !startsAsMarkup(bytes)) throw fault;
  return bytes;
}

const startsAsMarkup = (bytes: Uint8Array): boolean =>
  /^[\s\xef\xbb\xbf]*</.test(String.fromCharCode(...bytes.subarray(0, 64)));
