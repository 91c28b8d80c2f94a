import { z } from "zod";
import { Reading, readingFormat } from "../terms/index.ts";
import type { Ledger } from "./ledger.ts";

/** Whether a line is what `entente read` prints, and no line of an exported ledger. */
export function isReadingLine(line: string): boolean {
  try {
    return (JSON.parse(line) as { format?: unknown } | null)?.format === readingFormat;
  } catch {
    return false;
  }
}

/** Enough that the sealing costs little, few enough to hold. */
const atOnce = 200;

/**
 * Records what `entente read` printed, here or on other machines: each report once, under the moment of the import.
 * Throws `ledger.import` with the number of a line that is no reading; batches before it are kept.
 */
export async function importReadings(
  ledger: Ledger,
  lines: AsyncIterable<string>,
  progress: () => void = () => {},
): Promise<{ rows: number; known: number }> {
  let [number, rows, known] = [0, 0, 0];
  let held: Reading[] = [];
  const flush = async () => {
    if (held.length === 0) return;
    const added = (await ledger.appendAll(held)).length;
    rows += added;
    known += held.length - added;
    held = [];
  };
  for await (const text of lines) {
    number += 1;
    if (text.trim() === "") continue;
    held.push(readingIn(text, number));
    progress();
    if (held.length >= atOnce) await flush();
  }
  await flush();
  return { rows, known };
}

function readingIn(text: string, number: number): Reading {
  try {
    return Reading.parse(JSON.parse(text));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause).split("\n")[0] : (cause as Error).message;
    throw new Error(`ledger.import: line ${number}: ${why}`, { cause });
  }
}
