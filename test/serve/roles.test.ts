import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Accounts, openAccounts } from "../../src/serve/accounts.ts";
import { createApp, sharedLimits } from "../../src/serve/app.ts";
import { type Role, roles } from "../../src/serve/person.ts";
import { inventArchive } from "./invented-archive.ts";

const url = "http://ledger.example";
const password = "a long enough password";
let now = new Date("2031-06-01T12:00:00Z");
let accounts: Accounts;
const cookies = new Map<Role, string>();

function appWith(limits: typeof sharedLimits | null = null) {
  const archive = inventArchive({ actors: 10, ties: 20, reports: 4 });
  const tools = { archive, now: () => now, log: console.error, people: accounts, accounts, web: null };
  return createApp({ ...tools, hosts: ["ledger.example"], limits });
}
let app: ReturnType<typeof createApp>;

const signIn = (name: string, word = password, headers: Record<string, string> = { origin: url }) =>
  app.request(`${url}/api/auth/sign-in/username`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ username: name, password: word }),
  });
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");

beforeAll(async () => {
  accounts = await openAccounts({ file: ":memory:", url, now: () => now });
  app = appWith();
  for (const role of roles) {
    await accounts.add({ name: `the-${role}`, role, password });
    const answer = await signIn(`the-${role}`);
    expect(answer.status).toBe(200);
    cookies.set(role, cookieOf(answer));
  }
});
afterAll(() => accounts.close());

interface Operation {
  path: string;
  method: string;
  role: Role;
}

async function operations(): Promise<Operation[]> {
  const { paths } = (await (await app.request(`${url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { "x-role": Role }>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, role: operation["x-role"] })),
  );
}

const call = ({ path, method }: Operation, cookie: string | null, headers: Record<string, string> = {}) =>
  app.request(`${url}/api${path.replace(/\{\w+\}/g, "none")}`, {
    method: method.toUpperCase(),
    headers: { ...(cookie === null ? {} : { cookie }), "content-type": "application/json", ...headers },
    ...(method === "post" && { body: "{}" }),
  });

describe("every route", () => {
  test("says which role it takes, and none is left out of the document", async () => {
    const documented = await operations();
    expect(documented.length).toBeGreaterThan(25);
    for (const { role, path } of documented) expect(roles, path).toContain(role);
    const known = new Set(documented.map(({ path, method }) => `${method} /api${path.replace(/\{(\w+)\}/g, ":$1")}`));
    const beside = [
      "get /api/stream",
      "get /api/openapi.json",
      "post /api/auth/sign-in/username",
      "post /api/auth/sign-out",
      "post /api/auth/change-password",
    ];
    const strays = app.routes
      .filter(({ path, method }) => path.startsWith("/api/") && !path.includes("*") && method !== "ALL")
      .map(({ path, method }) => `${method.toLowerCase()} ${path}`)
      .filter((route) => !known.has(route) && !beside.includes(route));
    expect(strays).toEqual([]);
  });

  test("lets nobody in who has not signed in", async () => {
    for (const operation of await operations())
      expect((await call(operation, null)).status, `${operation.method} ${operation.path}`).toBe(401);
    expect((await app.request(`${url}/api/stream`)).status).toBe(401);
  });

  for (const [rank, role] of roles.entries())
    test(`gives a ${role} what the role may, and refuses the rest`, async () => {
      for (const operation of await operations()) {
        const { status } = await call(operation, cookies.get(role)!);
        const where = `${operation.method} ${operation.path}`;
        if (rank < roles.indexOf(operation.role)) expect(status, where).toBe(403);
        else expect([401, 403], where).not.toContain(status);
        expect(status, where).toBeLessThan(500);
      }
    });
});

describe("signing in", () => {
  test("takes the right password only, and says the same of a wrong name", async () => {
    const [wrong, nobody] = await Promise.all([signIn("the-editor", "another long password"), signIn("nobody-here")]);
    expect(wrong.status).toBe(401);
    expect(nobody.status).toBe(401);
    expect(await wrong.json()).toEqual(await nobody.json());
  });

  test("gives a cookie that no script can read and no other site can send", async () => {
    const set = (await signIn("the-reader")).headers.getSetCookie().join("\n").toLowerCase();
    expect(set).toContain("httponly");
    expect(set).toContain("samesite=strict");
  });

  test("is refused from another origin, and so is whatever a page there would post", async () => {
    expect((await signIn("the-admin", password, { origin: "https://evil.example" })).status).toBe(403);
    const forged = { origin: "https://evil.example", "sec-fetch-site": "cross-site", "content-type": "text/plain" };
    const post = { path: "/decisions", method: "post", role: "analyst" as const };
    expect((await call(post, cookies.get("admin")!, forged)).status).toBe(403);
  });

  test("ends with signing out", async () => {
    const cookie = cookieOf(await signIn("the-reader"));
    const about = { path: "/about", method: "get", role: "reader" as const };
    expect((await call(about, cookie)).status).toBe(200);
    await app.request(`${url}/api/auth/sign-out`, { method: "POST", headers: { cookie, origin: url } });
    expect((await call(about, cookie)).status).toBe(401);
  });

  test("is the only thing of the library that can be reached: nobody makes an account for themselves", async () => {
    for (const path of [
      "sign-up/email",
      "sign-in/email",
      "update-user",
      "delete-user",
      "get-session",
      "list-sessions",
    ]) {
      const answer = await app.request(`${url}/api/auth/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: url, cookie: cookies.get("reader")! },
        body: JSON.stringify({ email: "x@y.example", password, name: "x", role: "admin" }),
      });
      expect(answer.status, path).toBe(404);
    }
    expect(accounts.accounts()).toHaveLength(roles.length);
  });
});

