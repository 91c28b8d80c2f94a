import { join } from "node:path";
import { type Collected, type CollectOptions, collectCaptures, type Place } from "./collect/collect-captures.ts";
import { extractReading } from "./extract/extract-reading.ts";
import { packageFolder } from "./extract/package-folder.ts";
import { type ExtractOptions, type ExtractTools, openExtractTools } from "./extract/tools.ts";
import { inOrder } from "./in-order.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { loadOutlets } from "./read/load-outlets.ts";
import type { Outlet } from "./read/outlets.ts";
import { type ReadOptions, readReport } from "./read/read-report.ts";
import type { ReadingPool } from "./reading-pool.ts";
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
  /** Threads that read many reports at once. Without it they are read one after the other. */
  pool?: ReadingPool;
}

/** Tools for reading; with more than one of `workers`, threads too, which start once there are more than a few reports. */
export async function openReadTools({
  workers = 1,
  ...options
}: ExtractOptions & { workers?: number } = {}): Promise<ReadTools> {
  const [tools, outlets] = await Promise.all([
    openExtractTools(options),
    loadOutlets(join(packageFolder(), "lexicons")),
  ]);
  if (workers <= 1) return { ...tools, outlets };
  const { openReadingPool } = await import("./reading-pool.ts");
  const pool = openReadingPool(workers, options.predicates);
  const close = async () => {
    await pool.close();
    await tools.close();
  };
  return { ...tools, outlets, pool, close };
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

/** A reading, or null with the notes that say why there is none, for each input and in their order. */
export async function* readInputs(
  inputs: readonly string[],
  tools: ReadTools,
  options: ReadOptions & CollectOptions = {},
): AsyncGenerator<Outcome<Reading | null>> {
  const read = readerOf(tools, options);
  yield* inOrder(collectCaptures(inputs, options), atOnce(tools), async (collected) => {
    if (!("capture" in collected)) return { value: null, ...withoutCapture(collected) };
    return { ...(await read(collected.capture)), failed: false, ...placeOf(collected) };
  });
}

/** Reports that are read on the calling thread before others start: to open their tools takes as long as to read a few. */
const fewReports = 4;

/** Reads on the calling thread, and from the fifth report on in the pool when there is one. */
function readerOf(
  tools: ReadTools,
  { as, outlets, storyModel }: ReadOptions,
): (capture: Capture) => Promise<Noted<Reading>> {
  const options = { as, ...(outlets ? { outlets } : {}), storyModel };
  let count = 0;
  return (capture) => {
    count += 1;
    return tools.pool && count > fewReports ? tools.pool.read(capture, options) : readCapture(capture, tools, options);
  };
}

/** Twice as many as there are workers: one is read while the next waits, so that none idles while another is taken. */
const atOnce = ({ pool }: ReadTools): number => (pool ? pool.workers * 2 : 1);

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

/** Reads inputs into a ledger, in their order. A report that is recorded already is not read again. */
export async function* addInputs(
  inputs: readonly string[],
  ledger: Ledger,
  tools: ReadTools,
  options: AddOptions = {},
): AsyncGenerator<Outcome<Addition>> {
  const read = readerOf(tools, options);
  const readings = inOrder(collectCaptures(inputs, options), atOnce(tools), async (collected) => {
    if (!("capture" in collected)) return { collected };
    const { capture } = collected;
    await options.keep?.(capture);
    return (await ledger.has(capture.id)) ? { collected } : { collected, reading: await read(capture) };
  });
  for await (const { collected, reading } of readings) {
    if ("capture" in collected) {
      const { value, notes } = await recordReading(collected.capture, reading, ledger);
      yield { value, notes, failed: false, ...placeOf(collected) };
    } else {
      const outcome = withoutCapture(collected);
      const became = "unchanged" in collected ? "known already" : outcome.failed ? "unreadable" : "noted";
      yield { value: { name: null, became }, ...outcome };
    }
  }
}

/** Nothing is said of a report that is known: it was said when it was recorded. */
async function recordReading(
  capture: Capture,
  reading: Noted<Reading> | undefined,
  ledger: Ledger,
): Promise<Noted<Addition>> {
  const added = reading !== undefined && (await ledger.append(reading.value));
  const name = reading?.value.report.name ?? capture.name;
  return added
    ? { value: { name, became: "recorded" }, notes: reading.notes }
    : { value: { name, became: "known already" }, notes: [] };
}

/** What a ledger held at an instant, with one actor under all its names. */
export async function resolvedHoldings(ledger: Ledger, knownAt: string): Promise<ResolvedHoldings> {
  return resolveHoldings(await ledger.holdings(knownAt));
}
