import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCsv } from "../../src/cli/csv-rows.ts";
import { compareNames } from "../../src/resolve/same-name.ts";

const same: [string, string, "person" | "body"][] = [
  ["Jaish al-Fatah", "Jaysh al-Fath", "body"],
  ["Kata'ib al-Nahr", "Kataib an-Nahr", "body"],
  ["Liwa' al-Fajr", "Liwa al-Fajr", "body"],
  ["Ahrar ash-Sham", "Ahrar al-Sham", "body"],
  ["The Ash Brigade", "Ash Brigade", "body"],
  ["HHS", "Haesong Heavy Shipyards", "body"],
  ["Third River Battalion", "3rd River Battalion", "body"],
  ["General Nasir al-Dulwani", "Nasser al-Dulwani", "person"],
  ["H. Salvado-Reis", "Henrique Salvado-Reis", "person"],
  ["Salvado-Reis, Henrique", "Henrique Salvado Reis", "person"],
  ["Владимир Орлов", "Vladimir Orlov", "person"],
];
const different: [string, string, "person" | "body"][] = [
  ["Liwa al-Fajr", "Liwa al-Nasr", "body"],
  ["Third River Battalion", "Fourth River Battalion", "body"],
  ["Orchard", "New Orchard", "body"],
  ["Bank of Tolmeria", "Bank of Kirumba", "body"],
  ["Nasir al-Dulwani", "Karim al-Dulwani", "person"],
  ["Ahmed Hassan al-Qasri", "Mohamed Hassan al-Qasri", "person"],
  ["김정은", "김종은", "person"],
];

describe("two names", () => {
  for (const [one, other, kind] of same)
    test(`${one} and ${other} are the same`, () => expect(compareNames(one, other, kind).same).toBe(true));
  for (const [one, other, kind] of different)
    test(`${one} and ${other} are different`, () => expect(compareNames(one, other, kind).same).toBe(false));

  test("are judged alike whichever comes first, and a name is the same as itself", () => {
    const word = fc.constantFrom(
      "Jaish",
      "al-Saqr",
      "River",
      "Battalions",
      "Front",
      "Dawn",
      "Abu",
      "3rd",
      "Norvane",
      "Ltd",
    );
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(name, name, fc.constantFrom("person" as const, "body" as const), (one, other, kind) => {
        expect(compareNames(one, other, kind).same).toBe(compareNames(other, one, kind).same);
        expect(compareNames(one, one, kind).same).toBe(true);
      }),
    );
  });

  test("each come with what made the score", () => {
    expect(compareNames("Dawn Brigade", "Dusk Brigade", "body").why).toContain("only the first has dawn");
  });
});

test("a cell of a CSV file may hold commas, quotes and line breaks", () => {
  expect(parseCsv('a,b\r\n"x, ""y""\nz",2\n\n')).toEqual([
    ["a", "b"],
    ['x, "y"\nz', "2"],
  ]);
});
