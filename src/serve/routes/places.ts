import type { OpenAPIHono } from "@hono/zod-openapi";
import { PlacesOnDay } from "../answers.ts";
import type { Archive } from "../archive.ts";
import { Clocks, pictureQuery } from "../parameters.ts";
import type { AskedBy } from "../person.ts";
import { get } from "./route.ts";

/** Who holds what, and what happened where. */
export function placeRoutes(api: OpenAPIHono<AskedBy>, archive: Archive, now: () => Date): void {
  api.openapi(get("/places", "Who holds what, and what happened where", { query: Clocks }, PlacesOnDay), async (c) =>
    c.json(await archive.places(pictureQuery(c.req.valid("query"), now())), 200),
  );
}
