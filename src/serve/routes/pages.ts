import type { OpenAPIHono } from "@hono/zod-openapi";
import { KeptPage } from "../answers.ts";
import type { Archive } from "../archive.ts";
import type { KeptPages } from "../kept-pages.ts";
import { Id } from "../parameters.ts";
import type { AskedBy } from "../person.ts";
import { notFound } from "../problem.ts";
import { get } from "./route.ts";

/** A report's page as it came. It is given as text within JSON, never as a page: it is what the site sent. */
export function pageRoutes(
  api: OpenAPIHono<AskedBy>,
  archive: Archive,
  pages: Pick<KeptPages, "of"> | undefined,
): void {
  api.openapi(get("/reports/{id}/page", "The page of a report as it came", { params: Id }, KeptPage), async (c) => {
    const { id } = c.req.valid("param");
    const kept = await archive.report(id);
    if (kept === null) throw notFound(`No report ${id} is kept.`);
    const page = (await pages?.of(kept.summary.id)) ?? null;
    if (page === null)
      throw notFound(
        "Its page was not kept. entente add --keep and entente serve --keep keep the pages that they read.",
      );
    return c.json(page, 200);
  });
}
