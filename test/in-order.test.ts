import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder } from "../src/in-order.ts";

async function* each<Thing>(things: readonly Thing[]): AsyncGenerator<Thing> {
  for (const thing of things) {
    await Promise.resolve();
    yield thing;
  }
}

/** Resolves after so many turns of the event loop. */
async function turns(count: number): Promise<void> {
  for (let at = 0; at < count; at++) await new Promise((resolve) => setImmediate(resolve));
}

test("what is made comes in the order of its things, however long each takes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(5)), fc.integer({ min: 1, max: 6 }), async (waits, most) => {
      const made: number[] = [];
      const things = each(waits.map((wait, at) => ({ wait, at })));
      const run = inOrder(things, most, async ({ wait, at }) => {
        await turns(wait);
        return at;
      });
      for await (const at of run) made.push(at);
      expect(made).toEqual(waits.map((_, at) => at));
    }),
    { numRuns: 50 },
  );
});

test("no more than the allowed number are begun and not yet taken", async () => {
  let begun = 0;
  let taken = 0;
  let highest = 0;
  const run = inOrder(each([...Array(40).keys()]), 3, async (at) => {
    begun += 1;
    highest = Math.max(highest, begun - taken);
    return at;
  });
  for await (const _ of run) {
    taken += 1;
    await turns(4);
  }
  expect(taken).toBe(40);
  expect(highest).toBeLessThanOrEqual(4);
});

test("what came before a failure is given before it", async () => {
  const made: number[] = [];
  const run = inOrder(each([1, 2, 3, 4]), 4, async (at) => {
    if (at === 3) throw new Error("the third is damaged");
    await turns(5);
    return at;
  });
  await expect(
    (async () => {
      for await (const at of run) made.push(at);
    })(),
  ).rejects.toThrow("the third is damaged");
  expect(made).toEqual([1, 2]);
});

test("a source that stops with an error gives what it had", async () => {
  async function* broken() {
    yield 1;
    yield 2;
    throw new Error("the archive is cut short");
  }
  const made: number[] = [];
  const run = inOrder(broken(), 4, async (at) => at);
  await expect(
    (async () => {
      for await (const at of run) made.push(at);
    })(),
  ).rejects.toThrow("the archive is cut short");
  expect(made).toEqual([1, 2]);
});

test("a taker that leaves early closes the source", async () => {
  let closed = false;
  async function* endless() {
    try {
      for (let at = 0; ; at++) yield at;
    } finally {
      closed = true;
    }
  }
  for await (const at of inOrder(endless(), 3, async (number) => number)) if (at === 2) break;
  expect(closed).toBe(true);
});
