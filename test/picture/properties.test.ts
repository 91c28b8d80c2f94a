import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { derivePicture } from "../../src/picture/derive-picture.ts";
import { explainTies } from "../../src/picture/explain-ties.ts";
import { findDisputes } from "../../src/picture/find-disputes.ts";
import { modalities, polarities, type Reading, relations } from "../../src/terms/index.ts";
import { type InventedClaim, inventReading } from "../ledger/invented-reading.ts";
import { holdReadings } from "./hold-readings.ts";

const names = ["Amber Front", "Basalt Army", "Cobalt Party", "Nine Concord", "Nasir Dulwani", "Faris Wadhani"];
const day = fc.integer({ min: 1, max: 28 }).map((number) => `2031-02-${String(number).padStart(2, "0")}`);

const claim: fc.Arbitrary<InventedClaim> = fc
  .record({
    relation: fc.constantFrom(...relations),
    parties: fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 3 }),
    modality: fc.oneof(
      { weight: 3, arbitrary: fc.constant("actual" as const) },
      { weight: 1, arbitrary: fc.constantFrom(...modalities) },
    ),
    polarity: fc.oneof(
      { weight: 3, arbitrary: fc.constant("affirmed" as const) },
      { weight: 1, arbitrary: fc.constantFrom(...polarities) },
    ),
    on: fc.option(day, { nil: undefined }),
    voice: fc.option(fc.constantFrom("Meridian Wire", "Faris Wadhani"), { nil: undefined }),
  })
  .map(({ parties: [first, ...rest], on, voice, ...told }) => ({
    ...told,
    agents: [first!],
    patients: rest,
    ...(on === undefined ? {} : { on }),
    voices: voice === undefined ? [] : [{ name: voice }],
  }));

const readings: fc.Arbitrary<Reading[]> = fc
  .array(fc.tuple(fc.option(day, { nil: null }), fc.array(claim, { minLength: 1, maxLength: 4 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pages) =>
    pages.map(([published, claims], at) =>
      inventReading(`page-${at}`, { published, publisher: `Paper ${at % 3}` }, claims),
    ),
  );

const query = (asOf: string, publishedBy: string | null = null) => ({
  asOf,
  publishedBy,
  knownAt: "9999-12-31T23:59:59Z",
});

describe("whatever the reports say", () => {
  test("the order in which they arrive changes neither picture nor disputes", () => {
    fc.assert(
      fc.property(readings, day, fc.infiniteStream(fc.nat()), (pages, asOf, keys) => {
        const shuffled = pages
          .map((page) => [keys.next().value ?? 0, page] as const)
          .sort(([one], [other]) => one - other)
          .map(([, page]) => page);
        const [one, other] = [holdReadings(pages), holdReadings(shuffled)];
        expect(derivePicture(other, query(asOf), { ended: true })).toEqual(
          derivePicture(one, query(asOf), { ended: true }),
        );
        expect(findDisputes(other, query(asOf))).toEqual(findDisputes(one, query(asOf)));
      }),
      { numRuns: 150 },
    );
  });

  test("every tie is explained by a step that begins or supports it", () => {
    fc.assert(
      fc.property(readings, day, (pages, asOf) => {
        const held = holdReadings(pages);
        for (const tie of derivePicture(held, query(asOf)).ties) {
          const { steps, ties } = explainTies(held, query(asOf), tie.a, tie.b);
          expect(ties).toContainEqual(tie);
          expect(
            steps.some(
              ({ claim, effect }) => tie.claims.includes(claim) && (effect === "begins" || effect === "supports"),
            ),
          ).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  // Who is who is the exception: a name that is explained later names the same actor in earlier reports.
  test("what is published later changes nothing in what had been published by then, but who is who", () => {
    fc.assert(
      fc.property(readings, day, day, (all, asOf, by) => {
        const pages = all.filter(({ claims }) =>
          claims.every(({ relation }) => relation !== "alias" && relation !== "rename"),
        );
        const before = pages.filter(({ report }) => report.published !== null && report.published <= by);
        const ties = (some: Reading[]) =>
          derivePicture(holdReadings(some), query(asOf, by)).ties.map(({ relation, status, since }) => [
            relation,
            status,
            since,
          ]);
        expect(ties(pages)).toEqual(ties(before));
      }),
      { numRuns: 100 },
    );
  });

  test("every confidence is between none and sure, and every tie has at least one report and origin", () => {
    fc.assert(
      fc.property(readings, day, (pages, asOf) => {
        for (const { confidence, reports, origins } of derivePicture(holdReadings(pages), query(asOf)).ties) {
          expect(confidence.value).toBeGreaterThan(0);
          expect(confidence.value).toBeLessThanOrEqual(1);
          expect(Math.min(reports, origins)).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 100 },
    );
  });
});
