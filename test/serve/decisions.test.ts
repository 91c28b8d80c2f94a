import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ledger, openLedger } from "../../src/ledger/ledger.ts";
import type { KeptClaim, KeptNote, Page, ReviewPage, TimelinePage } from "../../src/serve/answers.ts";
import { createApp } from "../../src/serve/app.ts";
import { createArchiveToRead } from "../../src/serve/archive-to-read.ts";
import { createLedgerArchive } from "../../src/serve/ledger-archive.ts";
import { onePerson, type Person } from "../../src/serve/person.ts";
import type { Decision, Picture } from "../../src/terms/index.ts";
import { inventReading } from "../ledger/invented-reading.ts";

const folder = join(mkdtempSync(join(tmpdir(), "entente-decisions-")), "ledger");
let ledger: Ledger;
let person: Person = { name: "Ana", role: "admin", proven: true };
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  ledger = await openLedger(folder);
  const first = inventReading("01", { published: "2031-02-04", publisher: "Meridian" }, [
    { relation: "clash", agents: ["Falcon Army"], patients: ["Mizan Order"], on: "2031-02-03", confidence: 0.9 },
    { relation: "aid", agents: ["Drenovia"], patients: ["Falcon Army"], on: "2031-02-01", confidence: 0.3 },
  ]);
  const second = inventReading("02", { published: "2031-02-10", publisher: "Courier" }, [
    { relation: "unite", agents: ["Falcon Army", "Haradan Shield Front"], on: "2031-02-09", confidence: 0.6 },
  ]);
  await ledger.appendAll([first, second]);
  const reading = createArchiveToRead(ledger, "test");
  const archive = createLedgerArchive({
    ledger,
    get reader(): never {
      throw new Error("Nothing is read here.");
    },
    now: () => new Date(),
    version: "0",
    name: "test",
  });
  const people = { whoAsks: async () => person };
  app = createApp({ archive, now: () => new Date(), log: console.error, people, web: null, hosts: null });
  expect(await reading.claims({ ...everything, after: null, limit: 9 })).toMatchObject({ items: { length: 3 } });
}, 300_000);

afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

const everything = {
  actor: null,
  other: null,
  relation: null,
  report: null,
  modality: null,
  publishedBy: null,
  knownAt: null,
};

async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await app.request(`http://localhost/api/${path}`);
  expect(answer.status, path).toBe(200);
  return (await answer.json()) as Answer;
}

const give = (path: string, body: unknown) =>
  app.request(`http://localhost/api/${path}`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });

async function decide(ruling: unknown, because: string | null = null): Promise<Decision> {
  const answer = await give("decisions", { ruling, because });
  expect(answer.status, JSON.stringify(await answer.clone().json())).toBe(200);
  return (await answer.json()) as Decision;
}

const ties = async () =>
  (await ask<Picture>("picture?asOf=2031-02-20&ended=true")).ties.map(({ relation }) => relation).sort();
const claimOf = async (relation: string) =>
  (await ask<Page<KeptClaim>>(`claims?relation=${relation}`)).items[0] as KeptClaim;

