import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** Which records of which archives earlier runs have read, kept in a file. */
export interface RecordsDone {
  of(archive: string): number;
  /** Call it when what was made of the record is out of our hands. */
  record(place: { archive: string; record: number }): void;
}

/** Opens the file that `--resume` names, or begins it. Throws when it is another kind of file. */
export function openRecordsDone(path: string): RecordsDone {
  const done = new Map(Object.entries(readState(path)));
  return {
    of: (archive) => done.get(archive) ?? 0,
    record({ archive, record }) {
      done.set(archive, record);
      // Written beside and moved: a run that is killed leaves the old state or the new one.
      writeFileSync(`${path}.new`, `${JSON.stringify(Object.fromEntries(done))}\n`);
      renameSync(`${path}.new`, path);
    },
  };
}

function readState(path: string): Record<string, number> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw cause;
  }
  try {
    const state: unknown = JSON.parse(text);
    if (typeof state === "object" && state !== null && Object.values(state).every(Number.isInteger))
      return state as Record<string, number>;
  } catch {
    // Told below.
  }
  throw new Error(`${path}: this is no file that --resume wrote; name another one, it is made when it is not there`);
}
