import { PassThrough, pipeline, Readable, Transform } from "node:stream";
import { constants, createGunzip, gunzipSync } from "node:zlib";

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** An archive of pages and pictures unpacks to some ten times its size; gzip's most is a thousand. */
const mostRatio = 400;
/** Below this size a high ratio costs nothing. */
const harmless = 256 * 1024 * 1024;

/** Thrown by a stream that unpacks to far more than pages do. */
export class BombError extends Error {}

/**
 * Unpacks a stream of gzip data, one member after the other. With `lenient` what is cut short ends without an error,
 * and nothing of what came before is lost.
 */
export function unpacked(
  packed: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  lenient = false,
): AsyncIterable<Uint8Array> {
  let taken = 0;
  let given = 0;
  const weigh = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      taken += chunk.length;
      done(null, chunk);
    },
  });
  const gunzip = createGunzip(lenient ? { finishFlush: constants.Z_SYNC_FLUSH } : {});
  // Not part of the pipeline: what was unpacked before the damage is read, and then the damage is told.
  const whole = new PassThrough();
  let damage: Error | null = null;
  const stopAt = (fault: Error | null | undefined) => {
    damage ??= fault ?? null;
    if (fault) whole.end();
  };
  gunzip.on("error", stopAt).pipe(whole);
  pipeline(Readable.from(packed, { objectMode: false }), weigh, gunzip, stopAt);
  return (async function* () {
    try {
      for await (const chunk of whole as AsyncIterable<Uint8Array>) {
        given += chunk.length;
        if (given > harmless && given > taken * mostRatio)
          throw new BombError(`${taken} bytes unpack to more than ${given}`);
        yield chunk;
      }
      if (damage) throw damage;
    } finally {
      gunzip.destroy();
    }
  })();
}

/** The first unpacked bytes of the first packed ones; null when these are damaged from the start. */
export function unpackedHead(head: Uint8Array): Uint8Array | null {
  const limits = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * 1024 * 1024 };
  for (let length = 16_384; length >= 64; length /= 2) {
    try {
      return gunzipSync(head.subarray(0, length), limits).subarray(0, 4096);
    } catch {
      // Damaged further on: a shorter piece tells as well what it is.
    }
  }
  return null;
}
