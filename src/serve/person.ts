import { createMiddleware } from "hono/factory";
import { z } from "zod";
import { ProblemError } from "./problem.ts";

/** From least to most: each may do what those before it may. */
export const roles = ["reader", "analyst", "editor", "admin"] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** What each role may do, in words for those who give it and those who lack it. */
const roleMeanings: Record<Role, string> = {
  reader: "reads everything",
  analyst: "also reads new reports in, writes notes, and accepts, corrects, rejects and grades claims",
  editor:
    "also says which names are one actor, grades sources, hides notes, follows feeds, and undoes what others decided",
  admin: "also invites people, gives roles and tokens, and sees who did what",
};

/** Who asks. */
export const Person = z.object({
  name: z.string(),
  role: Role,
  /** True when the name was proven; on one's own machine nobody asks for proof, and a signature may be given. */
  proven: z.boolean(),
});
export type Person = z.infer<typeof Person>;

/** How the server knows who asks: null is nobody it knows. */
export interface People {
  whoAsks(request: Request): Promise<Person | null>;
}

/** On one's own machine everybody who reaches the server is the one person there is. */
export function onePerson(name: string, role: Role = "admin"): People {
  return { whoAsks: async () => ({ name, role, proven: false }) };
}

function mayAs({ role }: Person, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/** What a request carries through the API. */
export interface AskedBy {
  Variables: { person: Person | null };
}

/** Lets those through who may as the role may; others are told what they lack. */
export const needs = (role: Role) =>
  createMiddleware<AskedBy>(async (context, next) => {
    const { person } = context.var;
    if (person === null)
      throw new ProblemError(401, "Sign in", "This server answers to people it knows; sign in first.");
    requireRole(person, role);
    await next();
  });

/** Throws a problem that says what the person lacks. */
export function requireRole(person: Person, role: Role): void {
  if (mayAs(person, role)) return;
  throw new ProblemError(
    403,
    "Not for your role",
    `This takes the role ${role}, who ${roleMeanings[role]}; ${person.name} is ${person.role} here.`,
  );
}
