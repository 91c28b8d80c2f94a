import { foldName, skeletonOf } from "./fold.ts";

/** A place as the gazetteer has it. Coordinates in degrees, null when not known. */
export interface Place {
  name: string;
  names: readonly string[];
  /** ISO 3166-1 code of two letters; null for seas and what lies in several countries. */
  country: string | null;
  lat: number | null;
  lon: number | null;
  /** People; 0 when not known. */
  population: number;
  /** "country", or a kind of lexicons/places.json: "city", "province", "base". */
  kind: string;
}

/** A country with all it is called: names, adjectives, demonyms. */
export interface Country {
  code: string;
  called: readonly string[];
}

/** How a place was found: under its own name, another of its names, or only by its consonants. */
export type Match = "name" | "other-name" | "skeleton";

export interface FoundPlace {
  place: Place;
  match: Match;
}

/** Places by every name, and countries by all they are called; built once, and never altered. */
export interface Gazetteer {
  byName: ReadonlyMap<string, readonly FoundPlace[]>;
  bySkeleton: ReadonlyMap<string, readonly FoundPlace[]>;
  /** From a country's code, and each thing it is called, folded, to its code. */
  countries: ReadonlyMap<string, string>;
}

/** Below this, in people, a name that shares only consonants is more often another place. */
const smallestGuessed = 30_000;

/** Builds the gazetteer from places, states among them, and what countries are called. */
export function buildGazetteer(places: readonly Place[], countries: readonly Country[]): Gazetteer {
  const byName = new Map<string, FoundPlace[]>();
  const bySkeleton = new Map<string, FoundPlace[]>();
  for (const place of places) {
    const own = foldName(place.name);
    const others = new Set(place.names.map(foldName));
    others.delete(own);
    add(byName, own, { place, match: "name" });
    for (const other of others) add(byName, other, { place, match: "other-name" });
    if (!isGuessable(place)) continue;
    for (const skeleton of skeletonsOf([own, ...others])) add(bySkeleton, skeleton, { place, match: "skeleton" });
  }
  return { byName, bySkeleton, countries: codesByName(countries) };
}

/** Places listed with no people were chosen by hand, because news speaks of them. */
const isGuessable = ({ population, kind }: Place) =>
  kind !== "country" && (population === 0 || population >= smallestGuessed);

function add(index: Map<string, FoundPlace[]>, key: string, found: FoundPlace): void {
  if (key === "") return;
  const there = index.get(key);
  if (there) there.push(found);
  else index.set(key, [found]);
}

function skeletonsOf(folded: string[]): Set<string> {
  return new Set(folded.map(skeletonOf).filter((skeleton) => skeleton !== null));
}

function codesByName(countries: readonly Country[]): Map<string, string> {
  const codes = new Map<string, string>();
  for (const { code, called } of countries) codes.set(foldName(code), code);
  for (const { code, called } of countries) {
    for (const name of called) if (!codes.has(foldName(name))) codes.set(foldName(name), code);
  }
  return codes;
}
