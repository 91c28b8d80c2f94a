import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

const ListedFeed = z.object({ url: z.string(), by: z.string(), since: z.string() });
/** A feed that somebody added at the desk: who, and when. */
export type ListedFeed = z.infer<typeof ListedFeed>;

/** The feeds that people added, kept beyond the server's end. */
export interface FeedList {
  feeds(): ListedFeed[];
  keep(feeds: readonly ListedFeed[]): void;
}

/**
 * Kept as JSON in a file, which is replaced as a whole so that a killed server leaves the old list or the new one.
 * Throws with the file's name when what stands there is no such list.
 */
export function feedsInFile(file: string): FeedList {
  return {
    feeds: () => {
      const text = textOf(file);
      if (text === null) return [];
      try {
        return z.array(ListedFeed).parse(JSON.parse(text));
      } catch (cause) {
        throw new Error(`${file}: is no list of followed feeds; mend it or move it away`, { cause });
      }
    },
    keep: (feeds) => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.part`, `${JSON.stringify(feeds, null, 2)}\n`);
      renameSync(`${file}.part`, file);
    },
  };
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw cause;
  }
}
