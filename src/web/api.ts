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
} from "../serve/answers.ts";
import type { Disputes, Picture, Reading, Why } from "../terms/index.ts";

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
  about: () => get<About>("about"),
  picture: (parameters: Parameters) => get<Picture>("picture", parameters),
  why: (parameters: Parameters) => get<Why>("why", parameters),
  disputes: (parameters: Parameters) => get<Disputes>("disputes", parameters),
  changes: (parameters: Parameters) => get<Changes>("changes", parameters),
  reports: (parameters: Parameters) => get<Page<ReportSummary>>("reports", parameters),
  report: (id: string) => get<KeptReading>(`reports/${encodeURIComponent(id)}`),
  actors: (parameters: Parameters) => get<Page<ActorSummary>>("actors", parameters),
  actor: (id: string, parameters: Parameters) => get<ActorPage>(`actors/${encodeURIComponent(id)}`, parameters),
  claims: (parameters: Parameters) => get<Page<KeptClaim>>("claims", parameters),
  claim: (id: string) => get<KeptClaim>(`claims/${encodeURIComponent(id)}`),
  search: (q: string) => get<Found[]>("search", { q }),
  read: (given: Given) => post<Reading>("readings", given),
  add: async (given: Given) => {
    const added = await post<KeptReading>("reports", given);
    kept.clear();
    return added;
  },
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

async function readAnswer<Answer>(response: Response): Promise<Answer> {
  if (response.ok) return response.json();
  const problem: Partial<Problem> = await response.json().catch(() => ({}));
  throw new ApiError(response.status, problem.detail ?? `The server answered ${response.status}.`);
}

export function queryOf(parameters: Parameters): string {
  const pairs = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`;
}
