import { createHash, randomBytes } from "node:crypto";
import { chmodSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { username } from "better-auth/plugins/username";
import { type Account, type AccountToken, type Deed, namePattern } from "./account-answers.ts";
import { type People, type Person, Role } from "./person.ts";

export interface AccountsOptions {
  /** An SQLite file; made where there is none. Passwords and tokens stand in it as hashes only. */
  file: string;
  /** Where people reach the server, for cookies and for refusing other origins. */
  url: string;
  now?: () => Date;
}

/**
 * The people of a shared server, their roles, tokens and deeds. Apart from the ledger, which only grows: a person must be
 * able to be removed. Passwords and sessions are better-auth's.
 */
export interface Accounts extends People {
  /** Signing in and out, as better-auth answers it; nothing else of it can be reached. */
  answer(request: Request): Promise<Response>;
  /** Throws when the name is taken or no name, or the password is shorter than twelve characters. */
  add(account: { name: string; role: Role; password: string }): Promise<void>;
  accounts(): Account[];
  /** False when nobody has that name. */
  setRole(name: string, role: Role): boolean;
  /** Ends the person's sessions and tokens too; what they signed stays signed. */
  remove(name: string): boolean;
  /** A token for scripts, with the role of its person. It is given once and kept as a hash. */
  makeToken(name: string, label: string, days: number): { token: string; id: string };
  tokens(name: string): AccountToken[];
  endToken(name: string, id: string): boolean;
  noteDeed(deed: Omit<Deed, "number" | "at">): void;
  /** Newest first. */
  deeds(query: { before: number | null; limit: number }): Deed[];
  close(): void;
}

export async function openAccounts({ file, url, now = () => new Date() }: AccountsOptions): Promise<Accounts> {
  const store = new DatabaseSync(file);
  if (file !== ":memory:") chmodSync(file, 0o600);
  store.exec(ownTables);
  const auth = createAuth(store, url);
  await (await getMigrations(auth.options)).runMigrations();
  const find = (name: string) =>
    store.prepare("select id from user where username = ?").get(name.toLowerCase()) as { id: string } | undefined;
  return {
    whoAsks: async (request) => (await personByToken(store, request, now())) ?? (await personBySession(auth, request)),
    answer: (request) => auth.handler(request),
    add: (account) => addAccount(auth, account),
    accounts: () =>
      (
        store
          .prepare("select name, role, createdAt as created from user order by username")
          .all() as unknown as Account[]
      ).map(({ name, role, created }) => ({ name, role, created: String(created) })),
    setRole: (name, role) =>
      store.prepare("update user set role = ? where username = ?").run(role, name.toLowerCase()).changes > 0,
    remove(name) {
      const found = find(name);
      if (found === undefined) return false;
      store.prepare("delete from token where person = ?").run(found.id);
      for (const table of ["session", "account"]) store.prepare(`delete from ${table} where userId = ?`).run(found.id);
      return store.prepare("delete from user where id = ?").run(found.id).changes > 0;
    },
    makeToken(name, label, days) {
      const token = `entente_${randomBytes(32).toString("base64url")}`;
      const id = randomBytes(8).toString("hex");
      const ends = new Date(now().getTime() + days * 86_400_000).toISOString();
      store
        .prepare("insert into token (id, hash, person, label, made, ends) values (?, ?, ?, ?, ?, ?)")
        .run(id, hashOf(token), find(name)!.id, label, now().toISOString(), ends);
      return { token, id };
    },
    tokens: (name) =>
      store
        .prepare("select id, label, made, ends from token where person = ? order by made desc")
        .all(find(name)?.id ?? "") as unknown as AccountToken[],
    endToken: (name, id) =>
      store.prepare("delete from token where id = ? and person = ?").run(id, find(name)?.id ?? "").changes > 0,
    noteDeed: ({ who, method, path, status }) => {
      store
        .prepare("insert into deed (at, who, method, path, status) values (?, ?, ?, ?, ?)")
        .run(now().toISOString(), who, method, path, status);
    },
    deeds: ({ before, limit }) =>
      store
        .prepare("select number, at, who, method, path, status from deed where number < ? order by number desc limit ?")
        .all(before ?? Number.MAX_SAFE_INTEGER, limit) as unknown as Deed[],
    close: () => store.close(),
  };
}

/** Deeds are never changed: who did what must stay so. */
const ownTables = `
create table if not exists secret (value text not null);
create table if not exists token (
  id text primary key, hash text not null unique, person text not null, label text not null, made text not null, ends text not null
);
create table if not exists deed (
  number integer primary key autoincrement, at text not null, who text, method text not null, path text not null, status integer not null
);
create trigger if not exists deed_stays before update on deed begin select raise(abort, 'deeds stay as they were'); end;
create trigger if not exists deed_is_kept before delete on deed begin select raise(abort, 'deeds are kept'); end;
`;

function createAuth(store: DatabaseSync, url: string) {
  return betterAuth({
    appName: "Entente",
    baseURL: url,
    basePath: "/api/auth",
    secret: secretIn(store),
    database: store,
    telemetry: { enabled: false },
    // Whoever comes under the server's own name; pages of other origins were refused before this is asked.
    trustedOrigins: async (request) => (request === undefined ? [] : [new URL(request.url).origin]),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: leastPassword, maxPasswordLength: 200 },
    session: { expiresIn: 7 * 86_400, cookieCache: { enabled: false } },
    // Our own limiter knows the address behind the socket; this one would trust a header.
    rateLimit: { enabled: false },
    user: { additionalFields: { role: { type: "string", required: true, defaultValue: "reader", input: false } } },
    advanced: { defaultCookieAttributes: { sameSite: "strict" } },
    plugins: [
      username({ minUsernameLength: 1, maxUsernameLength: 40, usernameValidator: (name) => namePattern.test(name) }),
    ],
    logger: { disabled: true },
  });
}
type Auth = ReturnType<typeof createAuth>;

