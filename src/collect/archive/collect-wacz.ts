import yauzl from "yauzl";
import { type Collected, failed } from "../collected.ts";
import { isGzip, unpacked } from "../gzip.ts";
import { peek } from "../limited-bytes.ts";
import { collectWarc, type OpenArchive } from "./collect-warc.ts";

/** The pages of the WARC files in a WACZ, or in any other zip file, one after the other; nothing is unpacked to disk. */
export async function* collectWacz(
  path: string,
  { largest, recordsDone }: { largest: number; recordsDone: (archive: string) => number },
): AsyncGenerator<Collected> {
  let zip: yauzl.ZipFile;
  try {
    zip = await yauzl.openPromise(path);
  } catch (cause) {
    yield failed(path, "archive.damaged", `this zip file cannot be read (${(cause as Error).message}).`);
    return;
  }
  let found = 0;
  let done = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (!/\.warc(\.gz)?$/i.test(entry.fileName)) continue;
      found += 1;
      const label = `${path}/${entry.fileName}`;
      const before = done;
      const counting = counted(await zip.openReadStreamPromise(entry), (bytes) => {
        done = before + bytes;
      });
      const { head, whole } = await peek(counting, 2);
      const archive: OpenArchive = {
        label,
        bytes: isGzip(head) ? unpacked(whole, true) : whole,
        progress: () => ({ done, bytes: zip.fileSize }),
        recordsDone: recordsDone(label),
        largest,
      };
      yield* collectWarc(archive);
    }
  } catch (cause) {
    yield failed(path, "archive.damaged", `this zip file is damaged (${(cause as Error).message}).`);
    return;
  } finally {
    zip.close();
  }
  if (found === 0) yield failed(path, "source.binary", "this is a zip file without web archives (.warc) in it.");
}

async function* counted(stream: AsyncIterable<Uint8Array>, tell: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    tell(bytes);
    yield chunk;
  }
}
