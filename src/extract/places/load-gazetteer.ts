import { readFileSync } from "node:fs";
import { z } from "zod";
import { buildGazetteer, type Country, type Gazetteer, type Place } from "./gazetteer.ts";

/** A row of lexicons/places.json: name, country, kind, latitude, longitude, people, other names. */
const Row = z
  .tuple([z.string(), z.string().nullable(), z.string(), z.number(), z.number(), z.number()])
  .rest(z.array(z.string()));

const State = z.object({
  name: z.string(),
  names: z.array(z.string()).default([]),
  adjectives: z.array(z.string()).default([]),
  demonyms: z.array(z.string()).default([]),
  capitals: z.array(z.string()).default([]),
  iso2: z.string().nullable().default(null),
  status: z.string().default("member"),
});
type State = z.infer<typeof State>;

/** Reads the gazetteer from the text of places.json and states.json. Throws with the file's name when one does not parse. */
export function readGazetteer(placesText: string, statesText: string): Gazetteer {
  const places = parse("places.json", z.array(Row), placesText).map(placeOf);
  const states = parse("states.json", z.array(State), statesText);
  return buildGazetteer([...places, ...countryPlaces(states, places)], countriesOf(states));
}

function parse<Value>(file: string, schema: z.ZodType<Value>, text: string): Value {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`lexicons/${file}: ${(cause as Error).message}`, { cause });
  }
}

function placeOf([name, country, kind, lat, lon, population, names]: z.infer<typeof Row>): Place {
  return { name, names: names ?? [], country, lat, lon, population, kind };
}

/** A country is shown where its capital is: the gazetteer has no shapes, and the middle of a country is often a desert. */
function countryPlaces(states: State[], places: Place[]): Place[] {
  const largest = largestByName(places);
  return states.map(({ name, names, capitals, iso2, status }) => {
    const capital = capitals.map((capital) => largest.get(capital)).find((place) => place !== undefined);
    const { lat, lon } = capital ?? { lat: null, lon: null };
    const country = iso2 ?? (status === "territory" ? (capital?.country ?? null) : null);
    return { name, names, country, lat, lon, population: 0, kind: kindOf(status) };
  });
}

function largestByName(places: Place[]): Map<string, Place> {
  const largest = new Map<string, Place>();
  for (const place of places) {
    for (const name of [place.name, ...place.names]) {
      const there = largest.get(name);
      if (!there || rank(place) > rank(there)) largest.set(name, place);
    }
  }
  return largest;
}

/** Capitals before all other places of their name. */
const rank = ({ population, kind }: Place) => population + (kind === "capital" ? 1e9 : 0);

/** Parts of states and breakaway states are territories; whose a breakaway state is, is left open. */
function kindOf(status: string): string {
  if (status === "historic") return "historic";
  return status === "territory" || status === "de facto" ? "territory" : "country";
}

function countriesOf(states: State[]): Country[] {
  return states.flatMap(({ name, names, adjectives, demonyms, iso2 }) =>
    iso2 === null ? [] : [{ code: iso2, called: [name, ...names, ...adjectives, ...demonyms] }],
  );
}

let project: Gazetteer | null = null;

/** The gazetteer of the project's own lexicons, read from disk once. */
export function projectGazetteer(): Gazetteer {
  const read = (file: string) => readFileSync(new URL(`../../../lexicons/${file}`, import.meta.url), "utf8");
  project ??= readGazetteer(read("places.json"), read("states.json"));
  return project;
}
