import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { Decision, type Ruling } from "../../terms/index.ts";
import { Decide, pageOf, ReviewPage } from "../answers.ts";
import type { Archive } from "../archive.ts";
import { List } from "../parameters.ts";
import { type AskedBy, type Person, type Role, requireRole } from "../person.ts";
import { notFound } from "../problem.ts";
import { get, post } from "./route.ts";
import { signatureOf } from "./signature.ts";

/** What people decide: of claims, of names, of sources, and of each other's decisions. */
export function decisionRoutes(api: OpenAPIHono<AskedBy>, archive: Archive): void {
  api.openapi(post("/decisions", "Decide, signed; kept as a row", Decide, Decision), async (c) => {
    const { ruling, because, by } = c.req.valid("json");
    const person = c.var.person!;
    requireRole(person, await roleFor(ruling, archive, person));
    return c.json(await archive.decide(await known(ruling, archive), { by: signatureOf(person, by), because }), 200);
  });
  const About = z.object({
    about: z.string().max(200).optional().openapi({ description: "The id of a claim or note." }),
  });
  api.openapi(
    get("/decisions", "Decisions, newest first", { query: List.extend(About.shape) }, pageOf(Decision)),
    async (c) => {
      const { after, limit, about } = c.req.valid("query");
      return c.json(await archive.decisions({ after: after ?? null, limit, about: about ?? null }), 200);
    },
  );
  api.openapi(
    get("/review", "Claims that nobody has decided on, least certain first", { query: List }, ReviewPage),
    async (c) => {
      const { after, limit } = c.req.valid("query");
      return c.json(await archive.review({ after: after ?? null, limit }), 200);
    },
  );
}

/** Claims are an analyst's business; names, sources, notes and what others decided are an editor's. */
async function roleFor(ruling: Ruling, archive: Archive, { name }: Person): Promise<Role> {
  switch (ruling.kind) {
    case "accept":
    case "correct":
    case "reject":
    case "credibility":
      return "analyst";
    case "undo":
      return (await archive.decision(ruling.decision))?.by === name ? "analyst" : "editor";
    default:
      return "editor";
  }
}

/** The ruling with actors by names that reports write; throws when it speaks of something that is not kept. */
async function known(ruling: Ruling, archive: Archive): Promise<Ruling> {
  const nameOf = async (idOrName: string) =>
    found(await archive.writtenName(idOrName), `No actor is known as ${idOrName}.`);
  switch (ruling.kind) {
    case "same":
    case "different":
      return { ...ruling, a: await nameOf(ruling.a), b: await nameOf(ruling.b) };
    case "apart":
      found(await archive.report(ruling.report), `No report ${ruling.report} is kept.`);
      return { ...ruling, name: await nameOf(ruling.name) };
    case "rename":
    case "retype":
    case "countries":
      return { ...ruling, actor: await nameOf(ruling.actor) };
    case "accept":
    case "correct":
    case "reject":
    case "credibility":
      found(await archive.claim(ruling.claim), `No claim ${ruling.claim} is kept.`);
      return ruling;
    case "undo":
      found(await archive.decision(ruling.decision), `No decision ${ruling.decision} is kept.`);
      return ruling;
    case "hide":
      found(await archive.note(ruling.note), `No note ${ruling.note} is kept.`);
      return ruling;
    default:
      return ruling;
  }
}

function found<Thing>(thing: Thing | null, otherwise: string): Thing {
  if (thing === null) throw notFound(otherwise);
  return thing;
}
