import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, InvalidArgumentError } from "commander";
import type { Archive } from "../serve/archive.ts";
import { accountsFileOf, accountsOption } from "./accounts-file.ts";
import { capturesFolder, capturesOption, keepingFolder } from "./captures-folder.ts";
import { software } from "./collecting.ts";
import { ledgerOption } from "./ledger-folder.ts";
import { productVersion } from "./product-version.ts";

interface ServeOptions {
  ledger: string;
  port: number;
  host: string;
  url?: string;
  accounts?: string | true;
  readOnly?: boolean;
  keep?: boolean;
  captures?: string;
  follow: string[];
  every: number;
  demo: boolean;
}

export function register(program: Command): void {
  program
    .command("serve")
    .description("Serve the picture in the browser, and the API under /api.")
    .addOption(ledgerOption())
    .option("--port <number>", "the port; 0 for any that is free", port, 4711)
    .option("--host <address>", "the address to bind; beyond this machine people sign in", "127.0.0.1")
    .option("--url <address>", "how people reach it, when a proxy stands before it: https://ledger.example")
    .addOption(accountsOption("--accounts [file]"))
    .option("--read-only", "take no texts and no decisions; beyond this machine anybody may then read")
    .option("--keep", "keep the pages that the desk and the feeds read as they came, to be shown with their reports")
    .addOption(capturesOption())
    .option(
      "--follow <url...>",
      "feeds and pages to ask again and again; what is new is read and shown as it comes",
      [],
    )
    .option("--every <minutes>", "how long to wait between two rounds of asking", minutes, 15)
    .option("--no-demo", "show an empty ledger empty")
    .addHelpText("after", examples)
    .action(serve);
}

const examples = `
Prints one address. Ctrl-C ends it. An empty ledger opens on the demo: invented stories, kept apart from your ledger.
On this machine nobody signs in. Beyond it, or with --accounts, everybody does; entente account makes accounts.
Feeds are also added and taken away at the desk; those are kept in the ledger's folder, and for a ledger on a server until the server ends.
Let a proxy add HTTPS before a shared server, and name its address with --url.

Examples:
  $ entente serve
  $ entente serve --ledger ~/haradan --port 8080
  $ entente serve --follow https://example.org/news/feed.xml
  $ entente serve --host 0.0.0.0 --url https://ledger.example
  $ entente serve --host 0.0.0.0 --read-only`;

async function serve(options: ServeOptions): Promise<void> {
  const { ledger: folder, port, host, readOnly = false } = options;
  const [{ openLedger }, { openReadTools }, { createLedgerArchive }, { createApp, sharedLimits }, { loopbackHosts }] =
    await Promise.all([
      import("../ledger/ledger.ts"),
      import("../pipeline.ts"),
      import("../serve/ledger-archive.ts"),
      import("../serve/app.ts"),
      import("../serve/own-host.ts"),
    ]);
  const { isLoopback, listen } = await import("../serve/listen.ts");
  const { archiveOrDemo } = await import("../serve/demo-archive.ts");
  const { onePerson } = await import("../serve/person.ts");
  const captures = capturesFolder(options);
  const keeping = keepingFolder(options);
  const ledger = await openLedger(folder);
  const reader = await openReadTools();
  const now = () => new Date();
  const own = isLoopback(host);
  const accounts = (options.accounts !== undefined || !own) && !readOnly ? await openAccountsOf(options) : undefined;
  const pages = captures === null ? null : await keptPages(captures, keeping);
  const real = createLedgerArchive({
    ...{ ledger, reader, now, version: productVersion(), name: folder },
    ...(pages !== null && { keepPage: pages.keep }),
  });
  const demo = createDemo(reader, now);
  const log = (error: Error) => process.stderr.write(`${error.stack}\n`);
  const following = await followFeeds(options, captures, real, now, log);
  const app = createApp({
    archive: options.demo ? archiveOrDemo(real, demo.open) : real,
    now,
    log,
    following,
    ...(pages !== null && { pages }),
    people: accounts ?? onePerson(userInfo().username, readOnly ? "reader" : "admin"),
    ...(accounts !== undefined && { accounts }),
    limits: own ? null : sharedLimits,
    web: webFiles(),
    hosts: hostsOf(options, own ? loopbackHosts : null),
  });
  const listening = await listen(app, host, port);
  process.stdout.write(`${options.url ?? listening.url}\n`);
  await untilStopped();
  following.stop();
  await listening.close();
  accounts?.close();
  await pages?.close();
  await Promise.all([demo.close(), reader.close(), ledger.close()]);
}

