import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { MentionType } from "../terms/index.ts";
import { nameKey } from "./name-key.ts";

const Known = z.object({
  name: z.string(),
  names: z.array(z.string()).default([]),
  governmentNames: z.array(z.string()).default([]),
  kind: z.string().default("state"),
  ambiguous: z.union([z.boolean(), z.array(z.string())]).optional(),
});
type Known = z.infer<typeof Known>;

/** A folded name → the actor that is known by it, with what kind of actor that is. Names that two share are left out. */
export type KnownNames = ReadonlyMap<string, { actor: string; kind: MentionType }>;

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
  return kind === undefined ? found : found.map((known) => ({ ...known, kind }));
}

function namesOf(actors: readonly Known[]): KnownNames {
  const names = new Map<string, { actor: string; kind: MentionType }>();
  const shared = new Set<string>();
  for (const { name, names: others, governmentNames, kind } of actors)
    for (const one of [name, ...others, ...governmentNames]) {
      const key = nameKey(one);
      if (key === "") continue;
      if (names.has(key) && names.get(key)!.actor !== name) shared.add(key);
      names.set(key, { actor: name, kind: kind as MentionType });
    }
  for (const key of shared) names.delete(key);
  return names;
}
