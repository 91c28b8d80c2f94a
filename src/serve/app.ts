import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { csrf } from "hono/csrf";
import { etag } from "hono/etag";
import { secureHeaders } from "hono/secure-headers";
import { type ApiTools, createApi } from "./api.ts";
import { onlyHosts } from "./own-host.ts";
import { type Limit, limitRate } from "./rate-limit.ts";
import { onlySameOrigin } from "./same-origin.ts";
import { type WebFiles, webRoutes } from "./web-files.ts";

export interface AppTools extends ApiTools {
  /** The built web app; null serves the API alone. */
  web: WebFiles | null;
  /** Host names under which requests may come; null lets any in (behind a proxy that checks). */
  hosts: readonly string[] | null;
  /** How often one address may ask, and try to sign in; null on one's own machine. */
  limits?: { api: Limit; signIn: Limit } | null;
}

/** For a shared server: a person with a slider stays far below, a script is told to wait. */
export const sharedLimits = { api: { requests: 600, seconds: 60 }, signIn: { requests: 10, seconds: 900 } };

/** The whole of what `entente serve` answers: the API under /api, the web app everywhere else. */
export function createApp(tools: AppTools): Hono {
  const app = new Hono();
  if (tools.hosts !== null) app.use(onlyHosts(tools.hosts));
  app.use(secureHeaders(headers));
  app.use(csrf());
  app.use(onlySameOrigin());
  // Within one machine packing costs more than it saves.
  if (tools.hosts === null) app.use(async (context, next) => (isStream(context) ? next() : compress()(context, next)));
  app.use("/api/*", async (context, next) => (isStream(context) ? next() : sameAnswer(context, next)));
  if (tools.limits) {
    app.use("/api/auth/sign-in/*", limitRate(tools.limits.signIn));
    app.use("/api/*", limitRate(tools.limits.api));
  }
  app.route("/api", createApi(tools));
  if (tools.web !== null) app.route("/", webRoutes(tools.web));
  return app;
}

/**
 * An answer that is asked for without an instant tells the one that it was given at, and is the same answer a moment later as long as nothing
 * was recorded: the tag leaves that instant out. Inside a report's own text quotation marks are escaped, so that it can't be mistaken for one.
 */
const sameAnswer = etag({
  weak: true,
  generateDigest: (bytes) =>
    crypto.subtle.digest("SHA-1", Buffer.from(Buffer.from(bytes).toString("latin1").replace(instant, ""), "latin1")),
});
const instant = /"knownAt":"[^"]*"/;

const isStream = (context: Context): boolean => context.req.path === "/api/stream";

/**
 * Reports are hostile input: scripts, styles, images and requests come from this server alone, so even a text that got
 * past the escaping could neither run nor call out.
 */
const headers = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: "DENY",
  referrerPolicy: "no-referrer",
  crossOriginOpenerPolicy: "same-origin",
  crossOriginResourcePolicy: "same-origin",
  strictTransportSecurity: false,
};
