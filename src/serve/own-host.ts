import type { MiddlewareHandler } from "hono";
import { problemResponse } from "./problem.ts";

/** The names under which a server bound to loopback is reached. */
export const loopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Refuses requests that name another host: without it any web page could have its own name point at 127.0.0.1 and read
 * the ledger through its visitor's browser (DNS rebinding).
 */
export function onlyHosts(hosts: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const host = (context.req.header("host") ?? new URL(context.req.url).host).replace(/:\d+$/, "");
    if (hosts.includes(host)) return next();
    return problemResponse(context, 403, "Wrong host", `This server answers to ${hosts.join(", ")}, not to ${host}.`);
  };
}
