import { describe, expect, test } from "vitest";
import type { Page, ReportSummary } from "../../src/serve/answers.ts";
import { createApp } from "../../src/serve/app.ts";
import type { Archive } from "../../src/serve/archive.ts";
import { loopbackHosts } from "../../src/serve/own-host.ts";
import { onePerson, type Role } from "../../src/serve/person.ts";
import { Picture, type Reading } from "../../src/terms/index.ts";
import { inventArchive } from "./invented-archive.ts";

const invented = inventArchive({ actors: 30, ties: 60, reports: 12 });
const now = new Date("2031-06-01T12:00:00Z");

function appOf(archive: Archive = invented, role: Role = "admin") {
  return createApp({
    archive,
    now: () => now,
    log: () => {},
    people: onePerson("Ana", role),
    web: null,
    hosts: loopbackHosts,
  });
}

const ask = (path: string, init?: RequestInit) => appOf().request(`http://localhost/api/${path}`, init);
const give = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });

const json = async <Answer>(answer: Response) => (await answer.json()) as Answer;

describe("the API", () => {
  test("answers a picture in the picture format, today when no day is given", async () => {
    const picture = Picture.parse(await (await ask("picture")).json());
    expect(picture.asOf).toBe("2031-06-01");
    expect(picture.publishedBy).toBeNull();
  });

  test("takes a day of knowledge as its last instant", async () => {
    const picture = Picture.parse(await (await ask("picture?knownAt=2031-03-01")).json());
    expect(picture.knownAt).toBe("2031-03-01T23:59:59.999Z");
  });

  test("says which parameter is wrong, as a problem", async () => {
    const answer = await ask("picture?asOf=2031-02-30");
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(await answer.json()).toMatchObject({ status: 400, errors: [{ path: "asOf" }] });
  });

  test("says what is not there, as a problem", async () => {
    for (const path of ["reports/nothing", "actors/nobody", "claims/c:0", "why?a=x&b=y", "nonsense"]) {
      const answer = await ask(path);
      expect(answer.status, path).toBe(404);
      expect(await answer.json(), path).toMatchObject({ title: "Not found" });
    }
  });

  test("gives lists a page at a time, without a gap or a repeat", async () => {
    const seen: string[] = [];
    let after = "";
    do {
      const page: Page<ReportSummary> = await json(
        await ask(`reports?limit=5${after && `&after=${encodeURIComponent(after)}`}`),
      );
      seen.push(...page.items.map(({ id }) => id));
      after = page.next ?? "";
    } while (after !== "");
    expect(seen).toHaveLength(12);
    expect(new Set(seen).size).toBe(12);
  });

  test("does not send again what has not changed", async () => {
    const etag = (await ask("picture?asOf=2031-03-01&knownAt=2031-03-01")).headers.get("etag");
    const again = await ask("picture?asOf=2031-03-01&knownAt=2031-03-01", { headers: { "if-none-match": etag! } });
    expect(again.status).toBe(304);
  });

  test("does not send again what is asked for without an instant, as long as nothing was recorded", async () => {
    const first = await ask("picture?asOf=2031-03-01");
    const again = await ask("picture?asOf=2031-03-01", { headers: { "if-none-match": first.headers.get("etag")! } });
    expect(again.status).toBe(304);
    const other = await ask("picture?asOf=2031-03-02", { headers: { "if-none-match": first.headers.get("etag")! } });
    expect(other.status).toBe(200);
  });

  test("reads a given text and keeps nothing", async () => {
    const reading: Reading = await json(await give("readings", { text: "A clashed with B." }));
    expect(reading.format).toBe("entente-reading/1");
  });

  test("refuses an empty text, naming the field", async () => {
    const answer = await give("readings", { text: "" });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ path: "text" }] });
  });

  test("takes no texts where it may only be read", async () => {
    const body = { method: "POST", body: '{"text":"x"}', headers: { "content-type": "application/json" } };
    for (const path of ["readings", "reports"]) {
      expect((await appOf(invented, "reader").request(`http://localhost/api/${path}`, body)).status).toBe(403);
    }
  });

  test("tells the caller nothing of its own failures, and the log everything", async () => {
    const logged: Error[] = [];
    const broken = { ...invented, about: () => Promise.reject(new Error("password is hunter2")) };
    const app = createApp({
      archive: broken,
      now: () => now,
      log: (error) => logged.push(error),
      people: onePerson("Ana"),
      web: null,
      hosts: null,
    });
    const answer = await app.request("http://localhost/api/about");
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("hunter2");
    expect(logged[0]?.message).toContain("hunter2");
  });
});

describe("a server on one's own machine", () => {
  test("answers to its own names only, so that no page can point its name at it", async () => {
    const answer = await appOf().request("http://localhost/api/about", { headers: { host: "evil.example" } });
    expect(answer.status).toBe(403);
  });

  test("takes no texts from pages of other origins", async () => {
    const form = { "content-type": "text/plain", origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect((await ask("reports", { method: "POST", body: '{"text":"x"}', headers: form })).status).toBe(403);
  });

  test("lets no script, style or frame in but its own", async () => {
    const policy = (await ask("about")).headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain("frame-ancestors 'none'");
  });
});

describe("the OpenAPI document", () => {
  test("names every path that the API answers", async () => {
    const { openapi, paths }: { openapi: string; paths: object } = await json(await ask("openapi.json"));
    expect(openapi).toBe("3.1.0");
    const words = [
      "about",
      "actors",
      "changes",
      "claims",
      "disputes",
      "picture",
      "readings",
      "reports",
      "search",
      "why",
    ];
    for (const word of words)
      expect(
        Object.keys(paths).some((path) => path.startsWith(`/${word}`)),
        word,
      ).toBe(true);
  });
});
