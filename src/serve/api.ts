import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import { Disputes, Picture, Reading, Why } from "../terms/index.ts";
import type { Accounts } from "./accounts.ts";
import {
  ActorPage,
  ActorSummary,
  Changes,
  Found,
  Given,
  KeptClaim,
  KeptReading,
  pageOf,
  ReportSummary,
  Welcome,
} from "./answers.ts";
import type { Archive } from "./archive.ts";
import { exportFormats, exportNames } from "./exports/formats.ts";
import type { KeptPages } from "./kept-pages.ts";
import { ClaimFilter, Clocks, Id, List, pictureQuery, Words } from "./parameters.ts";
import { type AskedBy, needs, type People } from "./person.ts";
import { answerError, notFound, problemResponse, validationProblem } from "./problem.ts";
import { accountRoutes } from "./routes/accounts.ts";
import { decisionRoutes } from "./routes/decisions.ts";
import { dossierRoutes } from "./routes/dossiers.ts";
import { type FollowedAtDesk, feedRoutes } from "./routes/feeds.ts";
import { noteRoutes } from "./routes/notes.ts";
import { pageRoutes } from "./routes/pages.ts";
import { placeRoutes } from "./routes/places.ts";
import { get, post, refusals } from "./routes/route.ts";
import { timelineRoutes } from "./routes/timeline.ts";

export interface ApiTools {
  archive: Archive;
  now: () => Date;
  log: (error: Error) => void;
  people: People;
  /** The people of a shared server; left out on one's own machine. */
  accounts?: Accounts;
  /** The feeds that the server follows. */
  following?: FollowedAtDesk;
  /** The pages behind the reports; left out where none are kept. */
  pages?: Pick<KeptPages, "of">;
}

/** The API, to be mounted under `/api`: a function from requests to answers, with no port of its own. */
export function createApi(tools: ApiTools) {
  const api = new OpenAPIHono<AskedBy>({ defaultHook: validationProblem });
  const { archive, now, people } = tools;
  api.use("*", async (context, next) => {
    const person = await people.whoAsks(context.req.raw);
    context.set("person", person);
    await next();
    const { method, path } = context.req;
    if (method !== "GET" && method !== "HEAD")
      tools.accounts?.noteDeed({ who: person?.name ?? null, method, path, status: context.res.status });
  });
  if (tools.accounts !== undefined) {
    signIn(api, tools.accounts);
    accountRoutes(api, tools.accounts);
  }
  welcome(api, archive);
  lists(api, archive, now);
  pageRoutes(api, archive, tools.pages);
  pictures(api, archive, now);
  timelineRoutes(api, archive, now);
  placeRoutes(api, archive, now);
  desk(api, tools);
  feedRoutes(api, tools.following);
  decisionRoutes(api, archive);
  dossierRoutes(api, archive, now);
  noteRoutes(api, archive);
  files(api, archive, now);
  stream(api, archive);
  api.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: { title: "Entente", version: "1", description: "Who sides with whom, since when, and who says so." },
    servers: [{ url: "/api" }],
  });
  api.onError((error, context) => answerError(error, context, tools.log));
  // A route of its own: mounted under /api, the app's other answers would stand in for "not found".
  api.all("*", (context) => problemResponse(context, 404, "Not found", `There is nothing at ${context.req.path}.`));
  return api;
}

/** Of all that better-auth could answer, what people need: nobody makes an account for themselves. */
const authPaths = ["/auth/sign-in/username", "/auth/sign-out", "/auth/change-password"] as const;

function signIn(api: OpenAPIHono<AskedBy>, accounts: Accounts): void {
  for (const path of authPaths) api.post(path, ({ req }) => accounts.answer(req.raw));
}

function welcome(api: OpenAPIHono<AskedBy>, archive: Archive): void {
  api.openapi(get("/about", "What the ledger holds, and who you are to it", {}, Welcome), async (c) => {
    const you = c.var.person!;
    return c.json({ ...(await archive.about()), you, accounts: you.proven }, 200);
  });
}

