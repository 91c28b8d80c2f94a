import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Collected, type CollectOptions, collectCaptures } from "../../src/collect/collect-captures.ts";

/** A web server on this machine that answers as it is told, and remembers what it was asked. */
export interface LocalServer {
  origin: string;
  asked: { url: string; headers: IncomingMessage["headers"] }[];
  close(): Promise<void>;
}

/** Without a rule for it, robots.txt is not there. */
export async function serveLocally(rules: Record<string, RequestListener>): Promise<LocalServer> {
  const asked: LocalServer["asked"] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? "/";
    asked.push({ url, headers: request.headers });
    const rule = rules[url.split("?")[0]!];
    if (rule) rule(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** This machine may be reached under one address, and hosts need no pause. */
const testWeb: NonNullable<CollectOptions["web"]> = {
  mayReach: (address) => address === "127.0.0.1",
  pause: 0,
  userAgent: "Entente/test (reads news reports)",
};

export async function collectAll(inputs: string[], options: CollectOptions = {}): Promise<Collected[]> {
  const found: Collected[] = [];
  for await (const collected of collectCaptures(inputs, { ...options, web: { ...testWeb, ...options.web } }))
    found.push(collected);
  return found;
}

/** Names of what was captured, codes of what was noted, `unchanged` for what is as it was. */
export const gist = (found: readonly Collected[]): string[] =>
  found.map((each) => ("note" in each ? each.note.code : "capture" in each ? each.capture.name : "unchanged"));

export const page = (headline: string): string =>
  `<!doctype html><html><head><title>${headline}</title></head><body><article><h1>${headline}</h1>` +
  `<p>${"The delegations met on the river barge and signed what they had argued over for a week. ".repeat(4)}</p>` +
  "</article></body></html>";

export const sends =
  (
    body: string | Uint8Array,
    type = "text/html; charset=utf-8",
    headers: Record<string, string> = {},
  ): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { "content-type": type, ...headers }).end(body);
  };

export const redirects =
  (to: string): RequestListener =>
  (_request, response) => {
    response.writeHead(302, { location: to }).end();
  };
