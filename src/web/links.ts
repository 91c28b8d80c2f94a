import { queryOf } from "./api.ts";
import { clocks } from "./clocks.svelte.ts";

/** Addresses of the app's pages. They carry the clocks, so that a reader stays on the day they are looking at. */
export const links = {
  picture: (parameters: Record<string, string> = {}) => `/${queryOf({ ...clocks.given, ...parameters })}`,
  actor: (id: string) => `/actors/${encodeURIComponent(id)}${queryOf(clocks.given)}`,
  tie: (a: string, b: string) => `/ties${queryOf({ a, b, ...clocks.given })}`,
  /** The first twelve characters of the digest: short enough to read out, long enough to be one report's only. */
  report: (id: string, claim?: string) => `/r/${id.replace("sha256:", "").slice(0, 12)}${queryOf({ claim })}`,
  reports: () => "/reports",
  disputes: () => `/disputes${queryOf(clocks.given)}`,
  changes: () => `/changes${queryOf({ publishedBy: clocks.publishedBy, knownAt: clocks.knownAt })}`,
  map: () => `/map${queryOf(clocks.given)}`,
  timeline: (parameters: Record<string, string> = {}) =>
    `/timeline${queryOf({ publishedBy: clocks.publishedBy, knownAt: clocks.knownAt, ...parameters })}`,
  review: () => "/review",
  claim: (id: string) => `/c/${encodeURIComponent(id)}`,
  desk: () => "/desk",
};
