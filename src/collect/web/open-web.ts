import { Agent, buildConnector, fetch, type Response } from "undici";
import { readLimited } from "../limited-bytes.ts";
import { createPace, type Pace } from "./pace.ts";
import { guardedLookup, isPublic, PrivateAddressError, refuseUnlessReachable } from "./public-address.ts";
import { openRobots, type Robots } from "./robots.ts";
import type { Visits } from "./visits.ts";

export interface WebOptions {
  /** Which IP addresses may be connected to; public ones only by default, since a page's links are not to be trusted. */
  mayReach?: (address: string) => boolean;
  /** Who asks, as sites see it. Robots rules are looked up under its first word. */
  userAgent?: string;
  /** Seconds between two requests to one host; a site's own crawl-delay, if longer, is kept. */
  pause?: number;
  /** Seconds after which a page that is still coming is given up. */
  seconds?: number;
  /** What earlier runs were told, so that a page that is still the same is not sent again. */
  visits?: Visits;
  clock?: () => string;
}

/** What one address gave. */
export type Answer =
  | {
      kind: "content";
      /** Where it was in the end, after redirects. */
      url: string;
      headers: [string, string][];
      bytes: Uint8Array<ArrayBuffer>;
      /** Why `bytes` are not all of it; null when they are. */
      cut: "too-large" | "too-slow" | "broken-off" | null;
      /** When it came. */
      captured: string;
    }
  | { kind: "unchanged" }
  | { kind: "failed"; code: string; text: string };

export interface Web {
  /** Gets what is at an address; `known` are the validators of an earlier answer. Never throws for what a server does. */
  get(url: string, limits: { largest: number; known?: Validators | undefined }): Promise<Answer>;
  close(): Promise<void>;
}

export interface Validators {
  etag?: string | undefined;
  modified?: string | undefined;
}

const mostRedirects = 5;
/** A server that asks for a longer wait is not waited for. */
const longestWait = 30;

/** Opens the web for reading: names the asker, keeps to robots.txt and to a pace, and stays off private addresses. */
export function openWeb(options: WebOptions = {}): Web {
  const agent = openAgent(options.mayReach ?? isPublic);
  const userAgent = options.userAgent ?? "Entente";
  const pace = createPace(options.pause ?? 1);
  const seconds = options.seconds ?? 60;
  const ask: Ask = (url, headers = {}) =>
    fetch(url, {
      dispatcher: agent,
      redirect: "manual",
      headers: { "user-agent": userAgent, accept: accepted, ...headers },
      signal: AbortSignal.timeout(seconds * 1000),
    });
  const robots = openRobots({ ask, userAgent, pace });
  const clock = options.clock ?? (() => new Date().toISOString());
  return {
    async get(url, { largest, known }) {
      try {
        return await follow(url, { ask, robots, pace, largest, known, clock });
      } catch (cause) {
        return explain(cause);
      }
    },
    close: () => agent.destroy(),
  };
}

/** One request, one answer, redirects not followed. */
export type Ask = (url: string, headers?: Record<string, string>) => Promise<Response>;

const accepted =
  "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,text/plain;q=0.8,*/*;q=0.5";

function openAgent(mayReach: (address: string) => boolean): Agent {
  const connect = buildConnector({ timeout: 10_000, lookup: guardedLookup(mayReach) });
  return new Agent({
    headersTimeout: 30_000,
    bodyTimeout: 30_000,
    connect(target, callback) {
      try {
        refuseUnlessReachable(target.hostname, mayReach);
      } catch (refusal) {
        return callback(refusal as Error, null);
      }
      connect(target, callback);
    },
  });
}

interface Errand {
  ask: Ask;
  robots: Robots;
  pace: Pace;
  largest: number;
  known?: Validators | undefined;
  clock: () => string;
}

