import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { expect, test } from "vitest";
import { createMcpServer } from "../../src/serve/mcp.ts";
import { inventArchive } from "./invented-archive.ts";

async function connected(): Promise<Client> {
  const server = createMcpServer(
    inventArchive({ actors: 12, ties: 20, reports: 4 }),
    () => new Date("2031-06-01"),
    "0",
  );
  const client = new Client({ name: "test", version: "0" });
  const [one, other] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(one), client.connect(other)]);
  return client;
}

const textOf = (answer: unknown) => (answer as { content: { text: string }[] }).content[0]!.text;

test("an assistant can only ask", async () => {
  const { tools } = await (await connected()).listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual([
    "changes",
    "claims",
    "disputes",
    "picture",
    "report",
    "search",
    "why",
  ]);
  for (const { annotations } of tools) expect(annotations?.readOnlyHint).toBe(true);
});

test("an assistant's answer has the sentence and who says so", async () => {
  const client = await connected();
  const { items } = JSON.parse(textOf(await client.callTool({ name: "claims", arguments: {} })));
  expect(items[0].quote).toContain("clashed");
  expect(items[0].voices[0].name).toBe("the wire");
  expect(items[0].report.publisher).toBe("The Invented Post");
});

test("an assistant that asks about nobody is told so", async () => {
  const answer = await (await connected()).callTool({ name: "why", arguments: { a: "Nobody", b: "No one" } });
  expect(answer.isError).toBe(true);
  expect(textOf(answer)).toContain("Nobody");
});