describe("deciding on claims", () => {
  test("the review begins with what the machine is least sure of", async () => {
    const { items, left } = await ask<ReviewPage>("review");
    expect(items.map(({ relation }) => relation)).toEqual(["aid", "unite", "clash"]);
    expect(left).toBe(3);
  });

  test("a rejected claim leaves the picture, is out of the review, and says who rejected it", async () => {
    expect(await ties()).toContain("backs");
    const aid = await claimOf("aid");
    const { id } = await decide({ kind: "reject", claim: aid.id }, "It says Drenovia may give aid.");
    expect(await ties()).not.toContain("backs");
    expect((await ask<ReviewPage>("review")).left).toBe(2);
    const found = await ask<KeptClaim>(`claims/${aid.id}`);
    expect(found.decided).toMatchObject({ verdict: "rejected", by: "Ana", because: "It says Drenovia may give aid." });
    await decide({ kind: "undo", decision: id });
    expect(await ties()).toContain("backs");
    expect((await ask<KeptClaim>(`claims/${aid.id}`)).decided).toBeNull();
  });

  test("a corrected claim says what the corrector says, in the picture too", async () => {
    const clash = await claimOf("clash");
    const { id } = await decide({
      kind: "correct",
      claim: clash.id,
      correction: { relation: "truce", patients: ["Drenovia"] },
    });
    expect(await ties()).not.toContain("enemy");
    const after = await ask<KeptClaim>(`claims/${clash.id}`);
    expect(after).toMatchObject({
      relation: "truce",
      quote: clash.quote,
      confidence: 1,
      decided: { verdict: "corrected" },
    });
    expect(after.patients.map(({ name }) => name)).toEqual(["Drenovia"]);
    await decide({ kind: "undo", decision: id });
    expect(await ties()).toContain("enemy");
  });

  test("what was decided later is not in what was known before", async () => {
    const before = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    const aid = await claimOf("aid");
    const { id } = await decide({ kind: "reject", claim: aid.id });
    // An instant so near counts as the present for the snapshots; a ledger opened anew has none.
    const then = createArchiveToRead(ledger, "test");
    const old = await ledger.holdings(before);
    expect(old.decisions?.some((decision) => decision.id === id)).toBe(false);
    expect((await then.claim(aid.id))?.decided?.verdict).toBe("rejected");
    await decide({ kind: "undo", decision: id });
  });

  test("a decision on what is not kept is refused, naming it", async () => {
    for (const ruling of [
      { kind: "accept", claim: "c:00" },
      { kind: "same", a: "Falcon Army", b: "Nobody" },
      { kind: "undo", decision: "x:00" },
      { kind: "hide", note: "n:00" },
    ]) {
      const answer = await give("decisions", { ruling });
      expect(answer.status, ruling.kind).toBe(404);
    }
    expect((await give("decisions", { ruling: { kind: "correct", claim: "c:00", correction: {} } })).status).toBe(400);
  });
});

describe("deciding on names", () => {
  test("two actors become one, by their ids, and two again when that is undone", async () => {
    const { items } = await ask<Page<{ id: string; name: string; names: string[] }>>("actors?limit=50");
    const [one, other] = ["Falcon Army", "Haradan Shield Front"].map(
      (name) => items.find((actor) => actor.name === name)!,
    );
    const { id, ruling } = await decide({ kind: "same", a: one!.id, b: other!.id });
    expect(ruling).toEqual({ kind: "same", a: "Falcon Army", b: "Haradan Shield Front" });
    const merged = await ask<{ actor: { names: string[] } }>("actors/Falcon%20Army");
    expect(merged.actor.names).toContain("Haradan Shield Front");
    await decide({ kind: "undo", decision: id });
    const again = await ask<{ actor: { names: string[] } }>("actors/Falcon%20Army");
    expect(again.actor.names).not.toContain("Haradan Shield Front");
  });

  test("an actor is of the kind that was decided, until that is undone", async () => {
    const kindOf = async () => (await ask<{ actor: { kind: string } }>("actors/Falcon%20Army")).actor.kind;
    const was = await kindOf();
    const { id } = await decide({ kind: "retype", actor: "Falcon Army", to: "alliance" });
    expect([was, await kindOf()]).toEqual(["group", "alliance"]);
    await decide({ kind: "undo", decision: id });
    expect(await kindOf()).toBe(was);
  });

  test("an actor is at home where that was decided, until that is undone", async () => {
    const homeOf = async () => (await ask<{ countries: object | null }>("actors/Falcon%20Army")).countries;
    expect(await homeOf()).toBeNull();
    const { id } = await decide({ kind: "countries", actor: "falcon army", countries: ["ML", "NE"] });
    expect(await homeOf()).toEqual({ codes: ["ML", "NE"], source: id });
    await decide({ kind: "undo", decision: id });
    expect(await homeOf()).toBeNull();
  });

  test("a renamed actor can still be merged: by a name that reports write", async () => {
    const renaming = await decide({ kind: "rename", actor: "Falcon Army", to: "Army of the Falcon" });
    const { actor } = await ask<{ actor: { id: string; name: string } }>("actors/Falcon%20Army");
    expect(actor.name).toBe("Army of the Falcon");
    const merging = await decide({ kind: "same", a: actor.id, b: "Haradan Shield Front" });
    expect(merging.ruling).toMatchObject({ a: "Falcon Army" });
    await decide({ kind: "undo", decision: merging.id });
    await decide({ kind: "undo", decision: renaming.id });
  });
});

