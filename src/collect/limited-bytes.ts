/** What a stream gave, up to a limit. `cut` says that there was more, or that it broke off and why. */
export interface LimitedBytes {
  bytes: Uint8Array<ArrayBuffer>;
  cut: "too large" | Error | null;
}

/** Reads a stream to its end or to the limit, whichever comes first; what lies beyond the limit is not asked for. */
export async function readLimited(stream: AsyncIterable<Uint8Array>, largest: number): Promise<LimitedBytes> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let cut: LimitedBytes["cut"] = null;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > largest) {
        cut = "too large";
        break;
      }
    }
  } catch (cause) {
    cut = cause as Error;
  }
  return { bytes: new Uint8Array(Buffer.concat(chunks, Math.min(size, largest))), cut };
}

/** The same stream and its first bytes (at least `wanted`, unless it is shorter), so that it may be told what it is. */
export async function peek(
  stream: AsyncIterable<Uint8Array>,
  wanted: number,
): Promise<{ head: Uint8Array; whole: AsyncIterable<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  let broken: { cause: unknown } | null = null;
  while (size < wanted && !ended && !broken) {
    try {
      const next = await iterator.next();
      if (next.done) ended = true;
      else {
        chunks.push(next.value);
        size += next.value.length;
      }
    } catch (cause) {
      broken = { cause };
    }
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) yield chunk;
      if (broken) throw broken.cause;
      while (!ended) {
        const next = await iterator.next();
        if (next.done) ended = true;
        else yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { head: Buffer.concat(chunks), whole: whole() };
}
