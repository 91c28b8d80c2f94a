import type { Decision, Disputes, Picture, Reading, Why } from "../terms/index.ts";
import type {
  ActorPage,
  ActorSummary,
  Changes,
  Decide,
  FollowedFeed,
  Found,
  Given,
  KeptClaim,
  KeptNote,
  KeptPage,
  KeptReading,
  Page,
  PlacesOnDay,
  Problem,
  ReportSummary,
  ReviewPage,
  TimelinePage,
  Welcome,
  WriteNote,
} from "./answers.ts";

export type Query = Record<string, string | number | boolean | undefined>;
type Fetch = (address: string, init?: RequestInit) => Response | Promise<Response>;

/**
 * A typed client of the API that `entente serve` answers.
 *
 * ```ts
 * const entente = createClient("http://localhost:4711");
 * const { ties } = await entente.picture({ asOf: "2031-02-20" });
 * ```
 *
 * A shared server wants a token: `createClient(server, fetch, "entente_…")`. Throws an `Error` whose message is the problem's detail; its `cause` is the whole problem (RFC 9457).
 */
export function createClient(server: string, fetcher: Fetch = fetch, token?: string) {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const ask = async <Answer>(path: string, query: Query = {}, init?: RequestInit): Promise<Answer> => {
    const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
    const words = new URLSearchParams(pairs.map(([key, value]): [string, string] => [key, String(value)]));
    const response = await fetcher(`${server.replace(/\/$/, "")}/api/${path}?${words}`, {
      ...init,
      headers: { ...headers, ...init?.headers },
    });
    if (response.ok) return (await response.json()) as Answer;
    const problem = (await response.json().catch(() => null)) as Problem | null;
    throw new Error(problem?.detail ?? `The server answered ${response.status}.`, { cause: problem });
  };
  const give = <Answer>(path: string, given: unknown) =>
    ask<Answer>(
      path,
      {},
      { method: "POST", body: JSON.stringify(given), headers: { "content-type": "application/json" } },
    );
  const one = (kind: string, id: string) => `${kind}/${encodeURIComponent(id)}`;
  return {
    about: () => ask<Welcome>("about"),
    picture: (query?: Query) => ask<Picture>("picture", query),
    why: (a: string, b: string, query?: Query) => ask<Why>("why", { a, b, ...query }),
    disputes: (query?: Query) => ask<Disputes>("disputes", query),
    changes: (from: string, to: string, query?: Query) => ask<Changes>("changes", { from, to, ...query }),
    reports: (query?: Query) => ask<Page<ReportSummary>>("reports", query),
    report: (id: string) => ask<KeptReading>(one("reports", id)),
    page: (report: string) => ask<KeptPage>(`${one("reports", report)}/page`),
    actors: (query?: Query) => ask<Page<ActorSummary>>("actors", query),
    actor: (id: string, query?: Query) => ask<ActorPage>(one("actors", id), query),
    claims: (query?: Query) => ask<Page<KeptClaim>>("claims", query),
    claim: (id: string) => ask<KeptClaim>(one("claims", id)),
    timeline: (query?: Query) => ask<TimelinePage>("timeline", query),
    places: (query?: Query) => ask<PlacesOnDay>("places", query),
    review: (query?: Query) => ask<ReviewPage>("review", query),
    decisions: (query?: Query) => ask<Page<Decision>>("decisions", query),
    decide: (decision: Decide) => give<Decision>("decisions", decision),
    notes: (about: string) => ask<Page<KeptNote>>("notes", { about }),
    writeNote: (note: WriteNote) => give<KeptNote>("notes", note),
    search: (q: string) => ask<Found[]>("search", { q }),
    read: (given: Given) => give<Reading>("readings", given),
    add: (given: Given) => give<KeptReading>("reports", given),
    feeds: () => ask<FollowedFeed[]>("feeds"),
    follow: (url: string) => give<FollowedFeed[]>("feeds", { url }),
    followNoLonger: (url: string) => give<FollowedFeed[]>("feeds/end", { url }),
  };
}
