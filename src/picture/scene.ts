import {
  type Actor,
  type ActorId,
  type ClaimRow,
  type Credibility,
  type Day,
  type Interval,
  isNameText,
  localKey,
  type ReportRow,
  type ResolvedHoldings,
} from "../terms/index.ts";
import { findCopies } from "./copies.ts";
import { daysOf, unknownTime } from "./days.ts";
import { credenceOf, type Grades, gradesOf } from "./grades.ts";
import { type Origin, Origins } from "./origins.ts";

/** A claim with its parties as actors across reports, its days, and who it rests on. */
export interface PlacedClaim {
  row: ClaimRow;
  report: ReportRow;
  agents: ActorId[];
  patients: ActorId[];
  at: Interval;
  /** False when only the report's day bounds it: "not later than". */
  dated: boolean;
  origin: Origin;
  /** How far the claim itself is believed, whoever says it: as somebody graded it, else as sure as the reading is. */
  credence: number;
  graded: Credibility | null;
  /** What the claim adds: that it is so, that it is not so, or neither (a proposal, a refusal, a fear). */
  weight: "for" | "against" | "neither";
  /** Claims that say the same of the same actors, where they are kept together, have one: they make the same steps. */
  saying: object | null;
}

/** Everything that pictures, disputes and derivations of one state of the ledger share; made once, asked many times. */
export interface Scene {
  claims: readonly PlacedClaim[];
  actors: ReadonlyMap<ActorId, Actor>;
}

/** Kept as long as the holdings are: many questions are asked of one state of the ledger. */
const scenes = new WeakMap<ResolvedHoldings, Map<Day | null, Scene>>();

/** Places every claim; `publishedBy` leaves out what had not been published by then, or cannot be shown to have been. */
export function placeClaims(holdings: ResolvedHoldings, publishedBy: Day | null = null): Scene {
  const known = scenes.get(holdings) ?? new Map<Day | null, Scene>();
  const scene = known.get(publishedBy) ?? sceneOf(holdings, publishedBy);
  scenes.set(holdings, known.set(publishedBy, scene));
  return scene;
}

function sceneOf(holdings: ResolvedHoldings, publishedBy: Day | null): Scene {
  const reports = new Map(
    holdings.reports
      .filter((report) => publishedBy === null || isPublishedBy(report, publishedBy))
      .map((r) => [r.id, r]),
  );
  const actors = new Map(holdings.actors.map((actor) => [actor.id, actor]));
  const copies = copiesOf(holdings);
  const grades = gradesOf(holdings.decisions ?? []);
  const origins = new Origins(actors, publisherActors(holdings.actors), grades);
  const claims: PlacedClaim[] = [];
  // Claims of one day are weighed in one order, whatever order they were handed over in.
  const rows = [...holdings.claims].sort((one, other) => (one.id < other.id ? -1 : 1));
  for (const row of rows) {
    const report = reports.get(row.report);
    if (report === undefined) continue;
    const original = reports.get(copies.get(report.id)!)!;
    claims.push(judgeClaim(siteClaim(row, report, original, holdings.idOf, actors), report, origins, grades));
  }
  return { claims, actors };
}

const copiesKnown = new WeakMap<ResolvedHoldings, ReadonlyMap<string, string>>();

/**
 * Report → the report whose text it copies, itself when it copies none. An original was published before its copy: what was published by a day
 * copies nothing that was not.
 */
export function copiesOf(holdings: ResolvedHoldings): ReadonlyMap<string, string> {
  const copies = copiesKnown.get(holdings) ?? findCopies(holdings.reports, holdings.texts);
  copiesKnown.set(holdings, copies);
  return copies;
}

/** Whatever knows actors by their ids. */
export type ActorsById = Pick<ReadonlyMap<ActorId, Actor>, "get">;

/** Where a claim stands before anybody judges it: all that follows from its report and from who is who. */
export interface SitedClaim extends Pick<PlacedClaim, "row" | "agents" | "patients" | "at" | "dated" | "weight"> {
  /** The name of the publisher; or the voice: a named actor, or somebody that one text knows. */
  source: { publisher: string } | { voice: ActorId } | { unnamed: string; key: string };
}

