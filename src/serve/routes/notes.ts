import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { KeptNote, pageOf, WriteNote } from "../answers.ts";
import type { Archive } from "../archive.ts";
import { List } from "../parameters.ts";
import type { AskedBy } from "../person.ts";
import { notFound, ProblemError } from "../problem.ts";
import { get, post } from "./route.ts";
import { signatureOf } from "./signature.ts";

/** What readers write about claims, ties, actors and reports. */
export function noteRoutes(api: OpenAPIHono<AskedBy>, archive: Archive): void {
  const About = z.object({
    about: z.string().max(100).optional().openapi({ description: "The id of what they are about." }),
  });
  api.openapi(
    get("/notes", "Notes, oldest first", { query: List.extend(About.shape) }, pageOf(KeptNote)),
    async (c) => {
      const { after, limit, about } = c.req.valid("query");
      return c.json(await archive.notes({ after: after ?? null, limit, about: about ?? null }), 200);
    },
  );
  api.openapi(post("/notes", "Write a note, signed; kept as a row", WriteNote, KeptNote), async (c) => {
    const { by, ...note } = c.req.valid("json");
    if (note.answers !== null) {
      const answered = await archive.note(note.answers);
      if (answered === null) throw notFound(`No note ${note.answers} is kept.`);
      if (answered.about !== note.about)
        throw new ProblemError(
          400,
          "Wrong thread",
          `${note.answers} is about ${answered.about}, not about ${note.about}.`,
        );
    }
    return c.json(await archive.writeNote(note, signatureOf(c.var.person!, by)), 200);
  });
}
