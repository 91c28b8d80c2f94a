import { describe, expect, test } from "vitest";
import { tiesOf } from "../../src/picture/derive-picture.ts";
import { explainScene } from "../../src/picture/explain-ties.ts";
import { resolveHoldings } from "../../src/resolve/resolve-holdings.ts";
import { snapshotOf } from "../../src/serve/snapshot.ts";
import { expectedPictures, expectedReadings, plots } from "../stories/expected.ts";
import { perfectHoldings } from "../stories/perfect-holdings.ts";

describe.each([...plots])("the claims that name one of two actors in the plot %s", (plot) => {
  const snapshot = snapshotOf(resolveHoldings(perfectHoldings(expectedReadings(plot), expectedPictures(plot))));
  const days = [...new Set(snapshot.holdings.reports.flatMap(({ published }) => published?.slice(0, 10) ?? []))];

  test("explain their ties as all claims do, on every day", () => {
    let compared = 0;
    for (const asOf of [...days, "2040-01-01"]) {
      const query = { asOf, publishedBy: null, knownAt: "2040-01-01T00:00:00Z" };
      for (const { a, b } of tiesOf(snapshot.scene(null), asOf, { ended: true })) {
        const whole = explainScene(snapshot.scene(null), query, a, b);
        compared += whole.steps.length;
        expect(explainScene(snapshot.sceneOfTwo(a, b, null), query, a, b)).toEqual(whole);
      }
    }
    expect(compared).toBeGreaterThan(100);
  });
});