export function siteClaim(
  row: ClaimRow,
  report: ReportRow,
  original: ReportRow,
  idOf: ReadonlyMap<string, ActorId>,
  actors: ActorsById,
): SitedClaim {
  const partiesOf = (ids: readonly string[]) => [
    ...new Set(ids.flatMap((id) => idOf.get(localKey(row.report, id)) ?? [])),
  ];
  return {
    row,
    agents: partiesOf(row.agents),
    patients: partiesOf(row.patients),
    ...whenOf(row, report),
    weight: weightOf(row),
    source: sourceOf(row, original, idOf, actors),
  };
}

function judgeClaim(sited: SitedClaim, report: ReportRow, origins: Origins, grades: Grades): PlacedClaim {
  const { row, agents, patients, at, dated, weight, source } = sited;
  const graded = grades.ofClaim.get(row.id) ?? null;
  const [origin, credence] = [origins.of(source), credenceOf(row, graded)];
  return { row, report, agents, patients, at, dated, origin, credence, graded, weight, saying: null };
}

/** A page saved by then had been published by then; without either date nobody can tell. */
const isPublishedBy = (report: ReportRow, day: Day): boolean => (publishedDay(report) ?? "9999-99-99") <= day;

/** The day by which a report is known to have been published; null when it has no date of any sort. */
export const publishedDay = ({ published, captured }: Pick<ReportRow, "published" | "captured">): Day | null =>
  (daysOf(published) ?? daysOf(captured))?.end ?? null;

/** The claim's own days; else not later than its report was published or saved; else unknown. */
function whenOf({ time }: ClaimRow, report: ReportRow): { at: Interval; dated: boolean } {
  if (time !== null && time.of !== "report" && (time.start !== null || time.end !== null))
    return { at: { edtf: time.edtf, start: time.start, end: time.end ?? time.start }, dated: true };
  const bound = daysOf(report.published) ?? daysOf(report.captured);
  if (bound === null) return { at: unknownTime, dated: false };
  return { at: { edtf: `../${bound.end}`, start: null, end: bound.end }, dated: false };
}

function weightOf({ modality, polarity, voices }: ClaimRow): PlacedClaim["weight"] {
  if (modality === "denied") return polarity === "affirmed" ? "against" : "for";
  if (modality !== "actual") return "neither";
  const stance = voices.at(-1)?.stance;
  if (stance === "denies" || stance === "doubts") return "against";
  return polarity === "affirmed" ? "for" : "against";
}

function sourceOf(
  { voices, report }: ClaimRow,
  original: ReportRow,
  idOf: ReadonlyMap<string, ActorId>,
  actors: ActorsById,
): SitedClaim["source"] {
  const voice = voices.at(-1);
  if (voice === undefined) return { publisher: publisherOf(original) };
  const actor = voice.actor === null ? null : (idOf.get(localKey(report, voice.actor)) ?? null);
  const known = actor === null ? undefined : actors.get(actor);
  // "Four residents" are others in another text, and the same in a copy of this one.
  if (known === undefined || !isNamed(known))
    return { unnamed: voice.name, key: `${original.id} ${voice.name.toLowerCase()}` };
  return { voice: known.id };
}

/** Who is behind a report that names nobody: the agency whose text it is, else its publisher, else itself. */
export const publisherOf = ({ agency, publisher, name }: ReportRow): string => agency ?? publisher ?? name;

/** Outlets and organisations by each of their names, folded. */
export function publisherActors(actors: readonly Actor[]): Map<string, ActorId> {
  const byName = new Map<string, ActorId>();
  for (const { id, kind, names } of actors)
    if (kind === "outlet" || kind === "organisation") for (const name of names) byName.set(name.toLowerCase(), id);
  return byName;
}

/** Whether any report gives it a name, and not only a description ("the army", "three officials"). */
export const isNamed = (actor: Actor | undefined): boolean => actor?.names.some(isNameText) ?? false;
