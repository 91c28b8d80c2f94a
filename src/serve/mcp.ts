import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import type { Archive } from "./archive.ts";
import { pictureQuery } from "./parameters.ts";

const clocks = {
  asOf: z.iso.date().optional().describe("Who sides with whom on this day; today when left out."),
  publishedBy: z.iso.date().optional().describe("Counting only what had been published by this day."),
  knownAt: z.iso.date().optional().describe("Counting only what the ledger had recorded by this day."),
};
const readOnly = { readOnlyHint: true, openWorldHint: false };
/** As much as an assistant reads with care. */
const mostGiven = 40;

/**
 * The ledger as tools of the Model Context Protocol: the questions of the API, none that writes. Answers carry quotes,
 * voices and reports, so that an assistant can say who says so.
 */
export function createMcpServer(archive: Archive, now: () => Date, version: string): McpServer {
  const server = new McpServer(
    { name: "entente", version },
    {
      instructions:
        "Answer from claims and name, for each, its sentence, its report and who says so. Refused, denied and proposed claims are no ties.",
    },
  );
  registerPictures(server, archive, now);
  registerSources(server, archive);
  return server;
}

function registerPictures(server: McpServer, archive: Archive, now: () => Date): void {
  server.registerTool(
    "picture",
    {
      description:
        "Who sides with whom on a day: ties with their dates, testimonies and confidence; of one actor if named.",
      inputSchema: { ...clocks, actor: z.string().optional().describe("A name or id."), ended: z.boolean().optional() },
      annotations: readOnly,
    },
    async ({ actor, ended, ...dates }) =>
      answer(await archive.picture({ ...pictureQuery(dates, now()), actor: actor ?? null, ended: ended ?? false })),
  );
  server.registerTool(
    "why",
    {
      description: "Why the ledger says what it says of two actors: every step with its sentence, voices and report.",
      inputSchema: { ...clocks, a: z.string(), b: z.string() },
      annotations: readOnly,
    },
    async ({ a, b, ...dates }) =>
      answer(await archive.why(a, b, pictureQuery(dates, now())), `"${a}" or "${b}" names no single actor.`),
  );
  server.registerTool(
    "disputes",
    { description: "Where accounts differ, side by side.", inputSchema: clocks, annotations: readOnly },
    async (dates) => answer(await archive.disputes(pictureQuery(dates, now()))),
  );
  server.registerTool(
    "changes",
    {
      description: "Which ties began, ended or came into doubt between two days.",
      inputSchema: { from: z.iso.date(), to: z.iso.date() },
      annotations: readOnly,
    },
    async ({ from, to }) => answer(await archive.changes(from, to, pictureQuery({}, now()))),
  );
}

function registerSources(server: McpServer, archive: Archive): void {
  server.registerTool(
    "search",
    {
      description: "Actors, reports and claims by their words.",
      inputSchema: { words: z.string().min(1) },
      annotations: readOnly,
    },
    async ({ words }) => answer(await archive.search(words, mostGiven)),
  );
  server.registerTool(
    "claims",
    {
      description:
        "Claims, newest first, with sentence, voices and report; of one actor, or of two together, if given by id.",
      inputSchema: { actor: z.string().optional(), other: z.string().optional(), after: z.string().optional() },
      annotations: readOnly,
    },
    async ({ actor, other, after }) => {
      const all = { relation: null, report: null, modality: null, publishedBy: null, knownAt: null };
      const page = { after: after ?? null, limit: mostGiven };
      return answer(await archive.claims({ ...all, ...page, actor: actor ?? null, other: other ?? null }));
    },
  );
  server.registerTool(
    "report",
    { description: "A report as read: text, parts, claims.", inputSchema: { id: z.string() }, annotations: readOnly },
    async ({ id }) => answer(await archive.report(id), `No report ${id} is kept.`),
  );
}

function answer(value: unknown, otherwise = "Nothing found."): CallToolResult {
  if (value === null) return { content: [{ type: "text", text: otherwise }], isError: true };
  return { content: [{ type: "text", text: JSON.stringify(value) }] };
}
