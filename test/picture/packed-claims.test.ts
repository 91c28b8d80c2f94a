import fc from "fast-check";
import { expect, test } from "vitest";
import { packClaims, unpackClaims } from "../../src/picture/packed-claims.ts";
import type { SitedClaim } from "../../src/picture/scene.ts";
import { bareReport, writeSited } from "../../src/picture/sited-record.ts";
import type { ClaimRow, Interval } from "../../src/terms/index.ts";

const name = fc.constantFrom("Wadi", "the army", "a\tb", "c\\n", "d\ne", '"', "");
const day = fc.constantFrom(null, "2031-01-02", "2031-02-28");
const parties = fc.subarray(["a:1", "a:2", "a:3"]);
const days: fc.Arbitrary<Interval> = fc.record({
  edtf: fc.constantFrom(null, "2031-01-02", "2031-01", "../2031-01-02", "2031-01-02 or later", "odd\t\n"),
  start: day,
  end: day,
});

/** A claim on its line, whatever its days, its names and its source look like. */
const line: fc.Arbitrary<string> = fc
  .record({
    ...{ id: fc.uuid(), report: fc.constantFrom("sha256:1", "odd\treport"), place: fc.nat(), published: day, at: days },
    ...{ dated: fc.boolean(), agents: parties, patients: parties, of: fc.constantFrom("event", "until", null) },
    confidence: fc.constantFrom(0.1, 0.9),
    source: fc.oneof(
      name.map((publisher) => ({ publisher })),
      fc.constant({ voice: "a:1" }),
      fc.record({ unnamed: name, key: name }),
    ),
  })
  .map(({ id, report, place, published, at, of, confidence, ...sited }) => {
    const row: ClaimRow = {
      ...{ id, report, localId: "", relation: "clash", polarity: "affirmed", modality: "actual" },
      ...{ agents: [], patients: [], time: of === null ? null : { ...at, text: null, of: of as "event" } },
      ...{ place: null, voices: [], quote: "", evidence: [[place, 0]], confidence },
    };
    const claim: SitedClaim = { row, at, weight: "for", ...sited };
    return writeSited(claim, { ...bareReport(report), published });
  });

test("claims that were packed are unpacked as they were", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      expect(unpackClaims(packClaims(lines))).toEqual(lines);
    }),
  );
});
