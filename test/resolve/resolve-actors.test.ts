import { describe, expect, test } from "vitest";
import { resolveActors } from "../../src/resolve/resolve-actors.ts";
import { type LocalActor, localKey, type MentionType } from "../../src/terms/index.ts";

/** One local actor a line: report, kind, names. */
function local(...lines: [string, MentionType, ...string[]][]): LocalActor[] {
  return lines.map(([report, type, ...names], at) => ({ report, actor: `a${at}`, type, names, described: [] }));
}

function groupsOf(actors: readonly LocalActor[]): string[][] {
  const { idOf } = resolveActors(actors);
  const groups = Map.groupBy(actors, ({ report, actor }) => idOf.get(localKey(report, actor))!);
  return [...groups.values()].map((group) => group.flatMap(({ names }) => names)).sort();
}

const same = (...lines: [string, MentionType, ...string[]][]) => expect(groupsOf(local(...lines))).toHaveLength(1);
const different = (...lines: [string, MentionType, ...string[]][]) =>
  expect(groupsOf(local(...lines))).toHaveLength(lines.length);

describe("names of one actor", () => {
  test("differ in transliteration", () => {
    same(["r1", "group", "Jaysh al-Saqr"], ["r2", "group", "Jeish as-Saqr"], ["r3", "group", "Jaish Al Saqr"]);
    same(["r1", "group", "Kata'ib al-Nahr"], ["r2", "group", "Kataib an-Nahr"]);
    same(["r1", "group", "Jaish al-Fatah"], ["r2", "group", "Jaysh al-Fath"]);
  });

  test("are joined by a report that uses both", () => {
    same(
      ["r1", "group", "Falcon Army"],
      ["r2", "group", "Jaysh al-Saqr"],
      ["r3", "group", "Falcon Army", "Jaysh al-Saqr"],
    );
  });

  test("are a person's full name and surname, where one person fits", () => {
    same(["r1", "person", "Abu Hilal al-Qasri"], ["r2", "person", "al-Qasri"]);
    expect(
      groupsOf(local(["r1", "person", "Ana Ruivaz"], ["r2", "person", "Tomé Ruivaz"], ["r3", "person", "Ruivaz"])),
    ).toHaveLength(3);
  });

  test("are the long form and its initials", () => {
    same(["r1", "organisation", "Kirumba Copper Corporation"], ["r2", "organisation", "KCC"]);
  });

  test("are the same though one report takes the actor for a person", () => {
    same(["r1", "group", "Mizan Order"], ["r2", "person", "Mizan Order"], ["r3", "group", "Mizan Order"]);
  });
});

describe("names of two actors", () => {
  test("are a party and what split from it", () =>
    different(["r1", "party", "Orchard"], ["r2", "party", "New Orchard"]));
  test("are a state and the company that carries its name", () =>
    different(["r1", "state", "Haesong"], ["r1", "organisation", "Haesong Heavy Shipyards"]));
  test("are two full names of people", () =>
    different(["r1", "person", "Nasir al-Dulwani"], ["r2", "person", "Faris al-Wadhani"]));
  test("stay two when one report confuses them and two keep them apart", () => {
    const actors = local(
      ["r1", "group", "Falcon Army", "River Battalions"],
      ["r2", "group", "Falcon Army"],
      ["r2", "group", "River Battalions"],
      ["r3", "group", "Falcon Army"],
      ["r3", "group", "River Battalions"],
    );
    const { actors: found } = resolveActors(actors);
    expect(found).toHaveLength(2);
  });
});

test("the order of the reports leaves no trace", () => {
  const actors = local(
    ["r1", "group", "Falcon Army", "Jaysh al-Saqr"],
    ["r2", "group", "Jeish as-Saqr"],
    ["r3", "person", "Nasir al-Dulwani", "al-Dulwani"],
    ["r4", "person", "Nasser al-Dulwani"],
    ["r5", "organisation", "KCC"],
    ["r6", "organisation", "Kirumba Copper Corporation"],
  );
  expect(resolveActors([...actors].reverse())).toEqual(resolveActors(actors));
});

test("who is only described stays with the report", () => {
  const actors: LocalActor[] = ["r1", "r2"].map((report) => ({
    report,
    actor: "a1",
    type: "group",
    names: [],
    described: ["militant groups"],
  }));
  const { actors: found } = resolveActors(actors);
  expect(found.map(({ name }) => name)).toEqual(["militant groups", "militant groups"]);
});
