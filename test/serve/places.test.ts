import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Ledger, openLedger } from "../../src/ledger/ledger.ts";
import type { Archive } from "../../src/serve/archive.ts";
import { createArchiveToRead } from "../../src/serve/archive-to-read.ts";
import { inventReading } from "../ledger/invented-reading.ts";

const folder = join(mkdtempSync(join(tmpdir(), "entente-places-")), "ledger");
let ledger: Ledger;
let archive: Archive;

/** Invented parties in towns that a gazetteer knows: there are two Tripolis. */
beforeAll(async () => {
  ledger = await openLedger(folder);
  const reading = inventReading("01", { published: "2031-02-04", publisher: "Meridian" }, [
    { relation: "seize", agents: ["Falcon Army"], patients: ["Tripoli"], on: "2031-02-03" },
    { relation: "clash", agents: ["Falcon Army"], patients: ["Mizan Order"], on: "2031-02-01" },
    { relation: "accuse", agents: ["Lebanon"], patients: ["Falcon Army"], on: "2031-02-02" },
    { relation: "seize", agents: ["Mizan Order"], patients: ["Nowhere-upon-Sand"], on: "2031-02-03" },
  ]);
  for (const mention of reading.mentions) {
    const words = reading.report.text.slice(mention.start, mention.end);
    if (words === "Tripoli" || words === "Nowhere-upon-Sand") mention.type = "place";
    if (words === "Lebanon") mention.type = "state";
  }
  const town = reading.mentions.find(({ start, end }) => reading.report.text.slice(start, end) === "Tripoli")!;
  reading.claims[1]!.place = town.id;
  await ledger.append(reading);
  archive = createArchiveToRead(ledger, "test");
}, 300_000);

afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

const on = async (asOf: string) =>
  (await archive.places({ asOf, publishedBy: null, knownAt: new Date().toISOString() })).places;

test("a place is where the report's country says it is, with who holds it and what happened there", async () => {
  const tripoli = (await on("2031-02-20")).find(({ name }) => name === "Tripoli")!;
  expect(tripoli.country).toBe("LB");
  expect(tripoli.lat).toBeCloseTo(34.4, 0);
  expect(tripoli.holders.map(({ name }) => name)).toEqual(["Falcon Army"]);
  expect(tripoli.events.map(({ relation }) => relation)).toEqual(["clash"]);
});

test("a place that the gazetteer does not know is given without coordinates", async () => {
  const nowhere = (await on("2031-02-20")).find(({ name }) => name === "Nowhere-upon-Sand")!;
  expect([nowhere.lat, nowhere.lon]).toEqual([null, null]);
});

test("before it was taken nobody holds it, and what happened long ago is off the map", async () => {
  expect(await on("2031-01-15")).toEqual([]);
  expect((await on("2031-12-31")).flatMap(({ events }) => events)).toEqual([]);
});
