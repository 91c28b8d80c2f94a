import { Hono } from "hono";
import { compress } from "hono/compress";
import { csrf } from "hono/csrf";
import { etag } from "hono/etag";
import { secureHeaders } from "hono/secure-headers";
import { type ApiTools, createApi } from "./api.ts";
import { onlyHosts } from "./own-host.ts";
import { type WebFiles, webRoutes } from "./web-files.ts";

export interface AppTools extends ApiTools {
  /** The built web app; null serves the API alone. */
  web: WebFiles | null;
  /** Host names under which requests may come; null lets any in (behind a proxy that checks). */
  hosts: readonly string[] | null;
}

/** The whole of what `entente serve` answers: the API under /api, the web app everywhere else. */
export function createApp(tools: AppTools): Hono {
  const app = new Hono();
  if (tools.hosts !== null) app.use(onlyHosts(tools.hosts));
  app.use(secureHeaders(headers));
  app.use(csrf());
  app.use("/api/*", async (context, next) => (context.req.path === "/api/stream" ? next() : compress()(context, next)));
  app.use("/api/*", async (context, next) => (context.req.path === "/api/stream" ? next() : etag()(context, next)));
  app.route("/api", createApi(tools));
  if (tools.web !== null) app.route("/", webRoutes(tools.web));
  return app;
}

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
