import { describe, expect, test } from "vitest";
import { countriesOf } from "../../src/resolve/countries.ts";
import { countryMeant, countryName, countryOfItem } from "../../src/resolve/known-countries.ts";
import { resolveActors } from "../../src/resolve/resolve-actors.ts";
import type { Actor, Decision, LocalActor, Ruling } from "../../src/terms/index.ts";

let number = 0;
const decide = (ruling: Ruling): Decision => {
  number += 1;
  return { id: `x:${number}`, ruling, by: "Ana", because: null, recorded: "2031-01-01T00:00:00.000Z" };
};
const inCountries = (actor: string, ...countries: string[]): Decision =>
  decide({ kind: "countries", actor, countries });

const actor = (kind: Actor["kind"], name: string, ...others: string[]): Actor => ({
  ...{ id: "a:1", name, kind },
  names: [name, ...others],
});

/** Each name in a report of its own; how many actors they are. */
function actorsOf(names: readonly string[], decisions: readonly Decision[] = []): number {
  const local = names.map(
    (name, at): LocalActor => ({ report: `r${at}`, actor: "a", type: "group", names: [name], described: [] }),
  );
  return resolveActors(local, [], decisions).actors.length;
}

describe("an actor's countries", () => {
  test("are those of the list that has one of its names", () => {
    const found = { codes: ["SY"], source: "lexicons/actors.json" };
    expect(countriesOf(actor("alliance", "Front X", "Jaish al-Fatah"), [])).toEqual(found);
    expect(countriesOf(actor("state", "Syria"), [])).toEqual({ codes: ["SY"], source: "lexicons/states.json" });
    expect(countriesOf(actor("outlet", "Fars News"), [])).toEqual({ codes: ["IR"], source: "lexicons/outlets.json" });
  });

  test("are not known from a name that may be another's, nor from one of another sort", () => {
    expect(countriesOf(actor("party", "Labour Party"), [])).toBeNull();
    expect(countriesOf(actor("person", "Jaish al-Fatah"), [])).toBeNull();
  });

  test("are those that were decided last, for any of its names, whatever a list says", () => {
    const decisions = [inCountries("Army of Conquest", "LB"), inCountries("Jaish al-Fatah", "IQ", "SY")];
    const fatah = actor("alliance", "Jaish al-Fatah", "Army of Conquest");
    expect(countriesOf(fatah, decisions)).toEqual({ codes: ["IQ", "SY"], source: decisions[1]!.id });
    expect(countriesOf(fatah, decisions.toReversed())).toEqual({ codes: ["LB"], source: decisions[0]!.id });
  });

  test("hold for every name that was decided to be the same, until they were decided to be different", () => {
    const decisions = [inCountries("Dawn Front", "ML"), decide({ kind: "same", a: "Dawn Front", b: "FFD" })];
    expect(countriesOf(actor("group", "FFD"), decisions)?.codes).toEqual(["ML"]);
    const parted = [...decisions, decide({ kind: "different", a: "FFD", b: "Dawn Front" })];
    expect(countriesOf(actor("group", "FFD"), parted)).toBeNull();
  });
});

describe("names that are spelled alike", () => {
  const alike = ["Jaysh al-Saqr", "Jeish as-Saqr"];

  test("are of one actor where a country is known of one of them, or one that both share", () => {
    expect(actorsOf(alike, [inCountries(alike[0]!, "ML")])).toBe(1);
    expect(actorsOf(alike, [inCountries(alike[0]!, "ML"), inCountries(alike[1]!, "NE", "ML")])).toBe(1);
  });

  test("are of two in different countries, unless people say that they are one", () => {
    const apart = [inCountries(alike[0]!, "ML"), inCountries(alike[1]!, "NE")];
    expect(actorsOf(alike, apart)).toBe(2);
    expect(actorsOf(alike, [...apart, decide({ kind: "same", a: alike[0]!, b: alike[1]! })])).toBe(1);
  });

  test("are of two where our lists have them in different countries", () => {
    expect(actorsOf(["Ahlu Sunna Wal Jamaa", "Ahl al-Sunna wal-Jamaa"])).toBe(2);
  });

  test("are of one though a country differs where more reports than one use both of one actor", () => {
    const reports = ["r1", "r2"].map(
      (report): LocalActor => ({
        report,
        actor: "a",
        type: "group",
        names: ["Falcon Army", "Ridge Men"],
        described: [],
      }),
    );
    const apart = [inCountries("Falcon Army", "ML"), inCountries("Ridge Men", "NE")];
    expect(resolveActors(reports, [], apart).actors).toHaveLength(1);
    expect(resolveActors(reports.slice(1), [], apart).actors).toHaveLength(2);
  });
});

test("initials that fit two names are those of the name in their own country", () => {
  const names = ["Falcon Dawn Army", "Free Dune Alliance", "FDA"];
  expect(actorsOf(names)).toBe(3);
  const countries = [inCountries(names[0]!, "ML"), inCountries("FDA", "ML")];
  expect(actorsOf(names, countries)).toBe(2);
});

test("a country is meant by its code, by the code of a part of it, and by its names", () => {
  expect(["sy", "SY", "Syria", "Syrian Arab Republic", "gb-nir"].map(countryMeant)).toEqual([
    "SY",
    "SY",
    "SY",
    "SY",
    "GB",
  ]);
  expect(["zz", "EU", "Atlantis", ""].map(countryMeant)).toEqual([null, null, null, null]);
  expect(countryOfItem("Q858")).toBe("SY");
  expect(countryOfItem("Q1")).toBeNull();
  expect(countryName("SY")).toBe("Syria");
});