describe("notes", () => {
  test("stand under what they are about, with their answers, and a hidden one says who hid it and not what it said", async () => {
    const { id: about } = await claimOf("clash");
    const note = (await (await give("notes", { about, says: "dispute", text: "A day early." })).json()) as KeptNote;
    await give("notes", { about, says: "comment", text: "Rude words.", answers: note.id });
    const thread = (await ask<Page<KeptNote>>(`notes?about=${about}`)).items;
    expect(thread.map(({ answers }) => answers)).toEqual([null, note.id]);
    await decide({ kind: "hide", note: thread[1]!.id }, "Be civil.");
    const after = (await ask<Page<KeptNote>>(`notes?about=${about}`)).items;
    expect(after[1]).toMatchObject({ text: "", hidden: { by: "Ana", because: "Be civil." } });
  });

  test("an answer stays in the thread of what it answers", async () => {
    const { id: about } = await claimOf("clash");
    const [first] = (await ask<Page<KeptNote>>(`notes?about=${about}`)).items;
    const stray = await give("notes", { about: "c:ffff", says: "comment", text: "x", answers: first!.id });
    expect(stray.status).toBe(400);
  });
});

describe("who may decide", () => {
  test("an analyst decides on claims and takes back what is their own; names and others' decisions are an editor's", async () => {
    const { id: claim } = await claimOf("aid");
    const admins = await decide({ kind: "accept", claim });
    person = { name: "Ben", role: "analyst", proven: true };
    const own = await decide({ kind: "reject", claim });
    await decide({ kind: "undo", decision: own.id });
    expect((await give("decisions", { ruling: { kind: "undo", decision: admins.id } })).status).toBe(403);
    expect((await give("decisions", { ruling: { kind: "same", a: "Drenovia", b: "Falcon Army" } })).status).toBe(403);
    person = { name: "Cem", role: "reader", proven: true };
    expect((await give("decisions", { ruling: { kind: "reject", claim } })).status).toBe(403);
    expect((await give("notes", { about: claim, says: "confirm", text: "x" })).status).toBe(403);
    person = { name: "Ana", role: "admin", proven: true };
  });

  test("nobody signs with another's name where names are proven; on one's own machine a signature is taken", async () => {
    const { id: claim } = await claimOf("aid");
    const forged = (await (
      await give("decisions", { ruling: { kind: "accept", claim }, by: "Ben" })
    ).json()) as Decision;
    expect(forged.by).toBe("Ana");
    person = (await onePerson("Ana").whoAsks(new Request("http://localhost")))!;
    const signed = (await (
      await give("decisions", { ruling: { kind: "accept", claim }, by: "Ben" })
    ).json()) as Decision;
    expect(signed.by).toBe("Ben");
    person = { name: "Ana", role: "admin", proven: true };
  });
});

test("decisions are listed newest first and exported as examples to learn from", async () => {
  const clash = await claimOf("clash");
  await decide({ kind: "correct", claim: clash.id, correction: { modality: "denied" } });
  await decide({ kind: "different", a: "Falcon Army", b: "Mizan Order" });
  const { items } = await ask<Page<Decision>>(`decisions?about=${clash.id}`);
  expect(items[0]!.ruling).toMatchObject({ kind: "correct", correction: { modality: "denied" } });
  const written = await (await app.request("http://localhost/api/exports/training")).text();
  const examples = written
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const example = examples.find(({ claim }) => claim === clash.id);
  expect(example).toMatchObject({ verdict: "corrected", read: { relation: "clash", modality: "actual" }, by: "Ana" });
  expect(example.evidence[0].text).toContain("Mizan Order");
  expect(examples.find(({ about }) => about === "names")).toMatchObject({ verdict: "different" });
});

test("the timeline is given a page at a time, in the order of its days", async () => {
  const first = await ask<TimelinePage>("timeline?limit=2");
  const second = await ask<TimelinePage>(`timeline?limit=2&after=${first.next}`);
  const days = [...first.entries, ...second.entries].map(({ at }) => at.start);
  expect(days).toEqual([...days].sort());
  expect(first.total).toBe(3);
  expect(second.next).toBeNull();
  expect((await ask<TimelinePage>("timeline?actor=Drenovia")).entries).toHaveLength(1);
});
