import type { Decision, Dispute, Interval, Picture } from "../../terms/index.ts";
import type { KeptClaim, MapPlace } from "../answers.ts";

/** What every export is made from: a picture with its ended ties, and the claims behind it. */
export interface Exportable {
  picture: Picture;
  claims: readonly KeptClaim[];
  disputes: readonly Dispute[];
  places: readonly MapPlace[];
  /** What people decided, as far as it counts. */
  decisions: readonly Decision[];
  /** Claims that people decided on, as they were read before that. */
  asRead: ReadonlyMap<string, KeptClaim>;
  /** By report, for exports that quote the words around an evidence. */
  texts: ReadonlyMap<string, string>;
}

/** One format: what it is called, and how it is written. */
export interface ExportFormat {
  mediaType: string;
  /** The file's name without the date. */
  file: string;
  describes: string;
  write(exportable: Exportable): string;
}

/** The first day that an interval allows, for formats that know days only; null when nothing bounds it. */
export function firstDay(interval: Interval | null): string | null {
  return interval === null ? null : (interval.start ?? interval.end);
}

export function lastDay(interval: Interval | null): string | null {
  return interval === null ? null : (interval.end ?? interval.start);
}
