import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const source = join(import.meta.dirname, "..");
const lists = join(source, "..", "lexicons");

/**
 * A hash of the rules that an index is made by: the code that resolves and places, and the lists it reads. An index of
 * other rules is not asked but made again, so that nobody has to remember to say that a rule has changed.
 */
export function indexVersion(): string {
  // The rules of this process are those it was started with, whatever becomes of the files.
  known ??= hashOfRules();
  return known;
}

let known: string | null = null;

function hashOfRules(): string {
  const hash = createHash("sha256");
  for (const folder of ["ask", "picture", "resolve", "terms"])
    for (const name of readdirSync(join(source, folder)).sort())
      if (/\.[jt]s$/.test(name)) hash.update(name).update(readFileSync(join(source, folder, name)));
  for (const name of readdirSync(lists).sort())
    if (name.endsWith(".json")) hash.update(name).update(readFileSync(join(lists, name)));
  return hash.digest("hex").slice(0, 32);
}
