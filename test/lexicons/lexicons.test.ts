import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { nameKey } from "../../src/extract/lexicon.ts";
import {
  ActorEntry,
  ActorNouns,
  NameCues,
  OutletEntry,
  PeopleEntry,
  PlaceEntry,
  StateEntry,
  TitleEntry,
} from "../../src/terms/lexicon.ts";

const folder = new URL("../../lexicons/", import.meta.url);
const text = (file: string): string => readFileSync(new URL(file, folder), "utf8");
const read = <Value>(file: string, schema: z.ZodType<Value>): Value => schema.parse(JSON.parse(text(file)));
const lines = (file: string): string[] =>
  text(file)
    .split("\n")
    .filter((line) => line && !line.startsWith("#"));

const states = read("states.json", z.array(StateEntry));
const peoples = read("peoples.json", z.array(PeopleEntry));
const outlets = read("outlets.json", z.array(OutletEntry));
const actors = read("actors.json", z.array(ActorEntry));
const titles = read("titles.json", z.array(TitleEntry));
const nouns = read("actor-nouns.json", ActorNouns);
const cues = read("name-cues.json", NameCues);
const places = read("places.json", z.array(PlaceEntry));

const repeated = (words: readonly string[]): string[] => words.filter((word, at) => words.indexOf(word) !== at);
const countryCodes = new Set(states.map((state) => state.iso2).filter((code) => code !== null));

describe("an entry of a list", () => {
  const lists = { states, peoples, outlets, actors };

  it.each(Object.entries(lists))("of %s has a name that no other entry has", (_, entries) => {
    expect(repeated(entries.map((entry) => nameKey(entry.name)))).toEqual([]);
  });

  it.each(Object.entries(lists))("of %s stands in the order of its name", (_, entries) => {
    const names = entries.map((entry) => nameKey(entry.name));
    expect(names).toEqual(names.toSorted());
  });

  it.each(Object.entries({ states, outlets, actors }))("of %s says each of its names once", (_, entries) => {
    expect(entries.flatMap((entry) => repeated(entry.names.map(nameKey)))).toEqual([]);
  });

  it.each(Object.entries({ states, outlets, actors }))("of %s calls ambiguous only what it is called", (_, entries) => {
    for (const entry of entries) {
      const seats = "capitals" in entry ? [...entry.capitals, ...entry.governmentNames] : [];
      expect([...entry.names, ...seats]).toEqual(expect.arrayContaining(entry.ambiguous ?? []));
    }
  });

  it("of Wikidata's countries is an item and a country that the list of states knows", () => {
    const items = Object.entries(read("wikidata-countries.json", z.record(z.string(), z.string())));
    expect(items.filter(([item, code]) => !/^Q\d+$/.test(item) || !countryCodes.has(code))).toEqual([]);
  });

  it("has a country that the list of states knows", () => {
    const codes = [...actors, ...peoples].flatMap((entry) => entry.countries);
    for (const outlet of outlets) if (outlet.country) codes.push(outlet.country);
    expect(codes.filter((code) => !countryCodes.has(code))).toEqual([]);
  });
});

describe("a name that two entries bear", () => {
  it("is marked as ambiguous in both", () => {
    const named = [...states, ...outlets, ...actors];
    const bearers = Map.groupBy(
      named.flatMap((entry) => entry.names.map((name) => ({ entry, name, key: nameKey(name) }))),
      ({ key }) => key,
    );
    const unmarked = [...bearers.values()]
      .filter((group) => group.length > 1)
      .flatMap((group) => group.filter(({ entry, name }) => !entry.ambiguous?.includes(name)))
      .map(({ entry, name }) => `${name} (${entry.name})`);
    expect(unmarked).toEqual([]);
  });

  it("is not a web domain: those have one outlet each", () => {
    expect(repeated(outlets.flatMap((outlet) => outlet.domains))).toEqual([]);
  });
});

describe("the states", () => {
  it("are all 193 members of the United Nations, and its two observers", () => {
    expect(states.filter((state) => state.status === "member")).toHaveLength(193);
    expect(states.filter((state) => state.status === "observer").map((state) => state.name)).toEqual(["Palestine", "Vatican City"]);
  });

  it("have an adjective and a code each while they are members", () => {
    const members = states.filter((state) => state.status === "member");
    expect(members.filter((state) => state.adjectives.length === 0 || state.demonyms.length === 0)).toEqual([]);
    expect(repeated(members.map((state) => state.iso2 ?? ""))).toEqual([]);
  });

  it("have capitals that the list of place names knows", () => {
    const known = new Set([...lines("place-names.txt"), ...states.flatMap((state) => state.names)].map(nameKey));
    // Written like a common word or a person's name, and so left to the words around them.
    const left = ["Male", "Victoria", "Stanley", "Hamilton", "Kingston", "George Town", "Magas"].map(nameKey);
    const members = states.filter((state) => state.status === "member" && state.capital);
    const unknown = members.map((state) => nameKey(state.capital!)).filter((key) => !known.has(key) && !left.includes(key));
    expect(unknown).toEqual([]);
  });
});

describe("the words", () => {
  it("have one type each", () => {
    expect(repeated(Object.values(nouns).flat())).toEqual([]);
    expect(repeated(Object.values(cues.cues).flat().map(nameKey))).toEqual([]);
  });

  it("are written small where they are nouns, and with a capital where they are parts of names", () => {
    expect(Object.values(nouns).flat().filter((noun) => noun !== noun.toLowerCase())).toEqual([]);
    expect(Object.values(cues.cues).flat().filter((cue) => !/^['‘]?\p{Lu}/u.test(cue))).toEqual([]);
  });

  it("are titles once, whatever their capitals", () => {
    expect(repeated(titles.map((title) => title.title.toLowerCase()))).toEqual([]);
  });

  it("are no everyday words where they are titles", () => {
    const everyday = new Set(["he", "am", "miss", "mom", "his", "her", "it", "us"]);
    expect(titles.filter((title) => everyday.has(title.title.toLowerCase()))).toEqual([]);
  });
});

describe("the places", () => {
  it("are in the order of their names", () => {
    const names = places.map((place) => nameKey(place[0]));
    expect(names.findIndex((name, at) => at > 0 && name < names[at - 1]!)).toBe(-1);
  });

  it("hold the provinces, borders and waters that reports of war name", () => {
    const kinds = new Map(places.map((place) => [place[0], place[2]]));
    expect(kinds.get("Golan Heights")).toBe("region");
    expect(kinds.get("Euphrates")).toBe("river");
    expect(kinds.get("Idlib Governorate")).toBe("province");
    expect(kinds.get("Line of Control")).toBe("border");
  });

  it("have names in the short list that are neither states nor given names of people", () => {
    const given = new Set(lines("given-names.txt").map(nameKey));
    const stateNames = new Set(states.flatMap((state) => state.names.map(nameKey)));
    const capitals = new Set(states.flatMap((state) => state.capitals.map(nameKey)));
    const mixed = lines("place-names.txt").map(nameKey).filter((key) => (given.has(key) || stateNames.has(key)) && !capitals.has(key));
    expect(mixed).toEqual([]);
  });
});

describe("the given names", () => {
  it("stand once each, and in order", () => {
    const names = lines("given-names.txt").map(nameKey);
    expect(repeated(names)).toEqual([]);
    expect(names).toEqual(names.toSorted());
  });
});
