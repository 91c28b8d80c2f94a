import type { MentionType } from "../terms/index.ts";
import { nameKey } from "./name-key.ts";
import { isNameSet, type NameSet, type Sort, sortOf, strongNames } from "./name-sets.ts";

/** One name under one sort, wherever it is written, and what the reports say of it. */
export interface NameNode {
  sort: Sort;
  key: string;
  words: string[];
  /** Writing → in how many local actors. */
  writings: Map<string, number>;
  kinds: Map<MentionType, number>;
}

/** All names as numbered nodes in the order of their ids, and the nodes of each set of names. */
export interface NameGraph {
  nodes: NameNode[];
  ids: string[];
  /** By set: the nodes of all its names; of those that shorten no other of them. Empty for a set that names nobody. */
  all: number[][];
  strong: number[][];
}

export const nodeId = (sort: Sort, key: string): string => `${sort} ${key}`;

export function nameGraph(sets: readonly NameSet[]): NameGraph {
  const byId = new Map<string, NameNode>();
  for (const { type, names, times } of sets)
    for (const name of names) {
      const key = nameKey(name);
      if (key === "") continue;
      const sort = sortOf(type);
      const id = nodeId(sort, key);
      const node = byId.get(id) ?? { sort, key, words: key.split(" "), writings: new Map(), kinds: new Map() };
      node.writings.set(name, (node.writings.get(name) ?? 0) + times);
      node.kinds.set(type, (node.kinds.get(type) ?? 0) + times);
      byId.set(id, node);
    }
  const ids = [...byId.keys()].sort();
  const place = new Map(ids.map((id, at) => [id, at]));
  const placesOf = (type: MentionType, names: readonly string[]): number[] => [
    ...new Set(names.flatMap((name) => place.get(nodeId(sortOf(type), nameKey(name))) ?? [])),
  ];
  return {
    ids,
    nodes: ids.map((id) => byId.get(id)!),
    all: sets.map(({ type, names }) => placesOf(type, names)),
    strong: sets.map((set) => (isNameSet(set) ? placesOf(set.type, strongNames(set)) : [])),
  };
}
