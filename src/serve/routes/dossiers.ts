import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Archive } from "../archive.ts";
import { actorDossier, tieDossier } from "../dossier.ts";
import { Clocks, Id, pictureQuery } from "../parameters.ts";
import { type AskedBy, needs } from "../person.ts";
import { notFound } from "../problem.ts";
import { refusals } from "./route.ts";

const answer = {
  middleware: needs("reader"),
  "x-role": "reader",
  responses: {
    ...refusals,
    200: { description: "A page that needs nothing else", content: { "text/html": { schema: z.string() } } },
  },
};

/** An actor, or two and what is between them, on one page to keep, send or print. */
export function dossierRoutes(api: OpenAPIHono<AskedBy>, archive: Archive, now: () => Date): void {
  const actor = createRoute({
    ...answer,
    method: "get",
    path: "/dossiers/actors/{id}",
    summary: "An actor on one page",
    request: { params: Id, query: Clocks },
  });
  api.openapi(actor, async (c) => {
    const { id } = c.req.valid("param");
    const query = pictureQuery(c.req.valid("query"), now());
    return file(c, await actorDossier(archive, id, query), `No actor is known as ${id}.`, query.asOf);
  });
  const Pair = Clocks.extend({ a: z.string().min(1).max(200), b: z.string().min(1).max(200) });
  const tie = createRoute({
    ...answer,
    method: "get",
    path: "/dossiers/ties",
    summary: "Two actors and what is between them, on one page",
    request: { query: Pair },
  });
  api.openapi(tie, async (c) => {
    const { a, b, ...clocks } = c.req.valid("query");
    const query = pictureQuery(clocks, now());
    return file(c, await tieDossier(archive, a, b, query), `One of "${a}" and "${b}" names no actor.`, query.asOf);
  });
}

/** To be kept: opened here, the server's policy would leave it without its style. */
function file(
  c: { body(text: string, status: 200, headers: Record<string, string>): Response },
  page: string | null,
  otherwise: string,
  asOf: string,
) {
  if (page === null) throw notFound(otherwise);
  const headers = { "content-type": "text/html; charset=utf-8" };
  return c.body(page, 200, {
    ...headers,
    "content-disposition": `attachment; filename="entente-${asOf}-dossier.html"`,
  });
}
