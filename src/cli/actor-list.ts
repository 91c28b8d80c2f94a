import { z } from "zod";
import { countryMeant, countryOfItem } from "../resolve/known-countries.ts";
import { nameKey } from "../resolve/name-key.ts";
import { ActorType, actorTypes, type CountryCode, type Ruling } from "../terms/index.ts";
import { parseCsv } from "./csv-rows.ts";

/** An actor of somebody's own list: the name it goes by, and its others. Actors of one name are apart when their ids are. */
export interface ListedActor {
  id: string | null;
  name: string;
  others: string[];
  /** What kind of actor the list says it is; null where it does not say, or in words that no kind answers to. */
  type: ActorType | null;
  /** Where the list says it is at home; none where it does not say. */
  countries: CountryCode[];
}

/** A FollowTheMoney entity, as far as it tells names. https://followthemoney.tech */
const FollowTheMoney = z.object({
  id: z.string().nullable().default(null),
  schema: z.string(),
  properties: z.object({
    name: z.array(z.string()).default([]),
    alias: z.array(z.string()).default([]),
    previousName: z.array(z.string()).default([]),
    country: z.array(z.string()).default([]),
    jurisdiction: z.array(z.string()).default([]),
    nationality: z.array(z.string()).default([]),
    citizenship: z.array(z.string()).default([]),
  }),
});

/** FollowTheMoney's schemata that say a kind; others ("LegalEntity") may be any. */
const typeOfSchema: Readonly<Record<string, ActorType>> = {
  ...{ Person: "person", Company: "organisation", Organization: "organisation", PublicBody: "organisation" },
};

const Term = z.object({ value: z.string() });
/** A Wikidata item, as Special:EntityData and the dumps write it. */
const Wikidata = z.object({
  id: z.string().nullable().default(null),
  labels: z.record(z.string(), Term).default({}),
  aliases: z.record(z.string(), z.array(Term)).default({}),
  claims: z.record(z.string(), z.array(z.unknown())).default({}),
});

/** What an item is an instance of (P31), as a statement of Wikidata's JSON says it. */
const InstanceOf = z.object({
  mainsnak: z.object({ datavalue: z.object({ value: z.object({ id: z.string() }) }) }),
});
/** A country (P17) or citizenship (P27), or a state's own code (P297); statements that Wikidata deprecates do not count. */
const AtHome = z.object({
  rank: z.enum(["normal", "preferred"]).default("normal"),
  mainsnak: z.object({ datavalue: z.object({ value: z.union([z.string(), z.object({ id: z.string() })]) }) }),
});
/** Wikidata's classes that say a kind. Items of narrower classes keep the kind that reports give them. */
const typeOfClass: Readonly<Record<string, ActorType>> = {
  ...{ Q5: "person", Q6256: "state", Q3624078: "state", Q7278: "party", Q17149090: "group", Q176799: "force" },
  ...{ Q43229: "organisation", Q245065: "organisation", Q4830453: "organisation", Q783794: "organisation" },
  ...{ Q11032: "outlet", Q1110794: "outlet", Q192283: "outlet", Q1127126: "alliance" },
};

/**
 * The actors of a list: CSV with a column `name`, a column `aliases` (parted by `;` or `|`) or `alias` (a row for each), if wanted `kind` and
 * `countries` (codes or names, parted likewise), and `id` where two actors have one name; FollowTheMoney entities, or Wikidata items (English and
 * multilingual names); JSON whole or a line each. Throws with the file and the line where it is none of these, or where a kind or a country of a CSV
 * list is none that we know.
 */
