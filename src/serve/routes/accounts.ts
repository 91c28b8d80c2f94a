import { type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  Account,
  AccountToken,
  Deed,
  Done,
  MadeToken,
  NameOnly,
  NewAccount,
  NewToken,
  RoleOf,
  TokenId,
} from "../account-answers.ts";
import type { Accounts } from "../accounts.ts";
import type { AskedBy, Person } from "../person.ts";
import { notFound, ProblemError } from "../problem.ts";
import { get, post } from "./route.ts";

const done = { done: true } as const;

/** The people of a shared server: who they are, what they may, their tokens, and what they did. */
export function accountRoutes(api: OpenAPIHono<AskedBy>, accounts: Accounts): void {
  api.openapi(get("/people", "Everyone with an account", {}, z.array(Account), "admin"), async (c) =>
    c.json(accounts.accounts(), 200),
  );
  api.openapi(post("/people", "Give somebody an account", NewAccount, Done, "admin"), async (c) => {
    await accounts.add(c.req.valid("json")).catch((cause: Error) => {
      throw new ProblemError(400, "No such account", cause.message, { cause });
    });
    return c.json(done, 200);
  });
  api.openapi(post("/people/role", "Give somebody another role", RoleOf, Done, "admin"), async (c) => {
    const { name, role } = c.req.valid("json");
    keepAnAdmin(accounts, c.var.person!, name);
    if (!accounts.setRole(name, role)) throw notFound(`Nobody is called ${name}.`);
    return c.json(done, 200);
  });
  api.openapi(post("/people/remove", "Take somebody's account away", NameOnly, Done, "admin"), async (c) => {
    const { name } = c.req.valid("json");
    keepAnAdmin(accounts, c.var.person!, name);
    if (!accounts.remove(name)) throw notFound(`Nobody is called ${name}.`);
    return c.json(done, 200);
  });
  api.openapi(get("/tokens", "Your tokens for scripts", {}, z.array(AccountToken)), async (c) =>
    c.json(accounts.tokens(c.var.person!.name), 200),
  );
  api.openapi(post("/tokens", "Make a token for scripts, with your role", NewToken, MadeToken, "reader"), async (c) => {
    const { label, days } = c.req.valid("json");
    return c.json(accounts.makeToken(c.var.person!.name, label, days), 200);
  });
  api.openapi(post("/tokens/end", "End one of your tokens", TokenId, Done, "reader"), async (c) => {
    const { id } = c.req.valid("json");
    if (!accounts.endToken(c.var.person!.name, id)) throw notFound(`You have no token ${id}.`);
    return c.json(done, 200);
  });
  const Before = z.object({
    before: z.coerce.number().int().positive().optional().openapi({ description: "Deeds before this number." }),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  });
  api.openapi(get("/deeds", "Who did what, newest first", { query: Before }, z.array(Deed), "admin"), async (c) => {
    const { before, limit } = c.req.valid("query");
    return c.json(accounts.deeds({ before: before ?? null, limit }), 200);
  });
}

/** Whoever takes their own role away might leave nobody who could give it back. */
function keepAnAdmin(_: Accounts, person: Person, name: string): void {
  if (name.toLowerCase() === person.name.toLowerCase())
    throw new ProblemError(400, "Your own account", "Ask another admin to change or remove your own account.");
}
