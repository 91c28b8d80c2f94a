import { appendFile, mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Validators } from "./open-web.ts";

/** What an address gave when it was last asked. */
interface Visit extends Validators {
  /** The id of the capture; null for a feed or sitemap whose entries were all read. */
  id: string | null;
  /** The date that a feed gave the entry, so that an entry read before is not asked for again. */
  stamp?: string | undefined;
}

/** What earlier runs were told. */
export interface Visits {
  of(url: string): Visit | undefined;
  remember(url: string, visit: Visit): Promise<void>;
  /** Whether what was captured then is still at hand; what was not recorded is asked for in full. */
  isKept(id: string): Promise<boolean>;
}

/** Visits in a file of JSON lines, the last line of an address counts. A damaged line is as good as none. */
export async function openVisits(path: string, isKept: Visits["isKept"]): Promise<Visits> {
  const visits = new Map<string, Visit>();
  for (const line of await linesOf(path)) {
    try {
      const { url, ...visit } = JSON.parse(line) as Visit & { url: string };
      visits.set(url, visit);
    } catch {
      // Cut short by a run that was killed.
    }
  }
  return {
    of: (url) => visits.get(url),
    isKept,
    async remember(url, visit) {
      if (visits.size === 0) await mkdir(dirname(path), { recursive: true });
      visits.set(url, visit);
      // The break comes first, so that a line cut short by a kill spoils itself only.
      await appendFile(path, `\n${JSON.stringify({ url, ...visit })}`);
    },
  };
}

async function linesOf(path: string): Promise<string[]> {
  try {
    return (await readFile(path, "utf8")).split("\n").filter((line) => line !== "");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw cause;
  }
}