function lists(api: OpenAPIHono<AskedBy>, archive: Archive, now: () => Date): void {
  api.openapi(
    get("/reports", "Reports, newest first", { query: List.extend(Words.shape) }, pageOf(ReportSummary)),
    async (c) => {
      const { after, limit, q } = c.req.valid("query");
      return c.json(await archive.reports({ after: after ?? null, limit, words: q ?? null }), 200);
    },
  );
  api.openapi(get("/reports/{id}", "A report with its reading", { params: Id }, KeptReading), async (c) => {
    const { id } = c.req.valid("param");
    return c.json(found(await archive.report(id), `No report ${id} is kept.`), 200);
  });
  api.openapi(
    get("/actors", "Actors, most named first", { query: List.extend(Words.shape) }, pageOf(ActorSummary)),
    async (c) => {
      const { after, limit, q } = c.req.valid("query");
      return c.json(await archive.actors({ after: after ?? null, limit, words: q ?? null }), 200);
    },
  );
  api.openapi(
    get("/actors/{id}", "An actor: names, ties, claims", { params: Id, query: Clocks }, ActorPage),
    async (c) => {
      const { id } = c.req.valid("param");
      const query = pictureQuery(c.req.valid("query"), now());
      return c.json(found(await archive.actor(id, query), `No actor is known as ${id}.`), 200);
    },
  );
  api.openapi(
    get(
      "/claims",
      "Claims, newest first",
      { query: List.extend(ClaimFilter.shape).extend(Clocks.shape) },
      pageOf(KeptClaim),
    ),
    async (c) => {
      const { after, limit, actor, other, relation, modality, report, publishedBy, knownAt } = c.req.valid("query");
      const filter = { actor: actor ?? null, other: other ?? null, relation: relation ?? null, report: report ?? null };
      const clocks = { publishedBy: publishedBy ?? null, knownAt: knownAt ?? null };
      const list = { after: after ?? null, limit, modality: modality ?? null };
      return c.json(await archive.claims({ ...filter, ...clocks, ...list }), 200);
    },
  );
  api.openapi(get("/claims/{id}", "A claim with its sentence and report", { params: Id }, KeptClaim), async (c) => {
    const { id } = c.req.valid("param");
    return c.json(found(await archive.claim(id), `No claim ${id} is kept.`), 200);
  });
  api.openapi(
    get(
      "/search",
      "Actors, reports and claims by their words",
      { query: z.object({ q: z.string().min(1).max(200) }) },
      z.array(Found),
    ),
    async (c) => c.json(await archive.search(c.req.valid("query").q, 20), 200),
  );
}

function pictures(api: OpenAPIHono<AskedBy>, archive: Archive, now: () => Date): void {
  const PictureQuery = Clocks.extend({
    actor: z.string().max(200).optional(),
    ended: z.stringbool().optional(),
  });
  api.openapi(get("/picture", "Who sides with whom", { query: PictureQuery }, Picture), async (c) => {
    const { actor, ended, ...clocks } = c.req.valid("query");
    const query = { ...pictureQuery(clocks, now()), actor: actor ?? null, ended: ended ?? false };
    return c.json(await archive.picture(query), 200);
  });
  const Pair = Clocks.extend({ a: z.string().min(1).max(200), b: z.string().min(1).max(200) });
  api.openapi(get("/why", "Why the ledger says so of two actors", { query: Pair }, Why), async (c) => {
    const { a, b, ...clocks } = c.req.valid("query");
    const why = await archive.why(a, b, pictureQuery(clocks, now()));
    return c.json(found(why, `One of "${a}" and "${b}" names no actor.`), 200);
  });
  api.openapi(get("/disputes", "Where accounts differ", { query: Clocks }, Disputes), async (c) =>
    c.json(await archive.disputes(pictureQuery(c.req.valid("query"), now())), 200),
  );
  const Days = Clocks.omit({ asOf: true }).extend({ from: z.iso.date(), to: z.iso.date() });
  api.openapi(get("/changes", "What changed between two days", { query: Days }, Changes), async (c) => {
    const { from, to, ...clocks } = c.req.valid("query");
    return c.json(await archive.changes(from, to, pictureQuery(clocks, now())), 200);
  });
}

function desk(api: OpenAPIHono<AskedBy>, { archive }: ApiTools): void {
  api.openapi(post("/readings", "Read a text and keep nothing", Given, Reading), async (c) =>
    c.json(await archive.read(c.req.valid("json")), 200),
  );
  api.openapi(post("/reports", "Read a text and keep it", Given, KeptReading), async (c) =>
    c.json(await archive.add(c.req.valid("json")), 200),
  );
}

/** Files for other programs. Each says its media type and its name. */
function files(api: OpenAPIHono<AskedBy>, archive: Archive, now: () => Date): void {
  const Name = z.object({ name: z.enum(exportNames) });
  const route = createRoute({
    method: "get",
    path: "/exports/{name}",
    summary: "The picture, or its claims, in another format",
    request: { params: Name, query: Clocks },
    middleware: needs("reader"),
    "x-role": "reader",
    responses: {
      ...refusals,
      200: { description: "The file", content: { "application/octet-stream": { schema: z.string() } } },
    },
  });
  api.openapi(route, async (c) => {
    const { mediaType, file, write } = exportFormats[c.req.valid("param").name];
    const query = pictureQuery(c.req.valid("query"), now());
    const name = `entente-${query.asOf}-${file}`;
    const headers = { "content-type": mediaType, "content-disposition": `attachment; filename="${name}"` };
    return c.body(write(await archive.exportable(query)), 200, headers);
  });
}

/** New claims as server-sent events, with a comment now and then that keeps proxies from closing the line. */
function stream(api: OpenAPIHono<AskedBy>, archive: Archive): void {
  const keepAliveMs = 15_000;
  api.get("/stream", needs("reader"), (context) =>
    streamSSE(context, async (events) => {
      const stop = archive.onClaim((claim) => {
        void events.writeSSE({ event: "claim", id: claim.id, data: JSON.stringify(claim) });
      });
      events.onAbort(stop);
      while (!events.aborted) {
        await events.write(": still here\n\n");
        await events.sleep(keepAliveMs);
      }
    }),
  );
}

function found<Thing>(thing: Thing | null, otherwise: string): Thing {
  if (thing === null) throw notFound(otherwise);
  return thing;
}
