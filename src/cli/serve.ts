import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { fileURLToPath } from "node:url";
import { type Command, InvalidArgumentError } from "commander";
import { ledgerOption } from "./ledger-folder.ts";
import { productVersion } from "./product-version.ts";

interface ServeOptions {
  ledger: string;
  port: number;
  host: string;
  readOnly?: boolean;
}

export function register(program: Command): void {
  program
    .command("serve")
    .description("Serve the picture in the browser, and the API under /api, from a ledger on this machine.")
    .addOption(ledgerOption())
    .option("--port <number>", "the port; 0 for any that is free", port, 4711)
    .option("--host <address>", "the address to bind; others than this machine may only read", "127.0.0.1")
    .option("--read-only", "take no texts")
    .addHelpText("after", examples)
    .action(serve);
}

const examples = `
Prints one address. Ctrl-C ends it. An empty ledger opens on what to do first.

Examples:
  $ entente serve
  $ entente serve --ledger ~/haradan --port 8080
  $ entente serve --host 0.0.0.0 --read-only`;

async function serve({ ledger: folder, port, host, readOnly }: ServeOptions): Promise<void> {
  const [
    { openLedger },
    { openReadTools },
    { createLedgerArchive },
    { createApp },
    { loopbackHosts },
    { isLoopback, listen },
    { onePerson },
  ] = await Promise.all([
    import("../ledger/ledger.ts"),
    import("../pipeline.ts"),
    import("../serve/ledger-archive.ts"),
    import("../serve/app.ts"),
    import("../serve/own-host.ts"),
    import("../serve/listen.ts"),
    import("../serve/person.ts"),
  ]);
  const ledger = await openLedger(folder);
  const reader = await openReadTools();
  const now = () => new Date();
  // Without accounts, whoever reaches the address could write: only this machine may.
  const writable = isLoopback(host) && readOnly !== true;
  const archive = createLedgerArchive({ ledger, reader, now, version: productVersion(), name: folder });
  const log = (error: Error) => process.stderr.write(`${error.stack}\n`);
  const app = createApp({
    archive,
    now,
    log,
    people: onePerson(userInfo().username, writable ? "admin" : "reader"),
    web: webFiles(),
    hosts: isLoopback(host) ? loopbackHosts : null,
  });
  const listening = await listen(app, host, port);
  process.stdout.write(`${listening.url}\n`);
  await untilStopped();
  await listening.close();
  await Promise.all([reader.close(), ledger.close()]);
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
