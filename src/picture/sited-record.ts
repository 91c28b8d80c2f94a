import type { ActorId, ClaimRow, ReportRow } from "../terms/index.ts";
import { publishedDay, type SitedClaim } from "./scene.ts";

/**
 * A sited claim on one line, so that the claims of a ledger can be gathered by pair and packed (packed-claims.ts). It leaves
 * out what only an explanation needs: the quote, the voices, the report's name.
 */
export function writeSited(
  { row, agents, patients, at, dated, weight, source }: SitedClaim,
  report: ReportRow,
): string {
  const said = "voice" in source ? ["v", source.voice] : "publisher" in source ? ["p", source.publisher] : null;
  const fields = [
    row.id,
    reportMark(row.report),
    publishedDay(report) ?? "",
    row.relation,
    `${weight} ${row.modality} ${row.polarity}`,
    agents.join(" "),
    patients.join(" "),
    ...[dated ? "d" : "", at.start ?? "", at.end ?? "", at.edtf === at.start ? "" : (at.edtf ?? "-")],
    row.time?.of ?? "",
    String(row.evidence[0]?.[0] ?? 0),
    String(row.confidence),
    ...(said ?? ["u", (source as { unnamed: string }).unnamed, (source as { key: string }).key]),
  ];
  return fields.map(escaped).join("\t");
}

/**
 * As much of a report's id as tells it from every other, half of its hash: an index names reports a million times. It stands in for the id
 * where claims are placed and counted; of what is explained the whole report is fetched.
 */
export const reportMark = (id: string): string => (/^sha256:[0-9a-f]{64}$/.test(id) ? id.slice(7, 39) : id);

export const escaped = (field: string): string =>
  /[\\\t\n]/.test(field)
    ? field.replace(/[\\\t\n]/g, (one) => (one === "\\" ? "\\\\" : one === "\t" ? "\\t" : "\\n"))
    : field;

export const unescaped = (field: string): string =>
  field.includes("\\") ? field.replace(/\\(.)/g, (_, one) => (one === "t" ? "\t" : one === "n" ? "\n" : one)) : field;

/** A sited claim as it was written, and the day by which its report is known to have been published. */
export interface SitedRecord {
  sited: SitedClaim;
  report: ReportRow;
  published: string | null;
}

/** The claim's id, without reading the rest. */
export const recordId = (line: string): string => line.slice(0, line.indexOf("\t"));
/** The mark of the report that says so, without reading the rest. */
export function recordReport(line: string): string {
  const from = line.indexOf("\t") + 1;
  return unescaped(line.slice(from, line.indexOf("\t", from)));
}

export function readSited(line: string): SitedRecord {
  const fields = line.split("\t");
  const [id, report, published, relation, manner, agents, patients, dated, start, end, edtf, of] = fields as string[];
  const [weight, modality, polarity] = manner!.split(" ");
  const at = {
    edtf: edtf === "" ? orNull(start!) : edtf === "-" ? null : unescaped(edtf!),
    start: orNull(start!),
    end: orNull(end!),
  };
  const reportId = unescaped(report!);
  const row: ClaimRow = {
    id: id!,
    report: reportId,
    localId: "",
    relation: relation as ClaimRow["relation"],
    polarity: polarity as ClaimRow["polarity"],
    modality: modality as ClaimRow["modality"],
    agents: [],
    patients: [],
    time: of === "" ? null : { ...at, text: null, of: of as NonNullable<ClaimRow["time"]>["of"] },
    place: null,
    voices: [],
    quote: "",
    evidence: [[Number(fields[12]), 0]],
    confidence: Number(fields[13]),
  };
  return {
    sited: {
      ...{ row, agents: idsIn(agents!), patients: idsIn(patients!), at, dated: dated === "d" },
      weight: weight as SitedClaim["weight"],
      source: sourceIn(fields),
    },
    report: bareReport(reportId),
    published: orNull(published!),
  };
}

const idsIn = (list: string): ActorId[] => (list === "" ? [] : list.split(" "));
const orNull = (text: string): string | null => (text === "" ? null : text);

function sourceIn(fields: readonly string[]): SitedClaim["source"] {
  if (fields[14] === "v") return { voice: fields[15]! };
  if (fields[14] === "p") return { publisher: unescaped(fields[15]!) };
  return { unnamed: unescaped(fields[15]!), key: unescaped(fields[16]!) };
}

/** A report of which nothing but its id, or its mark, is known. */
export const bareReport = (id: string): ReportRow => ({
  id,
  name: "",
  publisher: null,
  agency: null,
  published: null,
  captured: null,
  recorded: "",
});
