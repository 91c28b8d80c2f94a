import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { CountryCode, MentionType } from "../terms/index.ts";
import { nameKey } from "./name-key.ts";

const Known = z.object({
  name: z.string(),
  names: z.array(z.string()).default([]),
  governmentNames: z.array(z.string()).default([]),
  kind: z.string().default("state"),
  countries: z.array(z.string()).default([]),
  country: z.string().nullable().default(null),
  iso2: z.string().nullable().default(null),
  ambiguous: z.union([z.boolean(), z.array(z.string())]).optional(),
});
type Known = z.infer<typeof Known> & { list: string };

export interface KnownName {
  actor: string;
  kind: MentionType;
  /** Where the actor is at home; none for a name that does not alone tell who is meant. */
  countries: readonly CountryCode[];
  /** The file that says so. */
  list: string;
}

/** A folded name → the actor that is known by it. Names that two share are left out. */
export type KnownNames = ReadonlyMap<string, KnownName>;

const folder = join(import.meta.dirname, "..", "..", "lexicons");
let loaded: KnownNames | null = null;

/** The names of the lists of actors, outlets and states, read once. */
export function knownNames(): KnownNames {
  loaded ??= namesOf([...listed("actors.json"), ...listed("states.json"), ...listed("outlets.json", "outlet")]);
  return loaded;
}

function listed(file: string, kind?: string): Known[] {
  const path = join(folder, file);
  if (!existsSync(path)) return [];
  const found = z.array(Known).parse(JSON.parse(readFileSync(path, "utf8")));
  return found.map((known) => ({ ...known, list: file, ...(kind !== undefined && { kind }) }));
}

function namesOf(actors: readonly Known[]): KnownNames {
  const names = new Map<string, KnownName>();
  const shared = new Set<string>();
  for (const { name, names: others, governmentNames, kind, ambiguous = [], list, ...known } of actors) {
    const unclear = new Set((Array.isArray(ambiguous) ? ambiguous : []).map(nameKey));
    const countries = [...known.countries, ...[known.country, known.iso2].filter((code) => code !== null)];
    for (const one of [name, ...others, ...governmentNames]) {
      const key = nameKey(one);
      if (key === "") continue;
      if (names.has(key) && names.get(key)!.actor !== name) shared.add(key);
      names.set(key, { actor: name, kind: kind as MentionType, countries: unclear.has(key) ? [] : countries, list });
    }
  }
  for (const key of shared) names.delete(key);
  return names;
}
