import { z } from "zod";
import { parseCsv } from "./csv-rows.ts";

/** An actor of somebody's own list: the name it goes by, and its others. */
export interface ListedActor {
  name: string;
  others: string[];
}

/** A FollowTheMoney entity, as far as it tells names. https://followthemoney.tech */
const FollowTheMoney = z.object({
  schema: z.string(),
  properties: z.object({
    name: z.array(z.string()).default([]),
    alias: z.array(z.string()).default([]),
    previousName: z.array(z.string()).default([]),
  }),
});

const Term = z.object({ value: z.string() });
/** A Wikidata item, as Special:EntityData and the dumps write it. */
const Wikidata = z.object({
  labels: z.record(z.string(), Term).default({}),
  aliases: z.record(z.string(), z.array(Term)).default({}),
});

/**
 * The actors of a list: CSV with a column `name` and a column `aliases` (parted by `;` or `|`) or `alias` (a row for each), FollowTheMoney
 * entities, or Wikidata items (English and multilingual names); JSON whole or a line each. Throws with the file and the line where it is none of these.
 */
export function readActorList(text: string, file: string): ListedActor[] {
  const actors = /^\s*[[{]/.test(text) ? jsonRows(text, file).flatMap(actorsOfRow(file)) : csvActors(text, file);
  const byName = new Map<string, Set<string>>();
  for (const { name, others } of actors) {
    const known = byName.get(name) ?? new Set<string>();
    for (const other of others) if (other !== name && other !== "") known.add(other);
    byName.set(name, known);
  }
  return [...byName].map(([name, others]) => ({ name, others: [...others] }));
}

function csvActors(text: string, file: string): ListedActor[] {
  const [head = [], ...rows] = parseCsv(text);
  const column = (...names: string[]): number => head.findIndex((cell) => names.includes(cell.trim().toLowerCase()));
  const [named, aliased] = [column("name", "caption"), column("aliases", "alias")];
  if (named < 0 || aliased < 0)
    throw new Error(
      `${file}: the first line of a CSV list names the columns name and aliases; it is "${head.join(",")}"`,
    );
  return rows
    .map((row) => ({
      name: (row[named] ?? "").trim(),
      others: (row[aliased] ?? "").split(/[;|]/).map((one) => one.trim()),
    }))
    .filter(({ name }) => name !== "");
}

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
      const { name, alias, previousName } = entity.data.properties;
      const [first, ...rest] = name;
      return first === undefined ? [] : [{ name: first, others: [...rest, ...alias, ...previousName] }];
    }
    const wrapped = z.object({ entities: z.record(z.string(), Wikidata) }).safeParse(row);
    const item = z.object({ labels: z.unknown() }).safeParse(row).success ? Wikidata.safeParse(row) : null;
    if (!wrapped.success && !item?.success)
      throw new Error(`${file}, ${at}: is neither a FollowTheMoney entity nor a Wikidata item`);
    const items = wrapped.success ? Object.values(wrapped.data.entities) : [item!.data!];
    return items.flatMap(actorOfItem);
  };
}

function actorOfItem({ labels, aliases }: z.infer<typeof Wikidata>): ListedActor[] {
  const languages = ["en", "mul"];
  const [name, ...rest] = languages.flatMap((language) => labels[language]?.value ?? []);
  const others = languages.flatMap((language) => aliases[language] ?? []).map(({ value }) => value);
  return name === undefined ? [] : [{ name, others: [...rest, ...others] }];
}
