import { expect, test } from "vitest";
import { createApp } from "../../src/serve/app.ts";
import { createClient } from "../../src/serve/client.ts";
import { onePerson } from "../../src/serve/person.ts";
import { inventArchive } from "./invented-archive.ts";

const archive = inventArchive({ actors: 10, ties: 20, reports: 4 });
const app = createApp({
  archive,
  now: () => new Date("2031-06-01"),
  log: () => {},
  people: onePerson("Ana"),
  web: null,
  hosts: null,
});
const entente = createClient("http://localhost", (address, init) => app.request(address, init));

test("the client asks the API's questions", async () => {
  expect((await entente.picture({ asOf: "2031-06-01" })).format).toBe("entente-picture/1");
  const { items } = await entente.reports({ limit: 1 });
  expect((await entente.report(items[0]!.id)).summary).toEqual(items[0]);
  expect((await entente.read({ text: "A met B." })).format).toBe("entente-reading/1");
});

test("the client throws what the server says is wrong", async () => {
  await expect(entente.claim("c:nothing")).rejects.toThrow("No claim c:nothing is kept.");
  await expect(entente.picture({ asOf: "yesterday" })).rejects.toThrow(/asOf/);
});

test("the client decides, and writes and reads notes", async () => {
  const { items } = await entente.review({ limit: 1 });
  const claim = items[0]!.id;
  const { id } = await entente.decide({ ruling: { kind: "accept", claim } });
  expect((await entente.claim(claim)).decided?.decision).toBe(id);
  await entente.writeNote({ about: claim, says: "confirm", text: "Seen." });
  expect((await entente.notes(claim)).items.map(({ text }) => text)).toEqual(["Seen."]);
});

test("the client sends its token", async () => {
  const sent: (string | null)[] = [];
  const client = createClient(
    "http://localhost",
    (address, init) => {
      sent.push(new Headers(init?.headers).get("authorization"));
      return app.request(address, init);
    },
    "entente_x",
  );
  await client.about();
  await client.read({ text: "A met B." });
  expect(sent).toEqual(["Bearer entente_x", "Bearer entente_x"]);
});
