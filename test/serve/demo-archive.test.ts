import { expect, test } from "vitest";
import type { Archive } from "../../src/serve/archive.ts";
import { archiveOrDemo } from "../../src/serve/demo-archive.ts";
import { inventArchive } from "./invented-archive.ts";

const list = { after: null, limit: 5, words: null };

function withLedger() {
  const full = inventArchive({ actors: 12, ties: 30, reports: 2 });
  let reports = 0;
  let opened = 0;
  const own: Archive = {
    ...full,
    about: async () => ({ ...(await full.about()), ledger: "own", reports }),
    add: async (given) => {
      reports += 1;
      return full.add(given);
    },
  };
  const demo = inventArchive({ actors: 12, ties: 30, reports: 3 });
  const archive = archiveOrDemo(own, async () => {
    opened += 1;
    return demo;
  });
  return { archive, own, opened: () => opened };
}

test("an empty ledger shows the demo, and says so", async () => {
  const { archive, opened } = withLedger();
  expect(await archive.about()).toMatchObject({ demo: true, reports: 3 });
  expect((await archive.actors(list)).items).toHaveLength(5);
  await archive.reports(list);
  expect(opened()).toBe(1);
});

test("what is added goes into the ledger and ends the demo", async () => {
  const { archive } = withLedger();
  await archive.add({ text: "A met B." });
  expect(await archive.about()).toMatchObject({ demo: false, ledger: "own" });
});

test("what is decided in the demo stays in the demo", async () => {
  const { archive, own } = withLedger();
  const [claim] = (await archive.review({ after: null, limit: 1 })).items;
  await archive.decide({ kind: "accept", claim: claim!.id }, { by: "Ana", because: null });
  expect((await archive.decisions({ ...list, about: null })).items).toHaveLength(1);
  expect((await own.decisions({ ...list, about: null })).items).toHaveLength(0);
});

test("a ledger with reports never opens the demo", async () => {
  const { archive, opened } = withLedger();
  await archive.add({ text: "A met B." });
  await archive.picture({
    asOf: "2031-06-01",
    publishedBy: null,
    knownAt: "2031-06-01T00:00:00Z",
    actor: null,
    ended: false,
  });
  expect(opened()).toBe(0);
});
