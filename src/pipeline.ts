import { type CollectOptions, collectCaptures } from "./collect/collect-captures.ts";
import { extractReading } from "./extract/extract-reading.ts";
import { type ExtractOptions, type ExtractTools, openExtractTools } from "./extract/tools.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { type ReadOptions, readReport } from "./read/read-report.ts";
import { resolveHoldings } from "./resolve/resolve-holdings.ts";
import { type Capture, type Noted, type Reading, type ResolvedHoldings, readingFormat } from "./terms/index.ts";

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
  for await (const collected of collectCaptures(inputs, options)) {
    if ("note" in collected) yield { value: null, notes: [collected.note] };
    else yield await readCapture(collected.capture, tools, options);
  }
}

/** What became of one input that was to be recorded. */
export interface Addition {
  /** The report's name; null when the input could not be read. */
  name: string | null;
  became: "recorded" | "known already" | "unreadable";
}

/** Reads inputs into a ledger, one report after the other. A report that is recorded already is not read again. */
export async function* addInputs(
  inputs: readonly string[],
  ledger: Ledger,
  tools: ReadTools,
  options: ReadOptions & CollectOptions = {},
): AsyncGenerator<Noted<Addition>> {
  for await (const collected of collectCaptures(inputs, options)) {
    if ("note" in collected) yield { value: { name: null, became: "unreadable" }, notes: [collected.note] };
    else if (await ledger.has(collected.capture.id))
      yield { value: { name: null, became: "known already" }, notes: [] };
    else {
      const { capture } = collected;
      const { value: reading, notes: more } = await readCapture(capture, tools, options);
      const added = await ledger.append(reading);
      yield { value: { name: reading.report.name, became: added ? "recorded" : "known already" }, notes: more };
    }
  }
}

/** What a ledger held at an instant, with one actor under all its names. */
export async function resolvedHoldings(ledger: Ledger, knownAt: string): Promise<ResolvedHoldings> {
  return resolveHoldings(await ledger.holdings(knownAt));
}