describe("tokens for scripts", () => {
  const post = (path: string, body: unknown, headers: Record<string, string>) =>
    app.request(`${url}/api${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });

  test("have their person's role, end on their day, and when they are ended", async () => {
    const cookie = cookies.get("analyst")!;
    const { token, id } = (await (await post("/tokens", { label: "nightly", days: 2 }, { cookie })).json()) as {
      token: string;
      id: string;
    };
    const bearer = { authorization: `Bearer ${token}` };
    const about = await app.request(`${url}/api/about`, { headers: bearer });
    expect(await about.json()).toMatchObject({ you: { name: "the-analyst", role: "analyst" } });
    expect((await app.request(`${url}/api/people`, { headers: bearer })).status).toBe(403);
    const started = now;
    now = new Date("2031-06-04T00:00:00Z");
    expect((await app.request(`${url}/api/about`, { headers: bearer })).status).toBe(401);
    now = started;
    await post("/tokens/end", { id }, { cookie });
    expect((await app.request(`${url}/api/about`, { headers: bearer })).status).toBe(401);
  });

  test("of others cannot be ended", async () => {
    const { id } = accounts.makeToken("the-admin", "mine", 1);
    expect((await post("/tokens/end", { id }, { cookie: cookies.get("editor")! })).status).toBe(404);
  });
});

describe("an admin", () => {
  const post = (path: string, body: unknown) =>
    app.request(`${url}/api${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: cookies.get("admin")! },
      body: JSON.stringify(body),
    });

  test("invites, gives another role, and removes; whoever is removed is out at once", async () => {
    expect((await post("/people", { name: "Zoë", role: "reader", password })).status).toBe(200);
    expect((await post("/people", { name: "zoë", role: "reader", password })).status).toBe(400);
    const cookie = cookieOf(await signIn("Zoë"));
    const review = () => call({ path: "/readings", method: "post", role: "analyst" }, cookie);
    expect((await review()).status).toBe(403);
    await post("/people/role", { name: "Zoë", role: "analyst" });
    expect((await review()).status).toBe(400);
    await post("/people/remove", { name: "Zoë" });
    expect((await review()).status).toBe(401);
    expect((await signIn("Zoë")).status).toBe(401);
  });

  test("does not take their own role away", async () => {
    expect((await post("/people/role", { name: "the-admin", role: "reader" })).status).toBe(400);
    expect((await post("/people/remove", { name: "The-Admin" })).status).toBe(400);
  });

  test("sees who did what, also what was refused", async () => {
    await call({ path: "/reports", method: "post", role: "analyst" }, cookies.get("reader")!);
    const deeds = (await (
      await app.request(`${url}/api/deeds`, { headers: { cookie: cookies.get("admin")! } })
    ).json()) as unknown[];
    expect(deeds[0]).toMatchObject({ who: "the-reader", method: "POST", path: "/api/reports", status: 403 });
  });
});

test("whoever asks too often is told when to ask again; guessing passwords ends sooner", async () => {
  const limited = appWith({ ...sharedLimits, api: { requests: 20, seconds: 60 } });
  const statuses: number[] = [];
  for (let at = 0; at < 12; at += 1) {
    const answer = await limited.request(`${url}/api/auth/sign-in/username`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: url },
      body: JSON.stringify({ username: "the-admin", password: `guess number ${at}` }),
    });
    statuses.push(answer.status);
  }
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
  expect(statuses.slice(10)).toEqual([429, 429]);
  for (let at = 0; at < 12; at += 1) statuses.push((await limited.request(`${url}/api/about`)).status);
  expect(statuses.at(-1)).toBe(429);
});
