import { type CollectOptions, collectCaptures } from "./collect/collect-captures.ts";
import { extractReading } from "./extract/extract-reading.ts";
import { type ExtractOptions, type ExtractTools, openExtractTools } from "./extract/tools.ts";
import { type ReadOptions, readReport } from "./read/read-report.ts";
import { type Capture, type Noted, type Reading, readingFormat } from "./terms/index.ts";

/** What reading needs, opened once and closed at the end. */
export type ReadTools = ExtractTools;

export function openReadTools(options: ExtractOptions = {}): Promise<ReadTools> {
  return openExtractTools(options);
}

/** One capture through read and extract. */
export async function readCapture(
  capture: Capture,
  tools: ReadTools,
  options: ReadOptions = {},
): Promise<Noted<Reading>> {
  const { value: report, notes } = readReport(capture, options);
  const extracted = await extractReading(report, tools);
  const all = [...notes, ...extracted.notes];
  return { value: { format: readingFormat, report: { ...report, notes: all }, ...extracted.value }, notes: all };
}

/** All inputs, one after the other: a reading, or null with the notes that say why there is none. */
export async function* readInputs(
  inputs: readonly string[],
  tools: ReadTools,
  options: ReadOptions & CollectOptions = {},
): AsyncGenerator<Noted<Reading | null>> {
  for await (const { capture, notes } of collectCaptures(inputs, options)) {
    if (capture === null) yield { value: null, notes };
    else yield await readCapture(capture, tools, options);
  }
}
