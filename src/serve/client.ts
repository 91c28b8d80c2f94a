import type { Disputes, Picture, Reading, Why } from "../terms/index.ts";
import type {
  About,
  ActorPage,
  ActorSummary,
  Changes,
  Found,
  Given,
  KeptClaim,
  KeptReading,
  Page,
  Problem,
  ReportSummary,
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
 * Throws an `Error` whose message is the problem's detail; its `cause` is the whole problem (RFC 9457).
 */
export function createClient(server: string, fetcher: Fetch = fetch) {
  const ask = async <Answer>(path: string, query: Query = {}, init?: RequestInit): Promise<Answer> => {
    const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
    const words = new URLSearchParams(pairs.map(([key, value]): [string, string] => [key, String(value)]));
    const response = await fetcher(`${server.replace(/\/$/, "")}/api/${path}?${words}`, init);
    if (response.ok) return (await response.json()) as Answer;
    const problem = (await response.json().catch(() => null)) as Problem | null;
    throw new Error(problem?.detail ?? `The server answered ${response.status}.`, { cause: problem });
  };
  const give = <Answer>(path: string, given: Given) =>
    ask<Answer>(
      path,
      {},
      { method: "POST", body: JSON.stringify(given), headers: { "content-type": "application/json" } },
    );
  const one = (kind: string, id: string) => `${kind}/${encodeURIComponent(id)}`;
  return {
    about: () => ask<About>("about"),
    picture: (query?: Query) => ask<Picture>("picture", query),
    why: (a: string, b: string, query?: Query) => ask<Why>("why", { a, b, ...query }),
    disputes: (query?: Query) => ask<Disputes>("disputes", query),
    changes: (from: string, to: string, query?: Query) => ask<Changes>("changes", { from, to, ...query }),
    reports: (query?: Query) => ask<Page<ReportSummary>>("reports", query),
    report: (id: string) => ask<KeptReading>(one("reports", id)),
    actors: (query?: Query) => ask<Page<ActorSummary>>("actors", query),
    actor: (id: string, query?: Query) => ask<ActorPage>(one("actors", id), query),
    claims: (query?: Query) => ask<Page<KeptClaim>>("claims", query),
    claim: (id: string) => ask<KeptClaim>(one("claims", id)),
    search: (q: string) => ask<Found[]>("search", { q }),
    read: (given: Given) => give<Reading>("readings", given),
    add: (given: Given) => give<KeptReading>("reports", given),
  };
}
