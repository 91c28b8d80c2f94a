import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { problemResponse } from "./problem.ts";

/** How many requests one address may make in how many seconds. */
export interface Limit {
  requests: number;
  seconds: number;
}

/** Tells those who ask too often when they may again. Counts by the address behind the socket, which nobody can choose. */
export function limitRate({ requests, seconds }: Limit): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds });
  return async (context, next) => {
    try {
      await limiter.consume(addressOf(context));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const wait = Math.ceil(refusal.msBeforeNext / 1000);
      context.header("retry-after", String(wait));
      return problemResponse(
        context,
        429,
        "Too many requests",
        `Ask again in ${wait} ${wait === 1 ? "second" : "seconds"}.`,
      );
    }
    return next();
  };
}

/** In tests there is no socket. */
function addressOf(context: Context): string {
  return context.env?.incoming === undefined ? "nowhere" : (getConnInfo(context).remote.address ?? "nowhere");
}
