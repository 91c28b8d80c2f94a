import { readFileSync } from "node:fs";
import { z } from "zod";
import { nameKey } from "../src/resolve/name-key.ts";
import { resolveActors } from "../src/resolve/resolve-actors.ts";
import { type LocalActor, localKey, MentionType } from "../src/terms/index.ts";

const Listed = z.object({ name: z.string(), names: z.array(z.string()), kind: z.string() });

/** Pairs of names that are taken for one actor's: those that the lists give to one, and those that they give to two. */
export interface ListedNames {
  names: number;
  right: number;
  wrong: number;
}

/** Every name of our own lists of actors and outlets in a report of its own, but for names that two entries bear. */
export function resolveListedNames(): ListedNames {
  const entries = [
    ...listed("actors.json"),
    ...listed("outlets.json").map((outlet) => ({ ...outlet, kind: "outlet" })),
  ];
  const bearers = new Map<string, number>();
  for (const { names } of entries)
    for (const key of new Set(names.map(nameKey))) bearers.set(key, (bearers.get(key) ?? 0) + 1);
  const owners: string[] = [];
  const local = entries.flatMap(({ name, names, kind }): LocalActor[] =>
    names
      .filter((one) => bearers.get(nameKey(one)) === 1)
      .map((one) => {
        const report = `r${owners.push(name)}`;
        return { report, actor: "a", type: MentionType.parse(kind), names: [one], described: [] };
      }),
  );
  const { idOf } = resolveActors(local);
  const found = Map.groupBy(local.keys(), (at) => idOf.get(localKey(local[at]!.report, "a"))!);
  let [right, wrong] = [0, 0];
  for (const group of found.values())
    for (const [place, one] of group.entries())
      for (const other of group.slice(place + 1))
        if (owners[one] === owners[other]) right += 1;
        else wrong += 1;
  return { names: local.length, right, wrong };
}

function listed(file: string): z.infer<typeof Listed>[] {
  const text = readFileSync(new URL(`../lexicons/${file}`, import.meta.url), "utf8");
  return z.array(Listed.extend({ kind: z.string().default("outlet") })).parse(JSON.parse(text));
}
