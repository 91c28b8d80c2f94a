import { type CollectOptions, collectCaptures } from "./collect/collect-captures.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { type ReadTools, readCapture } from "./pipeline.ts";
import type { Note } from "./terms/index.ts";

/** What came of one job. */
export interface InputRecorded {
  recorded: number;
  known: number;
  notes: Note[];
}

/**
 * Reads one input, or of an archive the records from one number to another, and records it. What is recorded already is
 * passed over, so that the same job done twice records nothing twice. Throws with what could not be read, once all else is
 * recorded; and when `signal` says that the job is no longer ours.
 */
export async function recordInput(
  { input, records }: { input: string; records: { from: number; to: number } | null },
  ledger: Ledger,
  tools: ReadTools,
  options: CollectOptions & { signal?: AbortSignal } = {},
): Promise<InputRecorded> {
  const done: InputRecorded = { recorded: 0, known: 0, notes: [] };
  const unread: string[] = [];
  const recordsDone = () => (records === null ? 0 : records.from - 1);
  for await (const collected of collectCaptures([input], { ...options, recordsDone })) {
    options.signal?.throwIfAborted();
    if (records !== null && collected.place !== undefined && collected.place.record > records.to) break;
    if ("capture" in collected) {
      if (await ledger.has(collected.capture.id)) done.known += 1;
      else {
        const { value: reading, notes } = await readCapture(collected.capture, tools);
        const isNew = await ledger.append(reading);
        done[isNew ? "recorded" : "known"] += 1;
        done.notes.push(...notes);
      }
    } else if ("note" in collected) {
      if (collected.failed) unread.push(`${collected.note.code}: ${collected.note.text}`);
      else done.notes.push(collected.note);
    }
  }
  if (unread.length > 0) throw new Error(unread.join("\n"));
  return done;
}
