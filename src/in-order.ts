/**
 * Works on several things at once and gives what came of them in their own order. No more than `most` are begun and not
 * yet taken, so a slow taker holds the work back, and a slow source holds back nothing that is done. When the source or
 * the work throws, what came before it is given first.
 */
export async function* inOrder<Thing, Made>(
  things: AsyncIterable<Thing>,
  most: number,
  make: (thing: Thing) => Promise<Made>,
): AsyncGenerator<Made> {
  const source = things[Symbol.asyncIterator]();
  const begun: Promise<Made>[] = [];
  let coming: Promise<IteratorResult<Thing>> | null = null;
  let ended = false;
  try {
    while (!ended || begun.length > 0) {
      if (!ended && begun.length < most) coming ??= watched(source.next());
      if (coming !== null && (await isBefore(coming, begun[0]))) {
        const { came, thrown } = await outcomeOf(coming);
        coming = null;
        ended = came === null || came.done === true;
        if (came === null) begun.push(watched(Promise.reject(thrown)));
        else if (!came.done) begun.push(watched(make(came.value)));
      } else if (begun.length > 0) yield await begun.shift()!;
    }
  } finally {
    await source.return?.();
    await Promise.allSettled(begun);
  }
}

/** Whether the source has something before the first of those begun is done; the source is served first. */
function isBefore(coming: Promise<unknown>, first: Promise<unknown> | undefined): Promise<boolean> {
  const settles = (promise: Promise<unknown>, answer: boolean) =>
    promise.then(
      () => answer,
      () => answer,
    );
  return first === undefined ? Promise.resolve(true) : Promise.race([settles(coming, true), settles(first, false)]);
}

async function outcomeOf<Thing>(
  coming: Promise<IteratorResult<Thing>>,
): Promise<{ came: IteratorResult<Thing> | null; thrown?: unknown }> {
  try {
    return { came: await coming };
  } catch (thrown) {
    return { came: null, thrown };
  }
}

/** What is thrown is met when its turn comes; until then it is no unhandled rejection. */
function watched<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {});
  return promise;
}
