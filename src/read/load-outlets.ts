import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Outlet } from "./outlets.ts";

/** The table of outlets in a folder of lexicons. Throws with the file's name when it cannot be read. */
export async function loadOutlets(lexicons: string): Promise<Outlet[]> {
  const path = join(lexicons, "outlets.json");
  try {
    return z.array(Outlet).parse(JSON.parse(await readFile(path, "utf8")));
  } catch (cause) {
    throw new Error(`${path}: the table of outlets cannot be read (${(cause as Error).message})`, { cause });
  }
}
