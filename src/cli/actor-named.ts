import type { Actor } from "../terms/index.ts";

/** The actor with that id or name. Throws with the nearest names when there is none, or with the ids when there are more. */
export function findActor(actors: readonly Actor[], asked: string): Actor {
  const folded = fold(asked);
  const found = actors.filter(
    ({ id, name, names }) => id === asked || [name, ...names].some((one) => fold(one) === folded),
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (found.length > 1) return mostNamed(found, asked);
  const near = actors.filter(({ names }) => names.some((name) => fold(name).includes(folded))).map(({ name }) => name);
  const hint = near.length === 0 ? "" : `; did you mean ${[...new Set(near)].slice(0, 5).join(", ")}?`;
  throw new Error(`no actor is called "${asked}"${hint}`);
}

function mostNamed(found: readonly Actor[], asked: string): Actor {
  const exact = found.filter(({ name }) => fold(name) === fold(asked));
  if (exact.length === 1) return exact[0]!;
  const choices = found.map(({ id, name, kind }) => `${id} (${name}, ${kind})`).join(", ");
  throw new Error(`"${asked}" names more than one actor; ask by id: ${choices}`);
}

/** Case, articles, accents and hyphens apart. */
function fold(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[-'’‘]/g, " ")
    .replace(/^(the|al|el)\s+/, "")
    .replace(/\s+/g, " ")
    .trim();
}
