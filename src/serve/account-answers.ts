import { z } from "zod";
import { Role } from "./person.ts";

/** A name to sign in with, and by which one's decisions are signed. */
export const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u;
const Name = z.string().regex(namePattern);

export const Account = z.object({ name: z.string(), role: Role, created: z.string() });
export type Account = z.infer<typeof Account>;

export const NewAccount = z.object({ name: Name, role: Role, password: z.string().min(12).max(200) });
export const RoleOf = z.object({ name: Name, role: Role });
export const NameOnly = z.object({ name: Name });

/** A token without its secret. */
export const AccountToken = z.object({ id: z.string(), label: z.string(), made: z.string(), ends: z.string() });
export type AccountToken = z.infer<typeof AccountToken>;
export const NewToken = z.object({
  label: z.string().trim().min(1).max(100),
  days: z.number().int().min(1).max(366).default(90),
});
export const MadeToken = z.object({ id: z.string(), token: z.string() });
export const TokenId = z.object({ id: z.string().min(1).max(100) });

/** What somebody did or tried: every request that writes, with what came of it. */
export const Deed = z.object({
  number: z.number().int(),
  at: z.string(),
  who: z.string().nullable(),
  method: z.string(),
  path: z.string(),
  status: z.number().int(),
});
export type Deed = z.infer<typeof Deed>;

export const Done = z.object({ done: z.literal(true) });
