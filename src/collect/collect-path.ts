import { createReadStream } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { collectWacz } from "./archive/collect-wacz.ts";
import { collectStream, reasonOf } from "./collect-stream.ts";
import { type Collected, type CollectOptions, defaultLargest, failed } from "./collected.ts";
import { contentKind } from "./content-kind.ts";
import { collectFeed } from "./feed/collect-feed.ts";
import { isGzip, unpacked, unpackedHead } from "./gzip.ts";
import { readLimited } from "./limited-bytes.ts";
import { mediaTypeOf, nameOfFile } from "./names.ts";
import type { Web } from "./web/open-web.ts";

/** A file, or all that a folder holds under names of kinds that can be read. */
export async function* collectPath(path: string, web: () => Web, options: CollectOptions): AsyncGenerator<Collected> {
  try {
    if ((await stat(path)).isDirectory()) yield* collectFolder(path, options);
    else yield* collectFile(path, options, web);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
    yield failed(path, "source.unreadable", reasonOf(cause));
  }
}

async function* collectFolder(folder: string, options: CollectOptions): AsyncGenerator<Collected> {
  let entries: { name: string; isFolder: boolean }[];
  try {
    entries = await entriesIn(folder);
  } catch (cause) {
    yield failed(folder, "source.unreadable", reasonOf(cause));
    return;
  }
  for (const { name, isFolder } of entries) {
    const path = join(folder, name);
    if (isFolder) yield* collectFolder(path, options);
    else if (mediaTypeOf(name)) yield* collectFile(path, options, null);
  }
}

/** What a folder holds, in the order of names; hidden files are left alone. */
async function entriesIn(folder: string): Promise<{ name: string; isFolder: boolean }[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith("."));
  return entries
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** A feed is followed where it is named itself (`web` is given), not where it lies in a folder. */
async function* collectFile(path: string, options: CollectOptions, web: (() => Web) | null): AsyncGenerator<Collected> {
  const largest = options.largest ?? defaultLargest;
  const recordsDone = options.recordsDone ?? (() => 0);
  try {
    const { size, isPlain } = await sizeOf(path);
    const kind = isPlain ? await kindOfFile(path) : "page";
    if (kind === "zip") {
      yield* collectWacz(path, { largest, recordsDone });
      return;
    }
    if (web !== null && (kind === "feed" || kind === "sitemap")) {
      yield* collectFeedFile(path, kind, web(), options);
      return;
    }
    const stream = createReadStream(path);
    yield* collectStream(stream, {
      label: path,
      name: nameOfFile(path),
      source: { path },
      mediaType: mediaTypeOf(path),
      largest,
      recordsDone: recordsDone(path),
      progress: () => ({ done: stream.bytesRead, bytes: size }),
    });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
    yield failed(path, "source.unreadable", reasonOf(cause));
  }
}

/** A pipe has no size and cannot be looked into before it is read. */
async function sizeOf(path: string): Promise<{ size: number | null; isPlain: boolean }> {
  const status = await stat(path);
  return status.isFile() ? { size: status.size, isPlain: true } : { size: null, isPlain: false };
}

async function kindOfFile(path: string): Promise<ReturnType<typeof contentKind>> {
  const head = await headOf(path);
  return contentKind(isGzip(head) ? (unpackedHead(head) ?? head) : head, mediaTypeOf(path));
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* collectFeedFile(
  path: string,
  kind: "feed" | "sitemap",
  web: Web,
  options: CollectOptions,
): AsyncGenerator<Collected> {
  const stream = createReadStream(path);
  const isPacked = isGzip(await headOf(path));
  const { bytes, cut } = await readLimited(
    isPacked ? unpacked(stream, true) : stream,
    options.largest ?? defaultLargest,
  );
  if (cut instanceof Error) yield failed(path, "source.unreadable", reasonOf(cut));
  else yield* collectFeed({ label: path, kind, bytes, mediaType: null, cut: cut && "too-large" }, web, options);
}
