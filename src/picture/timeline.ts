import {
  type ActorId,
  type Day,
  type PictureQuery,
  type ResolvedHoldings,
  type Timeline,
  type TimelineEntry,
  timelineFormat,
} from "../terms/index.ts";
import { originsIn, reportsIn } from "./confidence.ts";
import { type PlacedClaim, placeClaims } from "./scene.ts";

export interface TimelineOptions {
  actor?: ActorId | null;
  from?: Day | null;
  to?: Day | null;
  /** Leaves out what is said to be so: only what was proposed, planned, demanded, attempted, refused, denied or feared. */
  unrealised?: boolean;
}

/**
 * What happened, and what was only said, in the order of its days. Claims of one thing on one day are one entry, with
 * the reports and origins behind it. What cannot be dated stands first.
 */
export function makeTimeline(
  holdings: ResolvedHoldings,
  { publishedBy }: Pick<PictureQuery, "publishedBy">,
  options: TimelineOptions = {},
): Timeline {
  const scene = placeClaims(holdings, publishedBy);
  const told = scene.claims.filter((claim) => claim.agents.length > 0 && isAsked(claim, options));
  const entries = [...Map.groupBy(told, entryKey).values()].map(entryOf).sort(byDay);
  const named = new Set(entries.flatMap(({ agents, patients }) => [...agents, ...patients]));
  return { format: timelineFormat, entries, actors: holdings.actors.filter(({ id }) => named.has(id)) };
}

function isAsked({ row, agents, patients, at }: PlacedClaim, options: TimelineOptions): boolean {
  const { actor = null, from = null, to = null, unrealised = false } = options;
  if (actor !== null && !agents.includes(actor) && !patients.includes(actor)) return false;
  if (unrealised && row.modality === "actual" && row.polarity === "affirmed") return false;
  const [start, end] = [at.start ?? at.end, at.end ?? at.start];
  return (from === null || (end !== null && end >= from)) && (to === null || (start !== null && start <= to));
}

function entryKey({ row, agents, patients, at }: PlacedClaim): string {
  return JSON.stringify([at.start, at.end, row.relation, row.modality, row.polarity, agents, patients]);
}

function entryOf(claims: PlacedClaim[]): TimelineEntry {
  const sorted = claims.sort((one, other) => (one.row.id < other.row.id ? -1 : 1));
  const { row, agents, patients, at } = sorted[0]!;
  return {
    at,
    relation: row.relation,
    modality: row.modality,
    polarity: row.polarity,
    agents,
    patients,
    quote: row.quote,
    reports: reportsIn(sorted),
    origins: originsIn(sorted),
    claims: sorted.map((claim) => claim.row.id),
  };
}

function byDay(one: TimelineEntry, other: TimelineEntry): number {
  const key = ({ at, claims }: TimelineEntry) => `${at.end ?? ""} ${at.start ?? ""} ${claims[0]}`;
  return key(one) < key(other) ? -1 : 1;
}
