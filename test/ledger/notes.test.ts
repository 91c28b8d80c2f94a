import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenLinks } from "../../src/ledger/chain.ts";
import { type Ledger, openLedger } from "../../src/ledger/ledger.ts";

const folder = join(mkdtempSync(join(tmpdir(), "entente-notes-")), "ledger");
let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger(folder);
}, 300_000);
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

const about = "c:0123456789abcdef";

test("a note is kept with who wrote it, and answers stand with what they answer", async () => {
  const note = await ledger.writeNote(
    { about, says: "dispute", text: "The date is off.", answers: null },
    { by: "Ana" },
  );
  const answer = await ledger.writeNote(
    { about, says: "comment", text: "By a week.", answers: note.id },
    { by: "Ben" },
  );
  await ledger.writeNote({ about: "c:ffff", says: "confirm", text: "Seen.", answers: null }, { by: "Ben" });
  expect(await ledger.notes(about)).toEqual([note, answer]);
  expect(await ledger.notes()).toHaveLength(3);
});

test("notes are sealed with everything else", async () => {
  const batches = await ledger.batches();
  expect(brokenLinks(batches)).toEqual([]);
  expect(batches.flatMap(({ rows }) => rows).filter(({ row }) => row.startsWith("n:"))).toHaveLength(3);
});

test("an empty note, and one about nothing that is kept here, is refused", async () => {
  const empty = { about, says: "comment" as const, text: "  ", answers: null };
  await expect(ledger.writeNote(empty, { by: "Ana" })).rejects.toThrow();
  await expect(ledger.writeNote({ ...empty, text: "x", about: "the war" }, { by: "Ana" })).rejects.toThrow();
});

test("a note is never changed, not even past the ledger", async () => {
  await ledger.close();
  const store = await PGlite.create(folder);
  await expect(store.query("update note set text = 'x'")).rejects.toThrow("only grows");
  await store.close();
  ledger = await openLedger(folder);
}, 300_000);
