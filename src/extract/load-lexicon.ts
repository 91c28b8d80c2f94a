import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { MentionType } from "../terms/index.ts";
import { type KnownName, type Lexicon, nameKey } from "./lexicon.ts";

const State = z.object({
  name: z.string(),
  names: z.array(z.string()),
  demonyms: z.array(z.string()).default([]),
  adjectives: z.array(z.string()).default([]),
  capital: z.string().nullable().default(null),
  capitals: z.array(z.string()).default([]),
  governmentNames: z.array(z.string()).default([]),
});
const People = z.object({
  name: z.string(),
  names: z.array(z.string()).default([]),
  demonyms: z.array(z.string()).default([]),
  adjectives: z.array(z.string()).default([]),
  type: z.enum(["people", "nationality"]).catch("people"),
});
const Known = z.object({
  name: z.string(),
  names: z.array(z.string()).default([]),
  kind: MentionType.catch("organisation"),
  ambiguous: z.union([z.boolean(), z.array(z.string())]).optional(),
});
const Outlet = z.object({
  name: z.string(),
  names: z.array(z.string()).default([]),
  ambiguous: z.union([z.boolean(), z.array(z.string())]).optional(),
});
const Title = z.object({
  title: z.string(),
  role: z.enum(["leads", "speaks", "office", "rank", "honorific"]).catch("office"),
});
const NounsByType = z.record(z.string(), z.array(z.string()));

/** Reads the lists of names and nouns. A list that is not there is empty; one that is there must parse. */
export async function loadLexicon(folder: string): Promise<Lexicon> {
  const [states, peoples, actors, outlets, places, titles, nouns, cues, given] = await Promise.all([
    list(folder, "states.json", State),
    list(folder, "peoples.json", People),
    list(folder, "actors.json", Known),
    list(folder, "outlets.json", Outlet),
    placeNames(folder),
    list(folder, "titles.json", Title),
    record(folder, "actor-nouns.json"),
    nameCues(folder),
    lines(folder, "given-names.txt"),
  ]);
  const names = new Map<string, KnownName>();
  const add = (name: string, known: KnownName): void => {
    // "Nation (magazine)" is how a list files it, not how a report writes it.
    const key = name.includes("(") ? "" : nameKey(name);
    if (key && !names.has(key)) names.set(key, known);
  };
  for (const state of states) {
    for (const name of [state.name, ...state.names, ...state.governmentNames])
      add(name, { type: "state", name: state.name, ambiguous: false });
  }
  for (const state of states) {
    for (const capital of [state.capital, ...state.capitals]) {
      if (capital) add(capital, { type: "place", name: capital, ambiguous: false });
    }
  }
  for (const actor of actors)
    for (const name of [actor.name, ...actor.names])
      add(name, { type: actor.kind, name: actor.name, ambiguous: isAmbiguous(actor.ambiguous, name) });
  for (const outlet of outlets)
    for (const name of [outlet.name, ...outlet.names])
      add(name, { type: "outlet", name: outlet.name, ambiguous: isAmbiguous(outlet.ambiguous, name) });
  for (const place of places) add(place, { type: "place", name: place, ambiguous: true });
  return {
    names,
    demonyms: demonymsOf(states, peoples),
    nouns: byWord(nouns),
    cues: byWord(cues.cues),
    titles: new Map(
      titles
        .filter(({ title }) => !/^(saint|st\.?)$/i.test(title))
        .map(({ title, role }) => [title.toLowerCase(), role]),
    ),
    particles: new Set(cues.particles),
    givenNames: new Set(given.map(nameKey)),
  };
}

const isAmbiguous = (said: boolean | string[] | undefined, name: string): boolean =>
  Array.isArray(said) ? said.includes(name) : (said ?? false);

function demonymsOf(states: z.infer<typeof State>[], peoples: z.infer<typeof People>[]): Lexicon["demonyms"] {
  const demonyms = new Map<string, { state: string | null; type: "nationality" | "people" }>();
  for (const state of states) {
    for (const word of [...state.demonyms, ...state.adjectives])
      if (!demonyms.has(nameKey(word))) demonyms.set(nameKey(word), { state: state.name, type: "nationality" });
  }
  for (const people of peoples) {
    for (const word of [people.name, ...people.names, ...people.demonyms, ...people.adjectives])
      if (!demonyms.has(nameKey(word))) demonyms.set(nameKey(word), { state: null, type: people.type });
  }
  return demonyms;
}

function byWord(record: Record<string, string[]>): Map<string, MentionType> {
  const words = new Map<string, MentionType>();
  for (const [type, list] of Object.entries(record)) {
    const known = MentionType.safeParse(type);
    if (known.success)
      for (const word of list)
        for (const key of [word.toLowerCase(), nameKey(word)]) if (!words.has(key)) words.set(key, known.data);
  }
  return words;
}

async function list<Entry>(folder: string, file: string, schema: z.ZodType<Entry>): Promise<Entry[]> {
  const text = await optional(join(folder, file));
  return text === null ? [] : parse(file, () => z.array(schema).parse(JSON.parse(text)));
}

async function record(folder: string, file: string): Promise<Record<string, string[]>> {
  const text = await optional(join(folder, file));
  return text === null ? {} : parse(file, () => NounsByType.parse(JSON.parse(text)));
}

const NameCues = z.object({ cues: NounsByType, particles: z.array(z.string()) });

async function nameCues(folder: string): Promise<z.infer<typeof NameCues>> {
  const text = await optional(join(folder, "name-cues.json"));
  return text === null ? { cues: {}, particles: [] } : parse("name-cues.json", () => NameCues.parse(JSON.parse(text)));
}

async function lines(folder: string, file: string): Promise<string[]> {
  const text = await optional(join(folder, file));
  return (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith("#"));
}

/** Names of places; their coordinates are looked up elsewhere, when a place is to be shown. */
async function placeNames(folder: string): Promise<string[]> {
  const text = await optional(join(folder, "place-names.txt"));
  return (text ?? "").split("\n").filter(Boolean);
}

async function optional(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new Error(`${file}: cannot be read`, { cause });
  }
}

function parse<Value>(file: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    throw new Error(`lexicons/${file}: ${(cause as Error).message}`, { cause });
  }
}
