import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { countRecords } from "../collect/archive/count-records.ts";
import { mediaTypeOf } from "../collect/names.ts";
import { type Job, jobsOfArchive } from "../queue/job.ts";

/** The jobs that inputs make, or what is wrong with an input; `-` stands for a list of inputs on standard input. */
export async function* findJobs(
  inputs: readonly string[],
  recordsPerJob: number | undefined,
): AsyncGenerator<Job | { unreadable: string }> {
  for (const input of inputs) {
    if (input !== "-") yield* jobsOf(input, recordsPerJob);
    else
      for await (const line of createInterface({ input: process.stdin }))
        if (line.trim() !== "") yield* jobsOf(line.trim(), recordsPerJob);
  }
}

async function* jobsOf(input: string, recordsPerJob: number | undefined): AsyncGenerator<Job | { unreadable: string }> {
  if (/^https?:\/\//i.test(input)) {
    yield { input, records: null };
    return;
  }
  const path = resolve(input);
  try {
    for await (const file of filesIn(path)) {
      if (recordsPerJob !== undefined && /\.warc(\.gz)?$/i.test(file))
        yield* jobsOfArchive(file, await countRecords(file), recordsPerJob);
      else yield { input: file, records: null };
    }
  } catch (cause) {
    yield { unreadable: (cause as Error).message };
  }
}

/** The path itself when it is a file; the pages, texts and archives of a folder, as entente add takes them. */
async function* filesIn(path: string): AsyncGenerator<string> {
  if (!(await stat(path)).isDirectory()) {
    yield path;
    return;
  }
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) yield* filesIn(join(path, entry.name));
    else if (mediaTypeOf(entry.name)) yield join(path, entry.name);
  }
}
