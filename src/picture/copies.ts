import type { ReportRow } from "../terms/index.ts";
import { CopyIndex } from "./copies/copy-index.ts";
import { type Signature, signatureFrom, signatureOf } from "./copies/signature.ts";
import { daysOf } from "./days.ts";

/** What is needed of a report to tell whose text it copies. */
export type CopiedReport = Pick<ReportRow, "id" | "agency" | "publisher" | "published" | "captured">;

/**
 * Report → the report whose text it copies: the earliest published of those that share their words in rows of three, as a text
 * that is trimmed, retitled or edited still does. A report that copies nothing stands for itself.
 */
export function findCopies(
  reports: readonly CopiedReport[],
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return findSignedCopies(reports, ({ id }) => signatureOf(texts.get(id) ?? ""));
}

/** What is kept of a text's signature; the rest follows from it. */
export type TextSketch = Pick<Signature, "level" | "shingles">;

export function sketchOf(text: string): TextSketch {
  const { level, shingles } = signatureOf(text);
  return { level, shingles };
}

/** The same of texts of which only sketches are kept. */
export function findSketchedCopies(
  reports: readonly CopiedReport[],
  sketchOfReport: (report: CopiedReport) => TextSketch,
): ReadonlyMap<string, string> {
  return findSignedCopies(reports, (report) => {
    const { level, shingles } = sketchOfReport(report);
    return signatureFrom(level, shingles);
  });
}

function findSignedCopies(
  reports: readonly CopiedReport[],
  signature: (report: CopiedReport) => Signature,
): ReadonlyMap<string, string> {
  const ordered = reports.map((report) => ({ report, key: publicationKey(report) })).sort(byKey);
  const index = new CopyIndex(ordered.length);
  const originals: number[] = [];
  for (const [at, { report }] of ordered.entries()) {
    const match = index.addSigned(signature(report), { agency: report.agency, publisher: report.publisher });
    originals.push(match === null ? at : originals[match.of]!);
  }
  return new Map(ordered.map(({ report }, at) => [report.id, ordered[originals[at]!]!.report.id]));
}

/**
 * By the day by which a report is known to have been published, so that an original was always published by the day that
 * its copy was; what has no date comes last.
 */
function publicationKey({ id, published, captured }: CopiedReport): string {
  const known = daysOf(published) ?? daysOf(captured);
  return `${known?.end ?? "9999-99-99"} ${published ?? "9999"} ${id}`;
}

const byKey = ({ key: one }: { key: string }, { key: other }: { key: string }): number => (one < other ? -1 : 1);
