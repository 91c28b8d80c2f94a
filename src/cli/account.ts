import { randomBytes } from "node:crypto";
import { type Command, Option } from "commander";
import type { Role } from "../serve/person.ts";
import { roles } from "../serve/person.ts";
import { accountsFileOf, accountsOption } from "./accounts-file.ts";
import { ledgerOption } from "./ledger-folder.ts";
import { print, table } from "./output.ts";

interface AccountOptions {
  ledger: string;
  accounts?: string;
  role?: Role;
  remove?: boolean;
}

export function register(program: Command): void {
  program
    .command("account")
    .description("Give, change or take away the accounts of a shared server; without a name, list them.")
    .argument("[name]", "the name to sign in with, and by which decisions are signed")
    .addOption(ledgerOption())
    .addOption(accountsOption())
    .addOption(new Option("--role <role>", "what they may do").choices(roles))
    .option("--remove", "take the account away; what was signed stays signed")
    .addHelpText("after", examples)
    .action(account);
}

const examples = `
A new account gets a password, printed once; the person changes it after signing in.
Reader: reads. Analyst: adds reports, decides on claims, writes notes. Editor: decides on names, sources and notes.
Admin: invites people.

Examples:
  $ entente account ana --role admin
  $ entente account ben --role reader
  $ entente account ben --remove`;

async function account(name: string | undefined, options: AccountOptions): Promise<void> {
  const { openAccounts } = await import("../serve/accounts.ts");
  const accounts = await openAccounts({ file: accountsFileOf(options), url: "http://localhost" });
  try {
    const all = accounts.accounts();
    if (name === undefined) {
      const rows = all.map(({ name: each, role, created }) => [each, role, created.slice(0, 10)]);
      return await print(rows.length === 0 ? "Nobody has an account yet.\n" : table(["name", "role", "since"], rows));
    }
    const known = all.some((each) => each.name.toLowerCase() === name.toLowerCase());
    if (options.remove === true) {
      if (!accounts.remove(name)) throw new Error(`nobody is called "${name}"`);
      return await print(`${name} has no account any more\n`);
    }
    if (known) {
      if (options.role === undefined) throw new Error(`${name} has an account already; --role gives another role`);
      accounts.setRole(name, options.role);
      return await print(`${name} is ${options.role} now\n`);
    }
    const role = options.role ?? "reader";
    const password = randomBytes(15).toString("base64url");
    await accounts.add({ name, role, password });
    await print(`${name} is ${role}; password, shown this once: ${password}\n`);
  } finally {
    accounts.close();
  }
}