/** A proxy's name for it, beside its own; on a shared server without one, any. */
function hostsOf({ url }: ServeOptions, own: readonly string[] | null): readonly string[] | null {
  if (url === undefined) return own;
  return [...(own ?? ["localhost", "127.0.0.1", "[::1]"]), new URL(url).hostname];
}

async function openAccountsOf({ ledger, accounts: file, host, port, url }: ServeOptions) {
  const { openAccounts } = await import("../serve/accounts.ts");
  const path = accountsFileOf({ ledger, ...(typeof file === "string" && { accounts: file }) });
  const accounts = await openAccounts({ file: path, url: url ?? `http://${host}:${port}` });
  if (!accounts.accounts().some(({ role }) => role === "admin"))
    process.stderr.write("Nobody may invite people yet; make an admin first: entente account NAME --role admin\n");
  return accounts;
}

async function followFeeds(
  { follow: urls, every }: ServeOptions,
  kept: string | null,
  archive: Archive,
  now: () => Date,
  log: (error: Error) => void,
) {
  const { follow } = await import("../serve/following.ts");
  const { feedsInFile } = await import("../serve/feed-list.ts");
  const { collectCaptures } = await import("../collect/collect-captures.ts");
  const { openVisits } = await import("../collect/web/visits.ts");
  const isKept = async (id: string) => (await archive.report(id)) !== null;
  // Opened when the first feed is asked: most servers follow none.
  let visits: ReturnType<typeof openVisits> | null = null;
  const collect = async function* (url: string) {
    if (kept !== null) visits ??= openVisits(join(kept, "visits.jsonl"), isKept);
    yield* collectCaptures([url], { web: visits === null ? {} : { visits: await visits } });
  };
  const list = kept === null ? {} : { list: feedsInFile(join(kept, "feeds.json")) };
  return follow(urls, every, { collect, keep: (capture) => archive.take(capture), now, log, ...list });
}

async function keptPages(folder: string, keeping: string | null) {
  const { keptPagesIn } = await import("../serve/kept-pages.ts");
  const { keepCaptures } = await import("../collect/keep/keep-captures.ts");
  const keeper = keeping === null ? null : await keepCaptures(keeping, software());
  return { ...keptPagesIn(folder, keeper), close: async () => keeper?.close() };
}

function minutes(text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number) || number < 1) throw new InvalidArgumentError("Minutes are a number, at least 1.");
  return number;
}

type ReadTools = Awaited<ReturnType<typeof import("../pipeline.ts")["openReadTools"]>>;

/** The stories in a ledger of their own, made when somebody first looks and gone with the server. */
function createDemo(reader: ReadTools, now: () => Date) {
  let opened: Promise<{ close(): Promise<void> }> | null = null;
  const make = async () => {
    const { mkdtempSync, rmSync } = await import("node:fs");
    const { tmpdir } = await import("node:os");
    const { join } = await import("node:path");
    const { openLedger } = await import("../ledger/ledger.ts");
    const { addInputs } = await import("../pipeline.ts");
    const { createLedgerArchive } = await import("../serve/ledger-archive.ts");
    const folder = mkdtempSync(join(tmpdir(), "entente-demo-"));
    const ledger = await openLedger(join(folder, "ledger"));
    const stories = fileURLToPath(new URL("../../stories/coalition", import.meta.url));
    for await (const _ of addInputs([stories], ledger, reader)) void _;
    const archive = createLedgerArchive({ ledger, reader, now, version: productVersion(), name: "demo" });
    const close = async () => {
      await ledger.close();
      rmSync(folder, { recursive: true, force: true });
    };
    return { archive, close };
  };
  return {
    open: async () => {
      const made = make();
      opened = made;
      return (await made).archive;
    },
    close: async () => (await opened)?.close(),
  };
}

/** A second signal does not wait. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

function webFiles(): { folder: string } | null {
  const folder = fileURLToPath(new URL("../../dist/web", import.meta.url));
  const packaged = fileURLToPath(new URL("../web", import.meta.url));
  const built = [folder, packaged].find((each) => existsSync(`${each}/index.html`));
  if (built !== undefined) return { folder: built };
  process.stderr.write("The web app is not built (npm run build:web); serving the API alone.\n");
  return null;
}

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
  }
  return number;
}
