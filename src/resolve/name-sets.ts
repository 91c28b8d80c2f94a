import type { LocalActor, MentionType } from "../terms/index.ts";
import { nameKey } from "./name-key.ts";
import { shortensTo } from "./name-likeness.ts";

/** The names that a report gives one actor, with how many local actors are given just these: what resolving works on. */
export interface NameSet {
  type: MentionType;
  names: readonly string[];
  times: number;
}

/** Sorts of actor that never meet: a person is no body, a place acts for nobody. */
export type Sort = "person" | "body" | "land" | "people";

export function sortOf(type: MentionType): Sort {
  if (type === "person") return "person";
  if (type === "people" || type === "nationality") return "people";
  return type === "state" || type === "place" ? "land" : "body";
}

/** Whether any of the names can be told from others; an actor without such a name stays local to its report. */
export const isNameSet = ({ names }: Pick<NameSet, "names">): boolean => names.some((name) => nameKey(name) !== "");

/** What local actors with the same names have in common. */
export const nameSetKey = ({ type, names }: Pick<LocalActor, "type" | "names">): string =>
  JSON.stringify([type, ...names]);

/** The names of a local actor that do not merely shorten another of them. */
export function strongNames({ names, type }: Pick<NameSet, "names" | "type">): string[] {
  const person = type === "person";
  const strong = names.filter(
    (name) => nameKey(name) !== "" && !names.some((other) => other !== name && shortensTo(other, name, person)),
  );
  return strong.length > 0 ? strong : names.filter((name) => nameKey(name) !== "");
}

/** The name that a local actor goes by when the names it is given were kept apart: its fullest. */
export function fullestOf(names: readonly string[]): string | undefined {
  return [...names].sort((one, other) => other.length - one.length || (one < other ? -1 : 1))[0];
}

/** A surname and a town may be one word; this many more reports must agree before one of them is called a mistake. */
const surelyMistaken = 3;

/** What most reports take a name for, all do: the same full name is not a person here and a movement there. */
export function settleSorts(sets: readonly NameSet[]): NameSet[] {
  const votes = new Map<string, Map<MentionType, number>>();
  for (const { names, type, times } of sets)
    for (const key of new Set(names.map(nameKey))) {
      const own = votes.get(key) ?? new Map<MentionType, number>();
      own.set(type, (own.get(type) ?? 0) + times);
      votes.set(key, own);
    }
  return sets.map((set) => ({ ...set, type: settledType(set, votes) }));
}

function settledType(set: NameSet, votes: ReadonlyMap<string, ReadonlyMap<MentionType, number>>): MentionType {
  const full = fullestOf(strongNames(set));
  const own = full === undefined ? undefined : votes.get(nameKey(full));
  if (full === undefined || own === undefined || own.size === 1) return set.type;
  const bySort = (sort: Sort) => [...own].reduce((sum, [type, times]) => sum + (sortOf(type) === sort ? times : 0), 0);
  const sorts = (["body", "land", "people", "person"] as const).toSorted((one, other) => bySort(other) - bySort(one));
  const [best] = sorts;
  const margin = nameKey(full).includes(" ") ? 1 : surelyMistaken;
  if (best === sortOf(set.type) || bySort(best!) < margin * bySort(sortOf(set.type))) return set.type;
  const [type] = [...own]
    .filter(([one]) => sortOf(one) === best)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]!;
  return type;
}
