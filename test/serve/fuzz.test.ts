import fc from "fast-check";
import { expect, test } from "vitest";
import { createApp } from "../../src/serve/app.ts";
import { onePerson } from "../../src/serve/person.ts";
import { inventArchive } from "./invented-archive.ts";

interface Parameter {
  name: string;
  in: "path" | "query";
}
type Paths = Record<string, Record<string, { parameters?: Parameter[]; requestBody?: unknown }>>;

const app = createApp({
  archive: inventArchive({ actors: 10, ties: 20, reports: 5 }),
  now: () => new Date("2031-06-01T12:00:00Z"),
  log: () => {},
  people: onePerson("Ana"),
  web: null,
  hosts: null,
});

/** What strangers send: nonsense, nearly right values, and values that other layers have choked on. */
const value = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "2031-02-20",
    "2031-13-45",
    "-1",
    "1e9",
    "0",
    "a:",
    "c:",
    "%00",
    "../../etc",
    "{}",
    "null",
    "'; --",
    "\u202E",
    "Tartara Front",
  ),
);

test("nothing that a stranger sends makes the API fail", async () => {
  const { paths } = (await (await app.request("http://localhost/api/openapi.json")).json()) as { paths: Paths };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      path,
      method,
      parameters,
      requestBody,
    })),
  );
  expect(operations.length).toBeGreaterThan(10);
  const call = fc.tuple(
    fc.constantFrom(...operations),
    fc.array(value, { minLength: 8, maxLength: 8 }),
    fc.jsonValue(),
  );
  await fc.assert(
    fc.asyncProperty(call, async ([{ path, method, parameters, requestBody }, values, body]) => {
      const words = values.map(String);
      const filled = path.replace(/\{[^}]+\}/g, () => encodeURIComponent(words[0] || "x"));
      const query = parameters
        .filter((each) => each.in === "query")
        .map(({ name }, at): [string, string] => [name, words[(at + 1) % 8]!]);
      const answer = await app.request(`http://localhost/api${filled}?${new URLSearchParams(query)}`, {
        method: method.toUpperCase(),
        ...(requestBody === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
      });
      expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: 600 },
  );
});
