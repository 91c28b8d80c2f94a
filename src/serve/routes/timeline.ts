import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { TimelinePage } from "../answers.ts";
import type { Archive } from "../archive.ts";
import { Clocks, List, pictureQuery } from "../parameters.ts";
import type { AskedBy } from "../person.ts";
import { get } from "./route.ts";

/** What happened, and what was only said, in the order of its days. */
export function timelineRoutes(api: OpenAPIHono<AskedBy>, archive: Archive, now: () => Date): void {
  const Asked = List.extend(Clocks.omit({ asOf: true }).shape).extend({
    actor: z
      .string()
      .max(200)
      .optional()
      .openapi({ description: "Only what this actor (id or name) did or underwent." }),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    unrealised: z
      .stringbool()
      .optional()
      .openapi({ description: "Only what was proposed, planned, demanded, attempted, refused, denied or feared." }),
  });
  api.openapi(
    get("/timeline", "What happened, in the order of its days", { query: Asked }, TimelinePage),
    async (c) => {
      const { after, limit, actor, from, to, unrealised, publishedBy, knownAt } = c.req.valid("query");
      const clocks = pictureQuery({ publishedBy, knownAt }, now());
      const options = { actor: actor ?? null, from: from ?? null, to: to ?? null, unrealised: unrealised ?? false };
      return c.json(await archive.timeline({ ...clocks, ...options, after: after ?? null, limit }), 200);
    },
  );
}
