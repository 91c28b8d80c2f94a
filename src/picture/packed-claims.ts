import type { ActorId, ClaimRow, Day, Interval } from "../terms/index.ts";
import { unknownTime } from "./days.ts";
import { credenceOf, type Grades } from "./grades.ts";
import { type Origins, sourceCode, sourceOfCode } from "./origins.ts";
import type { PlacedClaim, SitedClaim } from "./scene.ts";
import { bareReport, escaped, readSited, unescaped, writeSited } from "./sited-record.ts";

/** What claims of two actors have in common: who does what to whom, in whose eyes. Most pairs have a handful of these. */
type Saying<Party> = [
  relation: ClaimRow["relation"],
  weight: SitedClaim["weight"],
  modality: ClaimRow["modality"],
  polarity: ClaimRow["polarity"],
  agents: Party[],
  patients: Party[],
  timeOf: NonNullable<ClaimRow["time"]>["of"] | null,
];

/** All claims of a pair as they are kept, opened as far as the line that says what they have in common. */
export interface PackedClaims {
  sayings: readonly Saying<ActorId>[];
  /** Who says so, each as its code (origins.ts). */
  sources: readonly string[];
  /** The rest, a line a claim. */
  text: string;
  /** Where the lines begin. */
  from: number;
}

/**
 * Sited claims, each on a line (writeSited), as one text that is read back in a third of the time: what is said and who says it stands
 * once, on the first line, and the claims refer to it by numbers. Claims keep their order.
 */
export function packClaims(lines: readonly string[]): string {
  const parties = new Numbered<ActorId>();
  const sayings = new Numbered<Saying<number>>();
  const sources = new Numbered<string>();
  const packed = lines.map((line) => {
    const { sited, published } = readSited(line);
    const { row, agents, patients, weight, source } = sited;
    const saying = sayings.of([
      ...([row.relation, weight, row.modality, row.polarity] as const),
      ...([agents.map((id) => parties.of(id)), patients.map((id) => parties.of(id)), row.time?.of ?? null] as const),
    ]);
    const fields = [
      saying,
      published ?? "",
      whenOf(sited, published),
      row.id,
      row.report,
      sources.of(sourceCode(source)),
    ];
    return [...fields, row.evidence[0]?.[0] ?? 0, row.confidence].map((field) => escaped(String(field))).join("\t");
  });
  return [JSON.stringify([parties.all, sayings.all, sources.all]), ...packed].join("\n");
}

/** Values by the numbers that they were first met under. */
class Numbered<Value> {
  readonly all: Value[] = [];
  private readonly numbers = new Map<string, number>();

  of(value: Value): number {
    const key = JSON.stringify(value);
    const number = this.numbers.get(key) ?? this.all.push(value) - 1;
    this.numbers.set(key, number);
    return number;
  }
}

/** Nothing for claims without a day of their own, one day for what happened on it, a sign for the day of publication, all else written out. */
function whenOf({ at, dated }: SitedClaim, published: Day | null): string {
  const { start, end, edtf } = at;
  if (!dated && start === null && end === published && edtf === boundBy(published).edtf) return "";
  if (dated && start !== null && start === end && start === edtf) return start === published ? thatDay : start;
  return [dated ? "d" : "u", start ?? "", end ?? "", ...(edtf === null ? [] : [edtf])].join(" ");
}

const thatDay = "=";

const boundBy = (published: Day | null): Interval =>
  published === null ? unknownTime : { edtf: `../${published}`, start: null, end: published };

type Head = [parties: ActorId[], sayings: Saying<number>[], sources: string[]];

/** Opens a text as far as its first line; the claims are read when they are placed. */
export function openPacked(text: string): PackedClaims {
  const end = text.indexOf("\n");
  const [parties, told, sources] = JSON.parse(text.slice(0, end)) as Head;
  const sayings = told.map(([relation, weight, modality, polarity, agents, patients, of]): Saying<ActorId> => {
    return [
      relation,
      weight,
      modality,
      polarity,
      agents.map((at) => parties[at]!),
      patients.map((at) => parties[at]!),
      of,
    ];
  });
  return { sayings, sources, text, from: end + 1 };
}

/** Every actor that these claims name or rest on. */
export function actorsIn(packed: readonly PackedClaims[], publishers: ReadonlyMap<string, ActorId>): Set<ActorId> {
  const found = new Set<ActorId>();
  const codes = new Set<string>();
  for (const { sayings, sources } of packed) {
    for (const [, , , , agents, patients] of sayings) {
      for (const id of agents) found.add(id);
      for (const id of patients) found.add(id);
    }
    for (const code of sources) codes.add(code);
  }
  for (const code of codes) {
    const source = sourceOfCode(code);
    if ("voice" in source) found.add(source.voice);
    const outlet = "publisher" in source ? publishers.get(source.publisher.toLowerCase()) : undefined;
    if (outlet !== undefined) found.add(outlet);
  }
  return found;
}

