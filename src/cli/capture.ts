import type { Command } from "commander";
import type { FoundCapture } from "../collect/keep/find-capture.ts";
import { capturesFolder, capturesOption } from "./captures-folder.ts";
import { ledgerOption } from "./ledger-folder.ts";

interface CaptureOptions {
  ledger: string;
  captures?: string;
  headers?: boolean;
}

export function register(program: Command): void {
  program
    .command("capture")
    .description("Print a page as it came, byte for byte, if it was kept (entente add --keep).")
    .argument("<report>", "the report's id or the first six or more of its digits, its name, or its web address")
    .addOption(ledgerOption())
    .addOption(capturesOption())
    .option("--headers", "print what is known of the capture instead, with what the server said, as JSON")
    .addHelpText("after", examples)
    .action(capture);
}

const examples = `
The bytes are those that the report's id is the SHA-256 of: a claim can be looked up in the page that made it. Open
such a page with care: it is what the site sent.

Examples:
  $ entente capture 05-concord-formed > page.html
  $ entente capture sha256:2f1a9c --headers`;

async function capture(word: string, { headers: onlyHead, ...where }: CaptureOptions): Promise<void> {
  const { findKept, readKept } = await import("../collect/keep/find-capture.ts");
  const folder = capturesFolder(where);
  if (folder === null) throw new Error("a ledger on a server has no folder for captures; name one with --captures");
  const found = await findKept(folder, word);
  const [first] = found;
  if (first === undefined)
    throw new Error(`${word}: no such page is kept in ${folder}; entente add --keep keeps what it reads`);
  if (found.length > 1)
    throw new Error(`${word}: several pages are meant; name one by its id:\n${found.map(line).join("\n")}`);
  const kept = await readKept(folder, first);
  await write(onlyHead ? `${JSON.stringify(factsOf(kept), null, 2)}\n` : kept.bytes);
}

const line = ({ id, name, url }: { id: string; name: string; url?: string | undefined }): string =>
  `  ${id}  ${url ?? name}`;

const factsOf = ({ bytes, ...facts }: FoundCapture): object => ({ ...facts, bytes: bytes.length });

/** Waits while the reader of a pipe is slower than we are. */
function write(content: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(content, (error) => (error ? reject(error) : resolve()));
  });
}
