import { appendFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findKept, readKept } from "../../src/collect/keep/find-capture.ts";
import { keepCaptures } from "../../src/collect/keep/keep-captures.ts";
import { type Capture, captureId } from "../../src/terms/index.ts";
import { collectAll, gist, page } from "./local-server.ts";

const newFolder = () => join(mkdtempSync(join(tmpdir(), "entente-keep-")), "captures");
const captureOf = (name: string, more: Partial<Capture> = {}): Capture => {
  const bytes = new TextEncoder().encode(page(name));
  const source = { url: `http://a.example/${name}.html` };
  return {
    id: captureId(bytes),
    name,
    source,
    bytes,
    captured: "2031-02-05T10:00:00Z",
    mediaType: "text/html",
    ...more,
  };
};
async function keepAll(folder: string, captures: Capture[]): Promise<boolean[]> {
  const keeper = await keepCaptures(folder, "Entente/test");
  const kept: boolean[] = [];
  for (const capture of captures) kept.push(await keeper.keep(capture));
  await keeper.close();
  return kept;
}

describe("captures that are kept", () => {
  test("come back byte for byte, with what the server said, by id, by its first digits, by name and by address", async () => {
    const folder = newFolder();
    const one = captureOf("one", {
      headers: [
        ["content-type", "text/html"],
        ["etag", '"v1"'],
      ],
    });
    await keepAll(folder, [one, captureOf("two")]);
    for (const word of [one.id, one.id.slice(0, 15), one.id.slice(7, 17), "one", "http://a.example/one.html"]) {
      const found = await findKept(folder, word);
      expect(
        found.map(({ id }) => id),
        word,
      ).toEqual([one.id]);
      const capture = await readKept(folder, found[0]!);
      expect(new TextDecoder().decode(capture.bytes)).toBe(page("one"));
      expect(capture.headers).toContainEqual(["etag", '"v1"']);
    }
  });
  test("are kept once, over several runs, and each run writes files of its own", async () => {
    const folder = newFolder();
    expect(await keepAll(folder, [captureOf("one"), captureOf("one")])).toEqual([true, false]);
    expect(await keepAll(folder, [captureOf("one"), captureOf("two")])).toEqual([false, true]);
    expect(readdirSync(folder).filter((name) => name.endsWith(".warc.gz"))).toHaveLength(2);
    expect(await keepAll(folder, [captureOf("one")])).toEqual([false]);
    expect(readdirSync(folder)).toHaveLength(4);
  });
  test("are what was collected, not what was taken out of it", async () => {
    const folder = newFolder();
    const original = { bytes: new TextEncoder().encode("%PDF-1.4 …"), mediaType: "application/pdf" };
    const capture = captureOf("release", { id: captureId(original.bytes), original, source: { path: "release.pdf" } });
    await keepAll(folder, [capture]);
    const [found] = await findKept(folder, "release");
    expect(Buffer.from((await readKept(folder, found!)).bytes).equals(original.bytes)).toBe(true);
  });
  test("are a web archive like any other, and can be read from it again", async () => {
    const folder = newFolder();
    const headers: [string, string][] = [
      ["content-type", "text/html"],
      ["content-encoding", "gzip"],
    ];
    await keepAll(folder, [captureOf("one", { headers }), captureOf("two", { source: { path: "two.html" } })]);
    const found = await collectAll([folder]);
    expect(gist(found)).toEqual(["one", "two", "archive.passed-over"]);
    const ids = found.flatMap((each) => ("capture" in each ? [each.capture.id] : []));
    expect(ids).toEqual([captureOf("one").id, captureOf("two").id]);
  });
  test("that were changed on disk are not shown, and what a killed run left is passed over", async () => {
    const folder = newFolder();
    await keepAll(folder, [captureOf("one")]);
    const [name] = readdirSync(folder).filter((each) => each.endsWith(".index.jsonl"));
    appendFileSync(join(folder, name!), '{"id":"sha256:12');
    const [found] = await findKept(folder, "one");
    const warc = join(folder, found!.file);
    const bytes = readFileSync(warc);
    bytes[bytes.length - 60]! ^= 0xff;
    writeFileSync(warc, bytes);
    await expect(readKept(folder, found!)).rejects.toThrow();
  });
});
