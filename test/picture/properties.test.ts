import fc from "fast-check";
import { expect, test } from "vitest";
import { inventHoldings } from "../../bench/invent-ledger.ts";
import { findChanges } from "../../src/picture/changes.ts";
import { derivePicture, pictureOf } from "../../src/picture/derive-picture.ts";
import { explainTies } from "../../src/picture/explain-ties.ts";
import { placeClaims } from "../../src/picture/scene.ts";
import { resolveHoldings } from "../../src/resolve/resolve-holdings.ts";
import type { Decision, Holdings, Ruling } from "../../src/terms/index.ts";

// What holds of every ledger, tried on invented ones: outlets that err and lie, copies, undated claims.

const world = { actors: 12, reports: 25, claims: 60, outlets: 5, copied: 0.3, firstDay: "2031-01-01", days: 200 };
const query = { asOf: "2031-06-01", publishedBy: null, knownAt: "2041-01-01T00:00:00Z" };
const seeds = fc.integer({ min: 1, max: 100_000 });
const runs = { numRuns: 12 };

const less = (one: Set<string>, other: Set<string>): Set<string> => new Set([...one].filter((id) => !other.has(id)));
const draw = (holdings: Holdings): string => JSON.stringify(derivePicture(resolveHoldings(holdings), query));
const decided = (...rulings: Ruling[]): Decision[] =>
  rulings.map((ruling, at) => ({
    id: `x:${at}`,
    ruling,
    by: "an analyst",
    because: null,
    recorded: `2040-01-0${at + 1}`,
  }));

test("the order in which reports arrive leaves no trace in the picture", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { holdings } = inventHoldings({ ...world, seed });
      const { reports, actors, claims } = holdings;
      const turned = {
        ...holdings,
        reports: [...reports].reverse(),
        actors: [...actors].reverse(),
        claims: [...claims].reverse(),
      };
      expect(draw(turned)).toBe(draw(holdings));
    }),
    runs,
  );
});

test("merging two actors and splitting them again leaves the picture as it was", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { holdings, world: invented } = inventHoldings({ ...world, seed });
      const [a, b] = [invented.names[0]!, invented.names[1]!];
      const undone = decided({ kind: "same", a, b }, { kind: "different", a, b });
      expect(draw({ ...holdings, decisions: undone })).toBe(draw(holdings));
    }),
    runs,
  );
});

test("why explains every tie of the picture, and only by claims that it counts", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const holdings = resolveHoldings(inventHoldings({ ...world, seed }).holdings);
      for (const tie of derivePicture(holdings, query).ties) {
        const { ties, steps } = explainTies(holdings, query, tie.a, tie.b);
        expect(ties).toContainEqual(tie);
        const told = new Set(steps.map(({ claim }) => claim));
        expect(tie.claims.every((claim) => told.has(claim))).toBe(true);
      }
    }),
    { numRuns: 4 },
  );
});

test("what changed between two days is what the two pictures differ in", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const holdings = resolveHoldings(inventHoldings({ ...world, seed }).holdings);
      const [from, to] = ["2031-03-01", "2031-06-01"];
      const on = (asOf: string) => new Set(derivePicture(holdings, { ...query, asOf }).ties.map(({ id }) => id));
      const [before, after] = [on(from), on(to)];
      const { begun, ended } = findChanges(holdings, { from, to }, query);
      expect(new Set(begun.map(({ id }) => id))).toEqual(less(after, before));
      expect(new Set(ended.map(({ id }) => id))).toEqual(less(before, after));
    }),
    runs,
  );
});

test("a source graded unreliable makes what it alone says less sure, and touches nothing that others say", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { holdings } = inventHoldings({ ...world, seed });
      const source = holdings.reports[0]!.publisher!;
      const plain = derivePicture(resolveHoldings(holdings), query).ties;
      const decisions = decided({ kind: "reliability", source, grade: "E" });
      const graded = derivePicture(resolveHoldings({ ...holdings, decisions }), query).ties;
      for (const [at, tie] of graded.entries()) {
        const named = tie.confidence.because.some((reason) => reason.includes(`${source} is graded E`));
        if (!named) expect(tie).toEqual(plain[at]);
      }
    }),
    runs,
  );
});

test("whatever days were asked for before, a day's picture is the one that is drawn for it alone", () => {
  fc.assert(
    fc.property(
      seeds,
      fc.array(fc.integer({ min: -30, max: 1_200 }), { minLength: 2, maxLength: 25 }),
      (seed, days) => {
        const holdings = resolveHoldings(inventHoldings({ ...world, seed }).holdings);
        const often = placeClaims(holdings, null);
        for (const offset of days) {
          const asOf = new Date(Date.UTC(2031, 0, 1 + offset)).toISOString().slice(0, 10);
          const options = { ended: offset % 2 === 0, fadeAfterDays: offset % 3 === 0 ? 60 : 730 };
          const asked = pictureOf(often, { ...query, asOf }, options);
          expect(asked).toEqual(pictureOf(placeClaims(holdings, null), { ...query, asOf }, options));
        }
      },
    ),
    runs,
  );
});

test("an actor's picture is what the whole picture says of it", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const holdings = resolveHoldings(inventHoldings({ ...world, claims: 120, seed }).holdings);
      const scene = placeClaims(holdings);
      const whole = pictureOf(scene, query, { ended: true }).ties;
      for (const { id } of holdings.actors) {
        const own = pictureOf(scene, query, { ended: true, actor: id }).ties;
        expect(own).toEqual(whole.filter(({ a, b }) => a === id || b === id));
      }
    }),
    runs,
  );
});
