import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CountryCode } from "../terms/index.ts";
import { nameKey } from "./name-key.ts";

const State = z.object({ name: z.string(), names: z.array(z.string()), iso2: CountryCode.nullable() });

interface Countries {
  /** Folded name → code. */
  codes: ReadonlyMap<string, CountryCode>;
  /** Code → name. */
  names: ReadonlyMap<CountryCode, string>;
  /** Wikidata's item → code. */
  items: ReadonlyMap<string, CountryCode>;
}
let loaded: Countries | null = null;

/** The country that a word means: its code in capitals or small letters, the code of a part of it (`gb-nir`), or a name of it. Null where it is none. */
export function countryMeant(word: string): CountryCode | null {
  const code = /^([a-z]{2})(-[a-z0-9]{1,3})?$/i.exec(word.trim())?.[1]?.toUpperCase();
  if (code !== undefined) return nameOf(code) === undefined ? null : code;
  return countries().codes.get(nameKey(word)) ?? null;
}

/** The country that an item of Wikidata ("Q858") stands for, or null. */
export const countryOfItem = (item: string): CountryCode | null => countries().items.get(item) ?? null;

/** A country as it is called in English; its code where that is unknown. */
export const countryName = (code: CountryCode): string => nameOf(code) ?? code;

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
/** What Unicode names beside countries. */
const noCountries = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);

function nameOf(code: CountryCode): string | undefined {
  return countries().names.get(code) ?? (noCountries.has(code) ? undefined : regions.of(code));
}

function countries(): Countries {
  loaded ??= load();
  return loaded;
}

function load(): Countries {
  const states = z.array(State).parse(read("states.json"));
  const items = z.record(z.string(), CountryCode).parse(read("wikidata-countries.json"));
  const [codes, names] = [new Map<string, CountryCode>(), new Map<CountryCode, string>()];
  for (const { name, names: others, iso2 } of states) {
    if (iso2 === null) continue;
    if (!names.has(iso2)) names.set(iso2, name);
    for (const one of [name, ...others]) codes.set(nameKey(one), iso2);
  }
  return { codes, names, items: new Map(Object.entries(items)) };
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "lexicons", file), "utf8"));
}
