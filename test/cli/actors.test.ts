import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readActorList, rulingsOf } from "../../src/cli/actor-list.ts";
import { entente } from "../run-entente.ts";

// A new store takes seconds to make.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe("a list of actors of one's own", () => {
  test("is read from CSV, whether the names stand in one cell or in rows of their own", () => {
    const inCells = 'name,aliases\n"Front of Dawn","FFD; Jabhat al-Fajr"\n';
    const inRows = "alias,name\nFFD,Front of Dawn\nJabhat al-Fajr,Front of Dawn\n";
    const expected = [
      { id: null, name: "Front of Dawn", others: ["FFD", "Jabhat al-Fajr"], type: null, countries: [] },
    ];
    expect(readActorList(inCells, "a.csv")).toEqual(expected);
    expect(readActorList(inRows, "b.csv")).toEqual(expected);
  });

  test("is read from FollowTheMoney entities, a line each", () => {
    const entity = {
      id: "x",
      schema: "Organization",
      properties: { name: ["Front of Dawn"], alias: ["FFD"], country: ["zz", "sy"], jurisdiction: ["iq"] },
    };
    const company = { id: "y", schema: "Company", properties: { name: ["Argo Lines"], previousName: ["Argo Barges"] } };
    const lines = [entity, company].map((row) => JSON.stringify(row)).join("\n");
    expect(readActorList(lines, "list.json")).toEqual([
      { id: "x", name: "Front of Dawn", others: ["FFD"], type: "organisation", countries: ["IQ", "SY"] },
      { id: "y", name: "Argo Lines", others: ["Argo Barges"], type: "organisation", countries: [] },
    ]);
  });

  test("is read from Wikidata items, English and multilingual names only", () => {
    const item = {
      labels: { en: { value: "Front of Dawn" }, fr: { value: "Front de l'aube" } },
      aliases: { en: [{ value: "FFD" }], mul: [{ value: "al-Fajr" }] },
      claims: {
        P31: [
          { mainsnak: { snaktype: "somevalue" } },
          { mainsnak: { datavalue: { value: { id: "Q7278" }, type: "wikibase-entityid" } } },
        ],
        P17: [
          { rank: "preferred", mainsnak: { datavalue: { value: { id: "Q858" }, type: "wikibase-entityid" } } },
          { rank: "deprecated", mainsnak: { datavalue: { value: { id: "Q796" }, type: "wikibase-entityid" } } },
        ],
      },
    };
    const expected = [
      { id: null, name: "Front of Dawn", others: ["FFD", "al-Fajr"], type: "party", countries: ["SY"] },
    ];
    expect(readActorList(JSON.stringify({ entities: { Q1: item } }), "Q1.json")).toEqual(expected);
    expect(readActorList(JSON.stringify([item]), "items.json")).toEqual(expected);
  });

  test("decides of which kind its actors are, where it says so", () => {
    const list = readActorList("kind,name,aliases\nAlliance,Two Rivers,TR\n,Lake Guards,LG\n", "a.csv");
    expect(list.map(({ type }) => type)).toEqual(["alliance", null]);
    expect(rulingsOf(list).rulings).toContainEqual({ kind: "retype", actor: "Two Rivers", to: "alliance" });
    expect(rulingsOf(list).rulings.filter(({ kind }) => kind === "retype")).toHaveLength(1);
    expect(() => readActorList("kind,name,aliases\nplace,Tarn,T\n", "b.csv")).toThrow(
      /b\.csv, row 2: "place" is no kind/,
    );
  });

  test("decides where its actors are at home, where it says so, by codes or names", () => {
    const list = readActorList("name,countries\nLake Guards,Syria; iq\nTwo Rivers,\n", "a.csv");
    expect(list.map(({ countries }) => countries)).toEqual([["IQ", "SY"], []]);
    expect(rulingsOf(list).rulings).toEqual([{ kind: "countries", actor: "Lake Guards", countries: ["IQ", "SY"] }]);
    expect(() => readActorList("name,country\nLake Guards,Atlantis\n", "b.csv")).toThrow(
      /b\.csv, row 2: "Atlantis" is no country/,
    );
  });

  test("that is none of these is named with what is wrong", () => {
    expect(() => readActorList("a,b\n1,2\n", "odd.csv")).toThrow(/odd\.csv.*columns name and aliases/);
    expect(() => readActorList('{"a":1}\n{"b"', "odd.json")).toThrow(/odd\.json, line 2/);
    expect(() => readActorList('{"a":1}', "odd.json")).toThrow(/neither a FollowTheMoney entity nor a Wikidata item/);
  });
});

describe("actors of a list that share a name", () => {
  const list = "id,name,aliases\n1,Omar Sule,Omar the Smith;the Smith\n2,Omar Sule,Omar of Tarn\n3,Lake Guards,LG\n";

  test("stay apart when their ids differ", () => {
    expect(readActorList(list, "a.csv").map(({ id, name }) => [id, name])).toEqual([
      ["1", "Omar Sule"],
      ["2", "Omar Sule"],
      ["3", "Lake Guards"],
    ]);
  });

  test("are told to be different by their own names, and nothing is decided by the name they share", () => {
    const { rulings, shared } = rulingsOf(readActorList(list, "a.csv"));
    expect(shared).toEqual(["Omar Sule"]);
    expect(rulings).toEqual([
      { kind: "same", a: "Omar the Smith", b: "the Smith" },
      { kind: "same", a: "Lake Guards", b: "LG" },
      { kind: "different", a: "Omar the Smith", b: "Omar of Tarn" },
    ]);
  });

  test("an alias of one that is the name of another decides nothing either", () => {
    const { rulings, shared } = rulingsOf(readActorList("name,aliases\nOld Front,FN;OF\nNew Front,FN\n", "b.csv"));
    expect(shared).toEqual(["FN"]);
    expect(rulings).toEqual([
      { kind: "same", a: "Old Front", b: "OF" },
      { kind: "different", a: "Old Front", b: "New Front" },
    ]);
  });
});

describe("entente actors", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "entente-actors-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("makes two names one actor, and knows them the second time", async () => {
    const at = (name: string): string => join(folder, name);
    writeFileSync(at("list.csv"), "name,aliases,kind,countries\nDune Brigade,Kiln Brigade,alliance,Mali\n");
    writeFileSync(at("one.txt"), "The Dune Brigade attacked the Lake Guards on Monday.");
    writeFileSync(at("two.txt"), "The Kiln Brigade attacked the Lake Guards on Friday.");
    const ledger = ["--ledger", at("ledger")];
    await entente(["add", at("one.txt"), at("two.txt"), ...ledger]);
    const first = await entente(["actors", at("list.csv"), "--by", "ana", ...ledger]);
    expect(first.out).toContain(
      "1 actor with 1 other name, 1 kind, and the countries of 1: 3 decided by ana, 0 known already",
    );
    const second = await entente(["actors", at("list.csv"), "--by", "ana", ...ledger]);
    expect(second.out).toContain("0 decided by ana, 3 known already");
    const { out } = await entente(["actor", "Kiln Brigade", ...ledger]);
    expect(out).toContain("Dune Brigade");
    expect(out).toContain("alliance");
    expect(out).toContain("countries: Mali (ML); decided by ana, x:");
    const asked = await entente(["actor", "Kiln Brigade", "--format", "json", ...ledger]);
    const { actor, countries } = JSON.parse(asked.out) as { actor: object; countries: { codes: string[] } };
    expect(countries.codes).toEqual(["ML"]);
    expect(Object.keys(actor).sort()).toEqual(["id", "kind", "name", "names"]);
  });
});
