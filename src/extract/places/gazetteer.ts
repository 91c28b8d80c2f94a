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
  /** "country", "territory", "historic", or a kind of lexicons/places.json: "city", "province", "base". */
  kind: string;
}

/** A country with all it is called: names, adjectives, demonyms. */
export interface Country {
  code: string;
  called: readonly string[];
}

/** How a place was found: under its own name, another of its names, its own without "City" or "State", or its consonants. */
export type Match = "name" | "other-name" | "short-name" | "skeleton";

export interface FoundPlace {
  place: Place;
  match: Match;
  /** The name it was found by, folded. */
  name: string;
}

/** Places by every name, and countries by all they are called; built once, and never altered. */
export interface Gazetteer {
  byName: ReadonlyMap<string, readonly FoundPlace[]>;
  /** Built when first asked for: most names are found without. */
  bySkeleton: () => ReadonlyMap<string, readonly FoundPlace[]>;
  /** From a country's code, and each thing it is called, folded, to its code. */
  countries: ReadonlyMap<string, string>;
}

/** Below this, in people, a name that shares only consonants is more often another place. */
const smallestGuessed = 30_000;

/** Builds the gazetteer from places, states among them, and what countries are called. */
export function buildGazetteer(places: readonly Place[], countries: readonly Country[]): Gazetteer {
  const byName = new Map<string, FoundPlace[]>();
  for (const place of places) {
    for (const [name, match] of namesOf(place)) add(byName, name, { place, match, name });
  }
  let bySkeleton: ReadonlyMap<string, readonly FoundPlace[]> | null = null;
  return {
    byName,
    bySkeleton: () => (bySkeleton ??= indexSkeletons(places)),
    countries: codesByName(countries),
  };
}

function indexSkeletons(places: readonly Place[]): Map<string, FoundPlace[]> {
  const bySkeleton = new Map<string, FoundPlace[]>();
  for (const place of places) {
    if (!isGuessable(place)) continue;
    for (const name of namesOf(place).keys()) add(bySkeleton, skeletonOf(name), { place, match: "skeleton", name });
  }
  return bySkeleton;
}

/** A place's names, folded, each with what it is; the more certain first. */
function namesOf({ name, names }: Place): Map<string, Match> {
  const matches = new Map<string, Match>([[foldName(name), "name"]]);
  for (const other of names) if (!matches.has(foldName(other))) matches.set(foldName(other), "other-name");
  const short = added.test(name) ? foldName(name.replace(added, "")) : "";
  if (short && !matches.has(short)) matches.set(short, "short-name");
  return matches;
}

/** What a gazetteer adds to a name that news leaves off: "New York City", "Aleppo Governorate", "Washington, D.C.". */
const added =
  /(?:,.*| \(.*\)| (?:City|State|Governorate|Province|County|Oblast|Region|District|Municipality|Prefecture))$/;

/** Places listed with no people were chosen by hand, because news speaks of them. */
const isGuessable = ({ population, kind }: Place) =>
  kind !== "country" && (population === 0 || population >= smallestGuessed);

function add(index: Map<string, FoundPlace[]>, key: string | null, found: FoundPlace): void {
  if (!key) return;
  const there = index.get(key);
  if (there) there.push(found);
  else index.set(key, [found]);
}

function codesByName(countries: readonly Country[]): Map<string, string> {
  const codes = new Map<string, string>();
  for (const { code } of countries) codes.set(foldName(code), code);
  for (const { code, called } of countries) {
    for (const name of called) if (!codes.has(foldName(name))) codes.set(foldName(name), code);
  }
  return codes;
}