async function follow(start: string, errand: Errand): Promise<Answer> {
  const seen = new Set<string>();
  for (let url = start; ; ) {
    if (!/^https?:\/\//i.test(url)) return failure("source.redirects", `it leads to ${url}, which is no web address.`);
    if (seen.has(url)) return failure("source.redirects", "its redirects go round in a circle.");
    if (seen.size > mostRedirects) return failure("source.redirects", `it redirects more than ${mostRedirects} times.`);
    seen.add(url);
    const rule = await errand.robots.allows(url);
    if (!rule.allowed) return failure("source.robots", rule.reason);
    const response = await askPolitely(url, errand);
    const next = response.headers.get("location");
    if (next === null || response.status < 300 || response.status > 399) return answerOf(url, response, errand);
    await response.body?.cancel();
    url = new URL(next, url).href;
  }
}

/** A server that is busy and says until when is asked once more. */
async function askPolitely(url: string, { ask, pace, known }: Errand): Promise<Response> {
  const { host } = new URL(url);
  await pace.wait(host);
  const headers = conditions(known);
  const response = await ask(url, headers);
  const wait = response.status === 429 || response.status === 503 ? waitAsked(response) : null;
  if (wait === null || wait > longestWait) return response;
  await response.body?.cancel();
  pace.delay(host, wait);
  await pace.wait(host);
  return ask(url, headers);
}

function conditions(known: Validators | undefined): Record<string, string> {
  return {
    ...(known?.etag ? { "if-none-match": known.etag } : {}),
    ...(known?.modified ? { "if-modified-since": known.modified } : {}),
  };
}

/** `Retry-After`, in seconds or as a date. */
function waitAsked(response: Response): number | null {
  const asked = response.headers.get("retry-after");
  if (asked === null) return null;
  const seconds = /^\d+$/.test(asked) ? Number(asked) : (Date.parse(asked) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? null : Math.max(0, seconds);
}

async function answerOf(url: string, response: Response, errand: Errand): Promise<Answer> {
  if (response.status === 304) {
    await response.body?.cancel();
    return { kind: "unchanged" };
  }
  if (response.status !== 200 || response.body === null) {
    await response.body?.cancel();
    return failure("source.status", `the server answers ${response.status} ${meaning(response)}.`);
  }
  const { bytes, cut } = await readLimited(response.body, errand.largest);
  return {
    kind: "content",
    url,
    headers: [...response.headers],
    bytes,
    cut: whyCut(cut),
    captured: errand.clock(),
  };
}

function whyCut(cut: "too large" | Error | null): "too-large" | "too-slow" | "broken-off" | null {
  if (cut === null) return null;
  if (cut === "too large") return "too-large";
  return isTimeout(cut) ? "too-slow" : "broken-off";
}

function meaning({ status, statusText, headers }: Response): string {
  if (status === 429) return `(too many requests${headers.has("retry-after") ? "; come back later" : ""})`;
  if (status === 404 || status === 410) return "(there is no such page)";
  if (status === 401 || status === 402 || status === 403) return "(it does not show this page to us)";
  return status >= 500 ? "(it has a fault of its own)" : `(${statusText})`;
}

const failure = (code: string, text: string): Answer => ({ kind: "failed", code, text });

const isTimeout = (cause: unknown): boolean =>
  chainOf(cause).some(
    ({ name, code }) => name === "TimeoutError" || (code !== undefined && /^UND_ERR_\w+_TIMEOUT$/.test(code)),
  );

/** What went wrong on the way, in words that tell what to do. */
function explain(cause: unknown): Answer {
  const chain = chainOf(cause);
  const refusal = chain.find((each) => each instanceof PrivateAddressError);
  if (refusal) return failure("source.private-address", `${refusal.message}; --allow-private reads it all the same.`);
  if (isTimeout(cause)) return failure("source.too-slow", "it did not answer in time.");
  const code = chain.map((each) => each.code).findLast((each) => each !== undefined);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return failure("source.unreachable", "there is no such host.");
  return failure("source.unreachable", `${chain.at(-1)?.message || code || "the connection failed"}.`);
}

function chainOf(cause: unknown): (Error & { code?: string })[] {
  const chain: Error[] = [];
  for (let each = cause; each instanceof Error && chain.length < 10; each = each.cause) chain.push(each);
  return chain;
}
