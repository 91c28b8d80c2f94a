import { type Relation, type RelationTerm, relationTerms } from "../../terms/index.ts";
import type { KeptClaim } from "../answers.ts";
import { type ExportFormat, firstDay, lastDay } from "./exportable.ts";

/** Ties, one a row. */
export const tiesCsv: ExportFormat = {
  mediaType: "text/csv; charset=utf-8",
  file: "ties.csv",
  describes: "Ties, one a row, with their dates, testimonies and confidence",
  write({ picture }) {
    const names = new Map(picture.actors.map(({ id, name }) => [id, name]));
    const head =
      "id relation a a_name b b_name status since_from since_to until_from until_to reports origins confidence";
    const rows = picture.ties.map((tie) => [
      ...[tie.id, tie.relation, tie.a, names.get(tie.a) ?? "", tie.b, names.get(tie.b) ?? "", tie.status],
      ...[tie.since?.start, tie.since?.end, tie.until?.start, tie.until?.end],
      ...[tie.reports, tie.origins, tie.confidence.value],
    ]);
    return sheet(head.split(" "), rows);
  },
};

/** Claims as event records, with the codes that event data sets use. */
export const eventsCsv: ExportFormat = {
  mediaType: "text/csv; charset=utf-8",
  file: "events.csv",
  describes: "Claims as event records with CAMEO root codes and PLOVER types, modality and voices apart",
  write({ claims }) {
    const head =
      "id from to agents patients relation modality polarity cameo plover origin voices place quote report publisher published";
    return sheet(head.split(" "), claims.map(eventRow));
  },
};

function eventRow(claim: KeptClaim): (string | null | undefined)[] {
  const { cameo = [], plover = [] }: RelationTerm = relationTerms[claim.relation];
  const voices = claim.voices.map(({ name, stance }) => `${name} (${stance})`);
  return [
    ...[claim.id, firstDay(claim.time), lastDay(claim.time)],
    ...[claim.agents, claim.patients].map((parties) => parties.map(({ name }) => name).join("; ")),
    ...[claim.relation, claim.modality, claim.polarity, cameo.join("; "), ploverOf(claim, plover).join("; ")],
    ...[claim.voices.at(-1)?.name ?? claim.report.publisher, voices.join(" > "), claim.place, claim.quote],
    ...[claim.report.id, claim.report.publisher, claim.report.published],
  ];
}

/** PLOVER has types of its own for what is refused, demanded and planned. */
function ploverOf({ modality, relation }: KeptClaim, plain: readonly string[]): readonly string[] {
  if (modality === "refused") return ["REJECT"];
  if (modality === "demanded") return ["DEMAND"];
  if (modality === "planned" || modality === "conditional") return hostile.has(relation) ? ["THREATEN"] : ["AGREE"];
  return modality === "proposed" && !hostile.has(relation) ? ["AGREE"] : plain;
}

const hostile: ReadonlySet<Relation> = new Set<Relation>([
  ...(["attack", "clash", "seize", "kill", "enemy", "rival", "break", "sanction"] as const),
  ...(["coerce", "threaten", "accuse", "mobilize", "protest"] as const),
]);

/** RFC 4180. A cell that a spreadsheet would run as a formula is kept from being one. */
function sheet(head: string[], rows: readonly (readonly unknown[])[]): string {
  return [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: unknown): string {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
