import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { isPublic, refuseUnlessReachable } from "../../collect/web/public-address.ts";
import { FeedAddress, FollowedFeed } from "../answers.ts";
import type { Following } from "../following.ts";
import type { AskedBy } from "../person.ts";
import { notFound, ProblemError } from "../problem.ts";
import { get, post } from "./route.ts";

/** Each is asked every few minutes, one after the other; with more a round would not end before the next is due. */
const mostFeeds = 200;

export type FollowedAtDesk = Pick<Following, "feeds" | "add" | "remove">;

/** The feeds that the server asks again and again: seen, added and taken away. */
export function feedRoutes(api: OpenAPIHono<AskedBy>, following: FollowedAtDesk | undefined): void {
  const Feeds = z.array(FollowedFeed);
  api.openapi(get("/feeds", "The feeds that are followed", {}, Feeds), async (c) =>
    c.json(following?.feeds() ?? [], 200),
  );
  api.openapi(post("/feeds", "Follow a feed or a page from now on", FeedAddress, Feeds, "editor"), async (c) => {
    const url = publicAddress(c.req.valid("json").url);
    const { add, feeds } = followed(following);
    if (feeds().length >= mostFeeds)
      throw new ProblemError(400, "Too many feeds", `${mostFeeds} feeds are followed; take one away first.`);
    if (!add(url, c.var.person!.name)) throw new ProblemError(400, "Followed already", `${url} is followed already.`);
    return c.json(feeds(), 200);
  });
  api.openapi(post("/feeds/end", "Follow a feed no longer", FeedAddress, Feeds, "editor"), async (c) => {
    const { url } = c.req.valid("json");
    const { remove, feeds } = followed(following);
    const feed = feeds().find((each) => each.url === url);
    if (feed === undefined) throw notFound(`${url} is not followed.`);
    if (!remove(url))
      throw new ProblemError(
        400,
        "Named at the start",
        `${url} was named with --follow; start the server without it to end that.`,
      );
    return c.json(feeds(), 200);
  });
}

function followed(following: FollowedAtDesk | undefined): FollowedAtDesk {
  if (following === undefined) throw new ProblemError(400, "No feeds here", "This server follows no feeds.");
  return following;
}

/** As it is asked, and refused where it is written as an address of a private network; names are looked at when they are asked. */
function publicAddress(text: string): string {
  const url = new URL(text);
  url.hash = "";
  try {
    refuseUnlessReachable(url.hostname, isPublic);
  } catch (cause) {
    throw new ProblemError(
      400,
      "A private address",
      `${(cause as Error).message}; a feed is followed on the public internet only.`,
    );
  }
  if (url.hostname === "localhost" || url.hostname.endsWith(".localhost"))
    throw new ProblemError(
      400,
      "A private address",
      `${url.hostname} is this machine; a feed is followed on the public internet only.`,
    );
  return url.href;
}
