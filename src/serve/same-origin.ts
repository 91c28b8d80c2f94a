import type { MiddlewareHandler } from "hono";
import { problemResponse } from "./problem.ts";

/**
 * Refuses what pages of other origins would have a browser write here, whatever its media type: Hono's own check looks
 * at forms only. Scripts and tools send no origin and pass.
 */
export function onlySameOrigin(): MiddlewareHandler {
  return async (context, next) => {
    const { method, url } = context.req;
    if (method === "GET" || method === "HEAD") return next();
    const origin = context.req.header("origin");
    const site = context.req.header("sec-fetch-site");
    const host = context.req.header("host") ?? new URL(url).host;
    const foreign =
      (origin !== undefined && hostOf(origin) !== host) ||
      (site !== undefined && site !== "same-origin" && site !== "none");
    if (!foreign) return next();
    return problemResponse(context, 403, "Another origin", `A page of ${origin ?? "another site"} may not write here.`);
  };
}

/** Null for "null", which sandboxed pages send. */
function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
