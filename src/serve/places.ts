import { type PlaceCandidate, resolvePlace } from "../extract/places.ts";
import { tiesOf } from "../picture/derive-picture.ts";
import { type Actor, type Interval, isNameText, localKey, type PictureQuery } from "../terms/index.ts";
import type { MapPlace, PlacesOnDay } from "./answers.ts";
import { compare } from "./pages.ts";
import type { Snapshot } from "./snapshot.ts";

/** How long after it happened an event is still on the map: about as long as people speak of "the front". */
const eventDays = 90;

/** How many events of one place are listed, the latest first. */
const mostEvents = 20;

/**
 * Where things stand on a day: who holds which place, and what happened where in the last ninety days. Places that the
 * gazetteer does not know are given without coordinates; a name that may be several places says how many others.
 */
export function placesOn(snapshot: Snapshot, query: PictureQuery): PlacesOnDay {
  const scene = snapshot.scene(query.publishedBy);
  const since = dayBefore(query.asOf, eventDays);
  const places = new Map<string, MapPlace>();
  const reports = new Map<string, Set<string>>();
  const placeOf = (id: string): MapPlace => {
    const known = places.get(id) ?? { ...nowhere, id, name: snapshot.actors.get(id)!.name, holders: [], events: [] };
    places.set(id, known);
    return known;
  };
  for (const { id, relation, a, b, status, claims } of tiesOf(scene, query.asOf)) {
    if (relation !== "holds" || !snapshot.actors.has(b)) continue;
    const name = snapshot.actors.get(a)?.name ?? a;
    placeOf(b).holders.push({ actor: a, name, tie: id, status });
    noteReports(
      reports,
      b,
      claims.flatMap((claim) => snapshot.claims.get(claim)?.report ?? []),
    );
  }
  for (const { row, at } of scene.claims) {
    const id = row.place === null ? undefined : snapshot.holdings.idOf.get(localKey(row.report, row.place));
    if (id === undefined || !snapshot.actors.has(id) || row.modality !== "actual" || row.polarity !== "affirmed")
      continue;
    if (!isWithin(at, since, query.asOf)) continue;
    placeOf(id).events.push({ claim: row.id, relation: row.relation, at, quote: row.quote });
    noteReports(reports, id, [row.report]);
  }
  const found = [...places.values()].map((place) => located(place, statesIn(snapshot, reports.get(place.id)!)));
  return {
    ...{ asOf: query.asOf, publishedBy: query.publishedBy, knownAt: query.knownAt, eventsSince: since },
    places: found.map(latestFirst).sort((one, other) => compare(one.name, other.name) || compare(one.id, other.id)),
  };
}

const nowhere = { lat: null, lon: null, country: null, kind: null, others: 0 };

function noteReports(reports: Map<string, Set<string>>, place: string, more: readonly string[]): void {
  const known = reports.get(place) ?? new Set<string>();
  for (const report of more) known.add(report);
  reports.set(place, known);
}

/** The states that these reports speak of, the most spoken of first: "Tripoli" is another beside Lebanon than beside Libya. */
function statesIn({ claimsOfReport, holdings, actors }: Snapshot, reports: ReadonlySet<string>): string[] {
  const times = new Map<string, number>();
  for (const report of reports)
    for (const { agents, patients } of claimsOfReport.get(report) ?? [])
      for (const local of [...agents, ...patients]) {
        const actor: Actor | undefined = actors.get(holdings.idOf.get(localKey(report, local)) ?? "");
        if (actor?.kind === "state") times.set(actor.name, (times.get(actor.name) ?? 0) + 1);
      }
  return [...times].sort(([one, a], [other, b]) => b - a || compare(one, other)).map(([name]) => name);
}

function located(place: MapPlace, countries: readonly string[]): MapPlace {
  // "The market town" is some town's own business: only a name can be looked up.
  if (!isNameText(place.name)) return place;
  const candidates = resolvePlace(place.name, { countries }).filter(
    (each): each is PlaceCandidate & { lat: number; lon: number } => each.lat !== null && each.lon !== null,
  );
  const [best] = candidates;
  if (best === undefined) return place;
  const { lat, lon, country, kind } = best;
  return { ...place, lat, lon, country, kind, others: candidates.length - 1 };
}

function latestFirst(place: MapPlace): MapPlace {
  const day = ({ start, end }: Interval) => end ?? start ?? "";
  const events = place.events.toSorted(
    (one, other) => compare(day(other.at), day(one.at)) || compare(one.claim, other.claim),
  );
  return { ...place, events: events.slice(0, mostEvents) };
}

function isWithin({ start, end }: Interval, from: string, to: string): boolean {
  const [first, last] = [start ?? end, end ?? start];
  return first !== null && last !== null && first <= to && last >= from;
}

function dayBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}
