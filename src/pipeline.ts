import { join } from "node:path";
import { type Collected, type CollectOptions, collectCaptures, type Place } from "./collect/collect-captures.ts";

import { extractReading } from "./extract/extract-reading.ts";
import { packageFolder } from "./extract/package-folder.ts";
import { type ExtractOptions, type ExtractTools, openExtractTools } from "./extract/tools.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { loadOutlets } from "./read/load-outlets.ts";
import type { Outlet } from "./read/outlets.ts";
import { type ReadOptions, readReport } from "./read/read-report.ts";
import { resolveHoldings } from "./resolve/resolve-holdings.ts";
import {
  type Capture,
  type Note,
  type Noted,
  type Reading,
  type ResolvedHoldings,
  readingFormat,
} from "./terms/index.ts";

export { explainReading } from "./extract/explain.ts";

/** What reading needs, opened once and closed at the end. */
export interface ReadTools extends ExtractTools {
  /** The table of outlets: publishers by their addresses, agencies by their credits. */
  outlets: readonly Outlet[];
}

export async function openReadTools(options: ExtractOptions = {}): Promise<ReadTools> {
  const [tools, outlets] = await Promise.all([
    openExtractTools(options),
    loadOutlets(join(packageFolder(), "lexicons")),
  ]);
  return { ...tools, outlets };
}

/** One capture through read and extract. */
export async function readCapture(
  capture: Capture,
  tools: ReadTools,
  options: ReadOptions = {},
): Promise<Noted<Reading>> {
  const { value: read, notes } = readReport(capture, { outlets: tools.outlets, ...options });
  const report = { ...read, publisher: read.publisher ?? capture.publisherHint ?? null };
  const extracted = await extractReading(report, tools);
  const all = [...notes, ...extracted.notes];
  return { value: { format: readingFormat, report: { ...report, notes: all }, ...extracted.value }, notes: all };
}

/** What came of one input: a value and notes; whether something of it could not be read; its place in an archive. */
export interface Outcome<Value> extends Noted<Value> {
  failed: boolean;
  place?: Place;
}

/** All inputs, one after the other: a reading, or null with the notes that say why there is none. */
export async function* readInputs(
  inputs: readonly string[],
  tools: ReadTools,
  options: ReadOptions & CollectOptions = {},
): AsyncGenerator<Outcome<Reading | null>> {
  for await (const collected of collectCaptures(inputs, options)) {
    if ("capture" in collected)
      yield { ...(await readCapture(collected.capture, tools, options)), failed: false, ...placeOf(collected) };
    else yield { value: null, ...withoutCapture(collected) };
  }
}

const placeOf = ({ place }: Collected): { place?: Place } => (place === undefined ? {} : { place });

function withoutCapture(collected: Exclude<Collected, { capture: Capture }>): { notes: Note[]; failed: boolean } {
  return "note" in collected ? { notes: [collected.note], failed: collected.failed } : { notes: [], failed: false };
}

/** What became of one input that was to be recorded. */
export interface Addition {
  /** The report's name; null when the input could not be read. */
  name: string | null;
  /** `noted`: there is only something to be said about an input. */
  became: "recorded" | "known already" | "unreadable" | "noted";
}

export interface AddOptions extends ReadOptions, CollectOptions {
  /** Keeps a capture as it came, before its reading is recorded. */
  keep?: (capture: Capture) => Promise<unknown>;
}

/** Reads inputs into a ledger, one report after the other. A report that is recorded already is not read again. */
export async function* addInputs(
  inputs: readonly string[],
  ledger: Ledger,
  tools: ReadTools,
  options: AddOptions = {},
): AsyncGenerator<Outcome<Addition>> {
  for await (const collected of collectCaptures(inputs, options)) {
    if ("capture" in collected) {
      await options.keep?.(collected.capture);
      const { value, notes } = await addCapture(collected.capture, ledger, tools, options);
      yield { value, notes, failed: false, ...placeOf(collected) };
    } else {
      const outcome = withoutCapture(collected);
      const became = "unchanged" in collected ? "known already" : outcome.failed ? "unreadable" : "noted";
      yield { value: { name: null, became }, ...outcome };
    }
  }
}

async function addCapture(
  capture: Capture,
  ledger: Ledger,
  tools: ReadTools,
  options: ReadOptions,
): Promise<Noted<Addition>> {
  if (await ledger.has(capture.id)) return { value: { name: capture.name, became: "known already" }, notes: [] };
  const { value: reading, notes } = await readCapture(capture, tools, options);
  const added = await ledger.append(reading);
  return { value: { name: reading.report.name, became: added ? "recorded" : "known already" }, notes };
}

/** What a ledger held at an instant, with one actor under all its names. */
export async function resolvedHoldings(ledger: Ledger, knownAt: string): Promise<ResolvedHoldings> {
  return resolveHoldings(await ledger.holdings(knownAt));
}
