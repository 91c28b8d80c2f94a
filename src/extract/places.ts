import { ratio } from "fuzzball";
import { foldName, skeletonOf } from "./places/fold.ts";
import type { FoundPlace, Gazetteer, Match, Place } from "./places/gazetteer.ts";
import { projectGazetteer } from "./places/load-gazetteer.ts";
import { cutPhrase, type PlacePhrase, type Wanted, withoutDirection } from "./places/phrase.ts";

/** What a report says besides the name: countries it speaks of, by name or ISO code, those it speaks of most first. */
export interface PlaceContext {
  countries?: readonly string[];
}

/** A place that a name may mean. Coordinates in degrees, null when not known; population 0 when not known. */
export type PlaceCandidate = Pick<Place, "name" | "country" | "lat" | "lon" | "population" | "kind">;

/** No more are ever worth showing to a person who has to choose. */
const mostCandidates = 5;

/** In the unit of `weigh`: a candidate ten times less likely than the best is still shown, one less likely than that is not. */
const unsureMargin = 1;

/**
 * Finds the places that a name in a report may mean, best first: one when it is clear, several when it is not, none when
 * the name is unknown. "Tripoli" is Libya's; in a report about Lebanon it is Lebanon's. "Paris, Texas" and "Aleppo province" are understood. The
 * project's own gazetteer is read at the first call; another may be given.
 */
export function resolvePlace(
  name: string,
  context: PlaceContext = {},
  gazetteer: Gazetteer = projectGazetteer(),
): PlaceCandidate[] {
  const phrase = splitCountry(cutPhrase(name), gazetteer);
  const countries = codesOf([...(phrase.within ? [phrase.within] : []), ...(context.countries ?? [])], gazetteer);
  const found = within(phrase, lookUp(name, phrase, gazetteer), gazetteer);
  const weighed = found
    .map(({ place, match }) => ({ place, weight: weigh(place, match, phrase.wanted, countries) }))
    .sort((a, b) => b.weight - a.weight || b.place.population - a.place.population || compare(a.place, b.place));
  const best = weighed[0]?.weight ?? 0;
  const likely = weighed.filter(({ weight }) => weight >= best - unsureMargin);
  return distinct(likely.map(({ place }) => place))
    .slice(0, mostCandidates)
    .map(candidate);
}

/** "Syrian Idlib", "Syria's Idlib": the country is said before the name, unless the two are one name ("Mexico City"). */
function splitCountry(phrase: PlacePhrase, { byName, countries }: Gazetteer): PlacePhrase {
  const cut = /^([^ ]+?)(?:['’]s)? (.+)$/.exec(phrase.name);
  if (!cut || phrase.within !== null || byName.has(foldName(phrase.name))) return phrase;
  return countries.has(foldName(cut[1]!)) ? { ...phrase, name: cut[2]!, within: cut[1]! } : phrase;
}

/** The whole phrase first ("South Sudan", "Washington, D.C."), then the name without what stands around it, then its consonants. */
function lookUp(written: string, phrase: PlacePhrase, gazetteer: Gazetteer): readonly FoundPlace[] {
  const bare = withoutDirection(phrase.name);
  for (const name of [written, written.split(",")[0]!, phrase.name, bare]) {
    const found = gazetteer.byName.get(foldName(name));
    if (found) return found;
  }
  return guess(foldName(bare), gazetteer);
}

/** How alike two spellings of one name are at least, of 100; by the pairs in test/extract/places.test.ts. */
const alike = 65;

/** Other spellings of a name the gazetteer has: the same consonants, and most of the letters. */
function guess(folded: string, { bySkeleton }: Gazetteer): readonly FoundPlace[] {
  const skeleton = skeletonOf(folded);
  const found = (skeleton !== null && bySkeleton().get(skeleton)) || [];
  return found.filter(({ name }) => ratio(folded, name) >= alike);
}

/** "Paris, Texas": only places in the country or region named after the comma, when any is there. */
function within(phrase: PlacePhrase, found: readonly FoundPlace[], gazetteer: Gazetteer): readonly FoundPlace[] {
  if (!phrase.within) return found;
  const [code] = codesOf([phrase.within], gazetteer);
  const inside = found.filter(({ place }) => place.country === code || isNear(place, phrase.within!, gazetteer));
  return inside.length > 0 ? inside : found;
}

/** A place is in a region when it is nearer to it than regions are wide; the gazetteer has no borders. */
function isNear(place: Place, regionName: string, { byName }: Gazetteer): boolean {
  const regions = (byName.get(foldName(regionName)) ?? []).filter(({ place: { kind } }) => regionKinds.has(kind));
  return regions.some(({ place: region }) => region.country === place.country && distance(place, region) < regionReach);
}

/** In degrees; about the half-width of Texas. */
const regionReach = 6;

function distance(a: Place, b: Place): number {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return Number.POSITIVE_INFINITY;
  const narrowing = Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(a.lat - b.lat, (a.lon - b.lon) * narrowing);
}

function codesOf(names: readonly string[], { countries }: Gazetteer): string[] {
  return names.map((name) => countries.get(foldName(name))).filter((code) => code !== undefined);
}

/**
 * How likely a place is meant, in powers of ten of its people: to lie in a country the report speaks of outweighs three
 * hundred times the people, to be a capital ten times. The weights hold the facts of test/extract/places.test.ts.
 */
function weigh(place: Place, match: Match, wanted: Wanted, countries: readonly string[]): number {
  const rank = place.country === null ? -1 : countries.indexOf(place.country);
  const inContext = rank < 0 ? 0 : 2.5 - Math.min(rank, 5) * 0.1;
  return sizeOf(place) + inContext + kindWeight(place, wanted) + matchWeights[match];
}

const matchWeights: Record<Match, number> = { name: 0, "other-name": -0.3, "short-name": -1, skeleton: -1 };

/** What stands for the people of places listed without: how much news speaks of them, beside towns of that many. */
const assumedSizes: Record<string, number> = {
  ...{ country: 7.4, continent: 7, territory: 6.5, province: 6, region: 6, district: 5, capital: 5, historic: 4 },
};
const assumedSize = 4.7;

function sizeOf({ population, kind }: Place): number {
  return population > 0 ? Math.log10(population) : (assumedSizes[kind] ?? assumedSize);
}

const regionKinds = new Set(["province", "region", "district", "territory", "continent"]);
const townKinds = new Set(["city", "town", "capital", "suburb"]);

/** The words around the name decide first; with none, "Idlib" is the town rather than its province. */
function kindWeight({ kind }: Place, wanted: Wanted): number {
  const isRegion = regionKinds.has(kind);
  const isTown = townKinds.has(kind);
  if (wanted === "region") return isRegion ? 3 : 0;
  const asked = wanted === "town" ? (isTown ? 3 : 0) : kind === "province" || kind === "region" ? -1 : 0;
  return kind === "capital" ? asked + 1 : asked;
}

/** One place written twice in the gazetteer, or found under two names, is one candidate. */
function distinct(places: Place[]): Place[] {
  const seen = new Set<string>();
  return places.filter((place) => {
    const key = `${place.name}|${place.country}|${place.kind}|${place.lat?.toFixed(1)}|${place.lon?.toFixed(1)}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Same input, same order: names decide last, by code unit and not by the machine's language. */
function compare(a: Place, b: Place): number {
  const keyOf = (place: Place) => `${place.country} ${place.name} ${place.lat} ${place.lon}`;
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

function candidate({ name, country, lat, lon, population, kind }: Place): PlaceCandidate {
  return { name, country, lat, lon, population, kind };
}
