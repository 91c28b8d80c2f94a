import { randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { WARCRecord, WARCSerializer } from "warcio";
import type { Capture } from "../../terms/index.ts";
import { type KeptCapture, readIndexes } from "./index-of-captures.ts";

/** Keeps captures as they came, so that a claim can be shown in the page that made it. */
export interface CaptureKeeper {
  /** Keeps a capture; one that is kept already is not kept twice. False then. */
  keep(capture: Capture): Promise<boolean>;
  has(id: string): boolean;
  close(): Promise<void>;
}

/** No file of an archive should outgrow what tools and disks handle well; 1 GB is the custom. */
const largestFile = 1_000_000_000;

/**
 * Keeps captures in a folder: WARC files, each record packed by itself, and beside each a file of JSON lines that says
 * where which capture stands. A run writes files of its own, so that several may keep at once, and what a killed run left
 * unfinished is never written on. `software` names the writer in the WARC.
 */
export async function keepCaptures(folder: string, software: string): Promise<CaptureKeeper> {
  const kept = new Set((await readIndexes(folder)).map(({ id }) => id));
  let files: RunFiles | null = null;
  return {
    async keep(capture) {
      if (kept.has(capture.id)) return false;
      if (files !== null && files.size() > largestFile) {
        await files.close();
        files = null;
      }
      files ??= await openFiles(folder, software);
      await files.write(capture);
      kept.add(capture.id);
      return true;
    },
    has: (id) => kept.has(id),
    close: async () => files?.close(),
  };
}

interface RunFiles {
  write(capture: Capture): Promise<void>;
  size(): number;
  close(): Promise<void>;
}

async function openFiles(folder: string, software: string): Promise<RunFiles> {
  await mkdir(folder, { recursive: true });
  const name = `${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}-${randomBytes(4).toString("hex")}.warc.gz`;
  const warc = await open(join(folder, name), "ax");
  const index = await open(join(folder, name.replace(/\.warc\.gz$/, ".index.jsonl")), "ax");
  let size = await append(
    warc,
    WARCRecord.createWARCInfo({ filename: name, warcVersion }, { software, format: "WARC File Format 1.1" }),
  );
  return {
    async write(capture) {
      const length = await append(warc, recordOf(capture));
      const { id, name: report, source } = capture;
      const line: KeptCapture = {
        id,
        name: report,
        ...(source.url ? { url: source.url } : {}),
        file: name,
        offset: size,
        length,
      };
      size += length;
      // After the record: a line never points at what is not there.
      await index.appendFile(`${JSON.stringify(line)}\n`);
    },
    size: () => size,
    async close() {
      await warc.close();
      await index.close();
    },
  };
}

const warcVersion = "WARC/1.1";

async function append(file: FileHandle, record: WARCRecord): Promise<number> {
  const bytes = await WARCSerializer.serialize(record, { gzip: true });
  await file.appendFile(bytes);
  return bytes.length;
}

/** What a server answered is a response with its head; a file is a resource. */
function recordOf(capture: Capture): WARCRecord {
  const { source, headers, original } = capture;
  const bytes = original?.bytes ?? capture.bytes;
  const mediaType = original?.mediaType ?? capture.mediaType ?? "application/octet-stream";
  const date = capture.captured !== null && source.url ? new Date(capture.captured) : new Date();
  const common = {
    warcVersion,
    url: source.url ?? `urn:entente:file/${encodeURI(source.path ?? capture.name)}`,
    date: (Number.isNaN(date.getTime()) ? new Date() : date).toISOString(),
    warcHeaders: { "WARC-Payload-Digest": capture.id },
  } as const;
  if (headers === undefined || source.url === undefined)
    return WARCRecord.create(
      { ...common, type: "resource", warcHeaders: { ...common.warcHeaders, "Content-Type": mediaType } },
      [bytes],
    );
  return WARCRecord.create({ ...common, type: "response", httpHeaders: headers.map(unpackedHeader) }, [bytes]);
}

/** The content is kept unpacked; a header that says otherwise is kept under another name, as other archives do. */
const unpackedHeader = ([name, value]: [string, string]): [string, string] =>
  /^(content-encoding|transfer-encoding|content-length)$/i.test(name) ? [`x-orig-${name}`, value] : [name, value];
