import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { type Capture, captureId, type Note } from "../terms/index.ts";

/** One input as it was found: its bytes, or a note that says why there are none. */
export type Collected = { capture: Capture } | { note: Note; input: string };

export interface CollectOptions {
  /** Largest input that is read, in bytes; larger ones get a note. */
  largest?: number;
  stdin?: AsyncIterable<Uint8Array>;
}

const defaultLargest = 32 * 1024 * 1024; // A news page is under 2 MB; 32 MB leaves room for inlined images.
const mediaTypes: Record<string, string> = {
  ".txt": "text/plain",
  ".text": "text/plain",
  ".html": "text/html",
  ".htm": "text/html",
  ".xhtml": "text/html",
};

/**
 * Captures from files, folders (all their `.txt` and `.html` files, in the order of their names) and `-` for standard
 * input. What cannot be read comes as a note naming the file; the rest goes on.
 */
export async function* collectCaptures(
  inputs: readonly string[],
  options: CollectOptions = {},
): AsyncGenerator<Collected> {
  const largest = options.largest ?? defaultLargest;
  for (const input of inputs) {
    if (input === "-") yield await collectStdin(options.stdin ?? process.stdin, largest);
    else yield* collectPath(input, largest);
  }
}

async function* collectPath(path: string, largest: number): AsyncGenerator<Collected> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (cause) {
    yield unreadable(path, cause);
    return;
  }
  if (!isFolder) {
    yield await collectFile(path, largest);
    return;
  }
  const entries = (await readdir(path, { withFileTypes: true })).sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const child = join(path, entry.name);
    if (entry.isDirectory()) yield* collectPath(child, largest);
    else if (mediaTypeOf(entry.name)) yield await collectFile(child, largest);
  }
}

async function collectFile(path: string, largest: number): Promise<Collected> {
  try {
    const { size } = await stat(path);
    if (size > largest) return failed(path, "source.too-large", `${size} bytes; the limit is ${largest}.`);
    const bytes = await readFile(path);
    return captured(isGzip(bytes) ? await unpack(bytes, largest) : bytes, path, { path }, mediaTypeOf(path));
  } catch (cause) {
    return unreadable(path, cause);
  }
}

async function collectStdin(stdin: AsyncIterable<Uint8Array>, largest: number): Promise<Collected> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    size += chunk.length;
    if (size > largest) return failed("standard input", "source.too-large", `more than ${largest} bytes.`);
    chunks.push(chunk);
  }
  return captured(Buffer.concat(chunks), "stdin", {}, null);
}

function captured(bytes: Uint8Array, path: string, source: Capture["source"], mediaType: string | null): Collected {
  if (bytes.length === 0) return failed(path, "source.empty", "there is nothing in it.");
  if (looksBinary(bytes)) return failed(path, "source.binary", "this is binary data, not a text or a page.");
  const capture: Capture = {
    id: captureId(bytes),
    name: nameOf(path),
    source,
    bytes: new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength),
    captured: null,
    mediaType,
  };
  return { capture };
}

/** By the name's last extension that says what is inside: `page.html.gz` is a page. */
function mediaTypeOf(path: string): string | null {
  const extension = /\.[a-z]+(?=(\.gz)?$)/i.exec(path)?.[0].toLowerCase();
  return (extension && mediaTypes[extension]) ?? null;
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** A few kilobytes may unpack to gigabytes: what is larger than the limit is not unpacked to its end. */
const unpack = (bytes: Uint8Array, largest: number): Promise<Uint8Array> =>
  promisify(gunzip)(bytes, { maxOutputLength: largest });

/** NUL bytes stand in binary files and in UTF-16, which announces itself by its first two bytes. */
function looksBinary(bytes: Uint8Array): boolean {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !utf16 && bytes.subarray(0, 8192).includes(0);
}

/** The file's name without all its extensions: `page.html.gz` is `page`. */
function nameOf(path: string): string {
  return basename(path).replace(/(\.(txt|text|html?|xhtml|mhtml|eml))?(\.gz)?$/i, "") || basename(path);
}

function unreadable(path: string, cause: unknown): Collected {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === "ERR_BUFFER_TOO_LARGE") return failed(path, "source.too-large", "it unpacks to more than the limit.");
  if (code?.startsWith("Z_")) return failed(path, "source.unreadable", "its gzip data is damaged or cut short.");
  const reason =
    code === "ENOENT"
      ? "no such file or folder"
      : code === "EACCES"
        ? "no permission to read it"
        : String((cause as Error).message);
  return failed(path, "source.unreadable", `${reason}.`);
}

const failed = (input: string, code: string, text: string): Collected => ({
  input,
  note: { code, text: `${input}: ${text}` },
});