/** Which of the claims are placed: all, or those that had been published by a day and that a question needs. */
export interface PlacingWish {
  publishedBy?: Day | null;
  /** By what a claim adds and the last day that it may be of. */
  needed?: ((weight: SitedClaim["weight"], end: Day | null) => boolean) | undefined;
}

/** Places what was packed. Claims of a pair share the objects of what they have in common: nothing of them may be altered. */
export function placePacked(
  packed: PackedClaims,
  origins: Origins,
  grades: Grades,
  { publishedBy = null, needed = () => true }: PlacingWish = {},
): PlacedClaim[] {
  const own = packed.sources.map((code) => origins.byCode(code));
  const times = packed.sayings.map(timeOf);
  const claims: PlacedClaim[] = [];
  const { text } = packed;
  let at = packed.from;
  const field = (mark: "\t" | "\n"): string => {
    const end = text.indexOf(mark, at);
    const found = end < 0 ? text.slice(at) : text.slice(at, end);
    at = end < 0 ? text.length : end + 1;
    return found;
  };
  while (at < text.length) {
    const number = Number(field("\t"));
    const saying = packed.sayings[number]!;
    const [relation, weight, modality, polarity, agents, patients] = saying;
    const [published, when] = [field("\t"), field("\t")];
    const end = lastDayIn(when, published);
    if ((publishedBy !== null && (published === "" || published > publishedBy)) || !needed(weight, end)) {
      field("\n");
      continue;
    }
    const id = field("\t");
    const reportId = unescaped(field("\t"));
    const origin = own[Number(field("\t"))]!;
    const place = Number(field("\t"));
    const confidence = Number(field("\n"));
    // Written out, not spread: this is done a hundred thousand times for one answer.
    const row: ClaimRow = {
      id,
      report: reportId,
      localId: "",
      relation,
      polarity,
      modality,
      agents: none,
      patients: none,
      time: times[number]!,
      place: null,
      voices: none,
      quote: "",
      evidence: evidenceAt(place),
      confidence,
    };
    const graded = grades.ofClaim.get(id) ?? null;
    claims.push({
      row,
      report: bareReport(reportId),
      agents,
      patients,
      at: daysIn(when, published),
      dated: isDated(when),
      origin,
      credence: credenceOf(row, graded),
      graded,
      weight,
      saying,
    });
  }
  return claims;
}

/** The same claims on lines of their own, as they were packed. */
export function unpackClaims(text: string): string[] {
  const packed = openPacked(text);
  return linesIn(packed).map((line) => {
    const [number, published, when, id, report, source, place, confidence] = line.split("\t") as Fields;
    const [relation, weight, modality, polarity, agents, patients, of] = packed.sayings[Number(number)]!;
    const at = daysIn(when, published);
    const row: ClaimRow = {
      ...{ id, report: unescaped(report), localId: "", relation, polarity, modality, agents: [], patients: [] },
      ...{ time: of === null ? null : { ...at, text: null, of }, place: null, voices: [], quote: "" },
      ...{ evidence: [[Number(place), 0]], confidence: Number(confidence) },
    };
    const sited: SitedClaim = {
      ...{
        row,
        agents,
        patients,
        at,
        dated: isDated(when),
        weight,
        source: sourceOfCode(packed.sources[Number(source)]!),
      },
    };
    return writeSited(sited, { ...bareReport(row.report), published: published === "" ? null : published });
  });
}

type Fields = [string, string, string, string, string, string, string, string];

const linesIn = ({ text, from }: PackedClaims): string[] => text.slice(from).split("\n");

const none: never[] = [];

/** Of the time that a claim gives only its sort is asked once it is placed. */
const timeOf = ([, , , , , , of]: Saying<ActorId>): ClaimRow["time"] =>
  of === null ? null : { ...unknownTime, text: null, of };

/** Only where a claim begins in its text is kept, and most begin early: each such place is made once. */
const evidences: ClaimRow["evidence"][] = [];
function evidenceAt(place: number): ClaimRow["evidence"] {
  if (place >= 2_000) return [[place, 0]];
  evidences[place] ??= [[place, 0]];
  return evidences[place];
}

const isDated = (when: string): boolean => when !== "" && when[0] !== "u";

/** The last day of `daysIn`, which most claims are left aside by. */
function lastDayIn(when: string, published: string): Day | null {
  if (when === "" || when === thatDay) return published === "" ? null : published;
  return when[0] === "d" || when[0] === "u" ? daysIn(when, published).end : when;
}

function daysIn(when: string, published: string): Interval {
  if (when === "") return boundBy(published === "" ? null : published);
  if (when === thatDay) return { edtf: published, start: published, end: published };
  if (when[0] !== "d" && when[0] !== "u") return { edtf: when, start: when, end: when };
  const [, start, end, edtf] = /^. (\S*) (\S*)(?: ([\s\S]*))?$/.exec(when) as unknown as [
    string,
    string,
    string,
    string?,
  ];
  return { edtf: edtf === undefined ? null : unescaped(edtf), start: start || null, end: end || null };
}
