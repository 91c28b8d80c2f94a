/**
 * Parts of a list, each with what was read for it: while one is worked on the next is being read, so that the store and whoever asks it
 * work at once. Nothing else may be asked of the same transaction meanwhile.
 */
export async function* readAhead<Item, Read>(
  items: readonly Item[],
  atOnce: number,
  read: (part: readonly Item[]) => Promise<Read>,
): AsyncGenerator<{ part: readonly Item[]; from: number; read: Read }> {
  const begin = (from: number): Promise<Read> => {
    const reading = read(items.slice(from, from + atOnce));
    // Thrown where it is awaited; if nobody comes to that, something else has been thrown before.
    reading.catch(() => {});
    return reading;
  };
  let next = items.length > 0 ? begin(0) : null;
  for (let from = 0; next !== null; from += atOnce) {
    const own: Read = await next;
    next = from + atOnce < items.length ? begin(from + atOnce) : null;
    yield { part: items.slice(from, from + atOnce), from, read: own };
  }
}