const leastPassword = 12; // NIST SP 800-63B asks for fifteen where a password is all there is, eight otherwise

/** Made once and kept beside the sessions that it signs. */
function secretIn(store: DatabaseSync): string {
  const known = store.prepare("select value from secret").get() as { value: string } | undefined;
  if (known !== undefined) return known.value;
  const value = randomBytes(32).toString("base64url");
  store.prepare("insert into secret (value) values (?)").run(value);
  return value;
}

async function addAccount(
  auth: Auth,
  { name, role, password }: { name: string; role: Role; password: string },
): Promise<void> {
  if (!namePattern.test(name))
    throw new Error(`"${name}" is no name to sign in with: letters, digits, dots and dashes, at most 40`);
  if (password.length < leastPassword) throw new Error(`a password has at least ${leastPassword} characters`);
  const { internalAdapter, password: passwords } = await auth.$context;
  // better-auth knows people by an address; nothing is ever sent to it.
  const email = `${name.toLowerCase()}@accounts.invalid`;
  if ((await internalAdapter.findUserByEmail(email)) !== null) throw new Error(`${name} has an account already`);
  const user = await internalAdapter.createUser(
    { email, name, emailVerified: true, username: name.toLowerCase(), displayUsername: name, role },
    { method: "password" } as never,
  );
  const hash = await passwords.hash(password);
  await internalAdapter.linkAccount({ userId: user.id, providerId: "credential", accountId: user.id, password: hash });
}

async function personBySession(auth: Auth, request: Request): Promise<Person | null> {
  const found = await auth.api.getSession({ headers: request.headers });
  return found === null ? null : personOf(found.user.name, found.user.role);
}

async function personByToken(store: DatabaseSync, request: Request, now: Date): Promise<Person | null> {
  const token = /^Bearer (entente_[\w-]{43})$/.exec(request.headers.get("authorization") ?? "")?.[1];
  if (token === undefined) return null;
  const found = store
    .prepare(
      "select user.name, user.role from token join user on user.id = token.person where token.hash = ? and token.ends > ?",
    )
    .get(hashOf(token), now.toISOString()) as { name: string; role: string } | undefined;
  return found === undefined ? null : personOf(found.name, found.role);
}

/** A role that is none lets nobody in. */
function personOf(name: string, role: unknown): Person | null {
  const known = Role.safeParse(role);
  return known.success ? { name, role: known.data, proven: true } : null;
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
