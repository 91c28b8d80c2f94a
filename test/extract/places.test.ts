import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldName, skeletonOf } from "../../src/extract/places/fold.ts";
import { readGazetteer } from "../../src/extract/places/load-gazetteer.ts";
import { resolvePlace } from "../../src/extract/places.ts";

/** The best candidate's country and kind. Which of its names a place goes by in the gazetteer is no fact about the world. */
const first = (name: string, countries: string[] = []) => {
  const [best] = resolvePlace(name, { countries });
  return best && `${best.country} ${best.kind}`;
};

describe("a name alone means the place that news speaks of most", () => {
  test.each([
    ["Damascus", "SY capital"],
    ["Paris", "FR capital"],
    ["Tripoli", "LY capital"],
    ["London", "GB capital"],
    ["Washington", "US capital"],
    ["New York", "US city"],
    ["Syria", "SY country"],
    ["Georgia", "GE country"],
    ["Mexico", "MX country"],
    ["South Sudan", "SS country"],
    ["Idlib", "SY city"],
    ["Kobani", "SY city"],
    ["Donetsk", "UA city"],
    ["the Gaza Strip", "PS region"],
    ["Anbar", "IQ province"],
    ["Bab al-Hawa", "SY crossing"],
  ])("%s is %s", (name, expected) => {
    expect(first(name)).toBe(expected);
  });
});

describe("a report's countries outweigh size", () => {
  test.each([
    ["Tripoli", ["Lebanon"], "LB city"],
    ["Tripoli", ["LB"], "LB city"],
    ["Birmingham", ["American"], "US city"],
    ["Donetsk", ["Russia"], "RU city"],
    ["Georgia", ["United States"], "US province"],
    ["Damascus", ["United States"], "SY capital"],
    ["Lebanon", ["United States"], "LB country"],
  ])("%s in a report on %j is %s", (name, countries, expected) => {
    expect(first(name, countries)).toBe(expected);
  });

  test("a country nobody knows changes nothing", () => {
    expect(resolvePlace("Tripoli", { countries: ["Ruritania"] })).toEqual(resolvePlace("Tripoli"));
  });
});

describe("the words around a name say which place is meant", () => {
  test.each([
    ["Aleppo province", "SY province"],
    ["the province of Aleppo", "SY province"],
    ["the city of Homs", "SY city"],
    ["northern Aleppo countryside", "SY city"],
    ["southern Damascus", "SY capital"],
    ["Paris, Texas", "US city"],
    ["Rome, Georgia", "US city"],
    ["Tripoli, Lebanon", "LB city"],
    ["Syrian Idlib province", "SY province"],
    ["Syria’s Tripoli", "LY capital"],
    ["Lebanon's Tripoli", "LB city"],
    ["Homs's", "SY city"],
  ])("%s is %s", (name, expected) => {
    expect(first(name)).toBe(expected);
  });
});

describe("one place is found under its many spellings", () => {
  test.each([
    [["Deir ez-Zor", "Deir al-Zour", "Dayr az Zawr", "Deir Ezzor", "Deir Ez-Zour", "Deir el-Zor"], 35.3, 40.1],
    [["Latakia", "Lattakia", "al-Latakia"], 35.5, 35.8],
    [["Taiz", "Taizz", "Ta'izz"], 13.6, 44.0],
    [["Sanaa", "Sana'a", "Sana’a"], 15.4, 44.2],
    [["Kyiv", "Kiev"], 50.5, 30.5],
    [["Sukhumi", "Sokhumi"], 43.0, 41.0],
    [["Kobani", "Kobane", "Ain al-Arab", "Ayn al-Arab"], 36.9, 38.4],
    [["Raqqa", "ar-Raqqah", "al-Raqqa"], 36.0, 39.0],
  ])("%j", (names, lat, lon) => {
    for (const name of names) {
      const [best] = resolvePlace(name);
      expect(Math.hypot(best!.lat! - lat, best!.lon! - lon), name).toBeLessThan(0.3);
    }
  });

  test("the same consonants in other words are no spelling of it", () => {
    expect(skeletonOf("sukhumi")).toBe(skeletonOf("shagamu"));
    expect(resolvePlace("Sukhumi").map(({ name }) => name)).not.toContain("Shagamu");
  });

  test("marks, articles and hyphens make no other name", () => {
    expect(foldName("Ar-Raqqah")).toBe(foldName("Raqqah"));
    expect(foldName("Sana'a")).toBe(foldName("Sanaa"));
    expect(foldName("São Paulo")).toBe("sao paulo");
  });
});

describe("a place is given with its doubt", () => {
  test("a clear name has one candidate", () => {
    expect(resolvePlace("Damascus")).toHaveLength(1);
  });

  test("a name of several like towns has several, the larger first", () => {
    const countries = resolvePlace("Valencia").map(({ country }) => country);
    expect(countries.slice(0, 2)).toEqual(["VE", "ES"]);
  });

  test("a report on Canada may still mean London in England", () => {
    expect(resolvePlace("London", { countries: ["Canada"] }).map(({ country }) => country)).toEqual(["CA", "GB"]);
  });

  test("an unknown name has none", () => {
    for (const name of ["Xyzzyqua", "", " ", ",", "the"]) expect(resolvePlace(name)).toEqual([]);
  });

  test("a country is shown where its capital is", () => {
    const [syria] = resolvePlace("Syria");
    const [damascus] = resolvePlace("Damascus");
    expect([syria!.lat, syria!.lon]).toEqual([damascus!.lat, damascus!.lon]);
  });

  test("a town lies where it lies", () => {
    const [homs] = resolvePlace("Homs");
    expect(homs!.lat).toBeCloseTo(34.73, 0);
    expect(homs!.lon).toBeCloseTo(36.72, 0);
    expect(homs!.population).toBeGreaterThan(500_000);
  });
});

test("whatever the name, the same name gives the same places, five at most, and never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (name) => {
      const places = resolvePlace(name);
      expect(places.length).toBeLessThanOrEqual(5);
      expect(resolvePlace(name)).toEqual(places);
    }),
  );
});

test("a name of a megabyte is no place, and is not searched for ever", () => {
  expect(resolvePlace("the northern ".repeat(80_000))).toEqual([]);
});

test("a gazetteer of one's own is read by its two files, and a broken one says which", () => {
  const states = '[{"name": "Ruritania", "iso2": "RR", "capitals": ["Strelsau"]}]';
  const own = readGazetteer('[["Strelsau", "RR", "capital", 50.1, 14.2, 90000]]', states);
  expect(resolvePlace("Ruritania", {}, own)).toEqual([
    { name: "Ruritania", country: "RR", lat: 50.1, lon: 14.2, population: 0, kind: "country" },
  ]);
  expect(() => readGazetteer("[[1]]", states)).toThrow("lexicons/places.json");
});
