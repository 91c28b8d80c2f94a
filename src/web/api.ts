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
} from "../serve/answers.ts";
import type { Decision, Disputes, Picture, Reading, Why } from "../terms/index.ts";
import { revision } from "./revision.svelte.ts";

/** Parameters of a query; empty ones are left out. */
export type Parameters = Record<string, string | number | boolean | null | undefined>;

/** An answer that says what went wrong, in words for the reader. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Answers by address. A slider asks for the same days again and again; the ledger's answers for them do not change. */
const kept = new Map<string, Promise<unknown>>();
const mostKept = 200;

export const api = {
  about: () => get<Welcome>("about"),
  picture: (parameters: Parameters) => get<Picture>("picture", parameters),
  why: (parameters: Parameters) => get<Why>("why", parameters),
  disputes: (parameters: Parameters) => get<Disputes>("disputes", parameters),
  changes: (parameters: Parameters) => get<Changes>("changes", parameters),
  reports: (parameters: Parameters) => get<Page<ReportSummary>>("reports", parameters),
  report: (id: string) => get<KeptReading>(`reports/${encodeURIComponent(id)}`),
  page: (report: string) => get<KeptPage>(`reports/${encodeURIComponent(report)}/page`),
  actors: (parameters: Parameters) => get<Page<ActorSummary>>("actors", parameters),
  actor: (id: string, parameters: Parameters) => get<ActorPage>(`actors/${encodeURIComponent(id)}`, parameters),
  claims: (parameters: Parameters) => get<Page<KeptClaim>>("claims", parameters),
  claim: (id: string) => get<KeptClaim>(`claims/${encodeURIComponent(id)}`),
  search: (q: string) => get<Found[]>("search", { q }),
  places: (parameters: Parameters) => get<PlacesOnDay>("places", parameters),
  timeline: (parameters: Parameters) => get<TimelinePage>("timeline", parameters),
  review: (parameters: Parameters) => get<ReviewPage>("review", parameters),
  decisions: (parameters: Parameters) => get<Page<Decision>>("decisions", parameters),
  decide: (decision: Decide) => record<Decision>("decisions", decision),
  notes: (about: string) => get<Page<KeptNote>>("notes", { about, limit: 200 }),
  writeNote: (note: WriteNote) => record<KeptNote>("notes", note),
  /** Of the people of a shared server: asked and told by their address. */
  ask: <Answer>(path: string, parameters: Parameters = {}) => get<Answer>(path, parameters),
  tell: <Answer = unknown>(path: string, body: unknown) => record<Answer>(path, body),
  /** Asked anew each time: what a feed has given changes by itself. */
  feeds: () => fetch("/api/feeds").then(readAnswer<FollowedFeed[]>),
  follow: (url: string) => post<FollowedFeed[]>("feeds", { url }),
  followNoLonger: (url: string) => post<FollowedFeed[]>("feeds/end", { url }),
  read: (given: Given) => post<Reading>("readings", given),
  add: (given: Given) => record<KeptReading>("reports", given),
  /** Calls back with every claim recorded from now on. */
  onClaim: (listener: (claim: KeptClaim) => void): (() => void) => {
    const events = new EventSource("/api/stream");
    events.addEventListener("claim", (event) => {
      kept.clear();
      listener(JSON.parse(event.data));
    });
    return () => events.close();
  },
};

function get<Answer>(path: string, parameters: Parameters = {}): Promise<Answer> {
  // Read here so that everything derived from an answer is asked again when something was recorded.
  revision.number;
  const address = `/api/${path}${queryOf(parameters)}`;
  const known = kept.get(address);
  if (known !== undefined) return known as Promise<Answer>;
  const answer = fetch(address).then(readAnswer<Answer>);
  kept.set(address, answer);
  answer.catch(() => kept.delete(address));
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  return answer;
}

async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  return readAnswer(await fetch(`/api/${path}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

/** What is recorded may change every answer: all are forgotten. */
async function record<Answer>(path: string, body: unknown): Promise<Answer> {
  const recorded = await post<Answer>(path, body);
  kept.clear();
  revision.number += 1;
  return recorded;
}

async function readAnswer<Answer>(response: Response): Promise<Answer> {
  if (response.ok) return response.json();
  const problem: Partial<Problem> = await response.json().catch(() => ({}));
  throw new ApiError(response.status, problem.detail ?? `The server answered ${response.status}.`);
}

export function queryOf(parameters: Parameters): string {
  const pairs = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`;
}