export function readActorList(text: string, file: string): ListedActor[] {
  const actors = /^\s*[[{]/.test(text) ? jsonRows(text, file).flatMap(actorsOfRow(file)) : csvActors(text, file);
  const known = new Map<string, Omit<ListedActor, "others"> & { others: Set<string> }>();
  for (const { id, name, others, type, countries } of actors) {
    const key = JSON.stringify([id, id === null ? name : null]);
    const actor = known.get(key) ?? { id, name, others: new Set<string>(), type, countries: [] };
    for (const other of [name, ...others]) if (other !== actor.name && other !== "") actor.others.add(other);
    const all = [...new Set([...actor.countries, ...countries])].sort();
    known.set(key, { ...actor, type: actor.type ?? type, countries: all });
  }
  return [...known.values()].map((actor) => ({ ...actor, others: [...actor.others] }));
}

/**
 * What a list decides: the names of an actor are the same, and it is of the kind and the countries that the list says. A name that two of its actors have tells neither of them, so that nothing is
 * decided by it (`shared`); those two are decided to be different where each has a name of its own.
 */
export function rulingsOf(actors: readonly ListedActor[]): { rulings: Ruling[]; shared: string[] } {
  const owners = Map.groupBy(
    actors.flatMap((actor) => [...namesBySpelling(actor)].map(([key, name]) => ({ key, name, actor }))),
    ({ key }) => key,
  );
  const isShared = (key: string): boolean => owners.get(key)!.length > 1;
  const ownNames = new Map(
    actors.map((actor) => [actor, [actor.name, ...actor.others].filter((name) => !isShared(nameKey(name)))]),
  );
  const rulings: Ruling[] = [...ownNames].flatMap(([{ type, countries }, [first, ...rest]]) => [
    ...rest.map((other): Ruling => ({ kind: "same", a: first!, b: other })),
    ...(first === undefined || type === null ? [] : [{ kind: "retype", actor: first, to: type } as const]),
    ...(first === undefined || countries.length === 0 ? [] : [{ kind: "countries", actor: first, countries } as const]),
  ]);
  const shared = [...owners.values()].filter((list) => list.length > 1);
  const apart = new Map<string, Ruling>();
  for (const list of shared)
    for (const [at, { actor }] of list.entries())
      for (const { actor: other } of list.slice(at + 1)) {
        const [a, b] = [ownNames.get(actor)![0], ownNames.get(other)![0]];
        if (a !== undefined && b !== undefined) apart.set(JSON.stringify([a, b]), { kind: "different", a, b });
      }
  return { rulings: [...rulings, ...apart.values()], shared: shared.map(([one]) => one!.name) };
}

/** An actor's names by how they are compared; the first of each spelling. */
function namesBySpelling({ name, others }: ListedActor): Map<string, string> {
  return new Map([name, ...others].toReversed().map((one) => [nameKey(one), one]));
}

function csvActors(text: string, file: string): ListedActor[] {
  const [head = [], ...rows] = parseCsv(text);
  const column = (...names: string[]): number => head.findIndex((cell) => names.includes(cell.trim().toLowerCase()));
  const [named, aliased] = [column("name", "caption"), column("aliases", "alias")];
  const [numbered, sorted, homed] = [column("id"), column("kind", "type"), column("countries", "country")];
  if (named < 0 || Math.max(aliased, sorted, homed) < 0)
    throw new Error(
      `${file}: the first line of a CSV list names the columns name and aliases (or kind, or countries); it is "${head.join(",")}"`,
    );
  const typeIn = (row: readonly string[], at: number): ActorType | null => {
    const word = (row[sorted] ?? "").trim().toLowerCase();
    const type = ActorType.safeParse(word);
    if (word !== "" && !type.success)
      throw new Error(`${file}, row ${at + 2}: "${word}" is no kind of actor; the kinds are ${actorTypes.join(", ")}`);
    return type.data ?? null;
  };
  const countriesIn = (row: readonly string[], at: number): CountryCode[] =>
    partsOf(row[homed]).map((word) => {
      const code = countryMeant(word);
      if (code === null)
        throw new Error(`${file}, row ${at + 2}: "${word}" is no country; write its code (SY) or its name (Syria)`);
      return code;
    });
  return rows
    .map((row, at) => ({
      id: (row[numbered] ?? "").trim() || null,
      name: (row[named] ?? "").trim(),
      others: partsOf(row[aliased]),
      type: typeIn(row, at),
      countries: countriesIn(row, at),
    }))
    .filter(({ name }) => name !== "");
}

/** What stands in a cell, parted by `;` or `|`. */
const partsOf = (cell = ""): string[] =>
  cell
    .split(/[;|]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");

function jsonRows(text: string, file: string): { row: unknown; at: string }[] {
  try {
    const whole: unknown = JSON.parse(text);
    const rows = Array.isArray(whole) ? whole : [whole];
    return rows.map((row, at) => ({ row, at: `entry ${at + 1}` }));
  } catch {
    return text.split("\n").flatMap((line, at) => {
      if (line.trim() === "") return [];
      try {
        return [{ row: JSON.parse(line) as unknown, at: `line ${at + 1}` }];
      } catch (cause) {
        throw new Error(`${file}, line ${at + 1}: is not JSON (${(cause as Error).message})`, { cause });
      }
    });
  }
}

function actorsOfRow(file: string): (given: { row: unknown; at: string }) => ListedActor[] {
  return ({ row, at }) => {
    const entity = FollowTheMoney.safeParse(row);
    if (entity.success) {
      const { id, schema, properties } = entity.data;
      const [name, ...rest] = properties.name;
      const others = [...rest, ...properties.alias, ...properties.previousName];
      const { country, jurisdiction, nationality, citizenship } = properties;
      const countries = [country, jurisdiction, nationality, citizenship]
        .flat()
        .flatMap((one) => countryMeant(one) ?? []);
      return name === undefined ? [] : [{ id, name, others, type: typeOfSchema[schema] ?? null, countries }];
    }
    const wrapped = z.object({ entities: z.record(z.string(), Wikidata) }).safeParse(row);
    const item = z.object({ labels: z.unknown() }).safeParse(row).success ? Wikidata.safeParse(row) : null;
    if (!wrapped.success && !item?.success)
      throw new Error(`${file}, ${at}: is neither a FollowTheMoney entity nor a Wikidata item`);
    const items = wrapped.success ? Object.values(wrapped.data.entities) : [item!.data!];
    return items.flatMap(actorOfItem);
  };
}

function actorOfItem({ id, labels, aliases, claims }: z.infer<typeof Wikidata>): ListedActor[] {
  const languages = ["en", "mul"];
  const [name, ...rest] = languages.flatMap((language) => labels[language]?.value ?? []);
  const others = languages.flatMap((language) => aliases[language] ?? []).map(({ value }) => value);
  const classes = (claims.P31 ?? []).flatMap(
    (one) => InstanceOf.safeParse(one).data?.mainsnak.datavalue.value.id ?? [],
  );
  const type = classes.map((one) => typeOfClass[one]).find((found) => found !== undefined) ?? null;
  return name === undefined
    ? []
    : [{ id, name, others: [...rest, ...others], type, countries: countriesOfItem(claims) }];
}

function countriesOfItem(claims: z.infer<typeof Wikidata>["claims"]): CountryCode[] {
  return ["P17", "P27", "P297"]
    .flatMap((property) => claims[property] ?? [])
    .flatMap((statement) => {
      const value = AtHome.safeParse(statement).data?.mainsnak.datavalue.value;
      if (value === undefined) return [];
      return (typeof value === "string" ? countryMeant(value) : countryOfItem(value.id)) ?? [];
    });
}
