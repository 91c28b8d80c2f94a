import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type CollectOptions, collectCaptures } from "../../src/collect/collect-captures.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-collect-"));
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

/** Names of what was captured, and codes of what was not. */
async function collect(inputs: string[], options?: CollectOptions): Promise<string[]> {
  const found: string[] = [];
  for await (const collected of collectCaptures(inputs, options)) {
    if ("note" in collected) found.push(collected.note.code);
    else if ("capture" in collected) found.push(collected.capture.name);
  }
  return found;
}

describe("what is collected", () => {
  test("a folder gives its texts and pages in the order of their names, with those of its folders", async () => {
    mkdirSync(join(folder, "news/old"), { recursive: true });
    put("news/b.html", "<p>b</p>");
    put("news/a.txt", "a");
    put("news/c.html.gz", gzipSync("<p>c</p>"));
    put("news/notes.bin", "x");
    put("news/old/z.htm", "<p>z</p>");
    expect(await collect([join(folder, "news")])).toEqual(["a", "b", "c", "z"]);
  });
  test("an empty, a binary and a missing file each give a note, and the rest goes on", async () => {
    const inputs = [
      put("empty.txt", ""),
      put("binary.txt", Buffer.from([1, 0, 2])),
      join(folder, "none.txt"),
      put("fine.txt", "fine"),
    ];
    expect(await collect(inputs)).toEqual(["source.empty", "source.binary", "source.unreadable", "fine"]);
  });
  test("a file over the limit, or one that unpacks to more, is not read", async () => {
    const inputs = [put("large.txt", "x".repeat(2000)), put("bomb.html.gz", gzipSync(Buffer.alloc(1_000_000, 32)))];
    expect(await collect(inputs, { largest: 1500 })).toEqual(["source.too-large", "source.too-large"]);
  });
  test("a damaged gzip file gives a note", async () => {
    const packed = gzipSync("<p>The two sides signed.</p>".repeat(100));
    expect(await collect([put("damaged.html.gz", packed.subarray(0, packed.length - 20))])).toEqual([
      "source.unreadable",
    ]);
  });
  test("a line without end on standard input is read up to the limit and no further", async () => {
    let given = 0;
    async function* stdin() {
      for (; given < 1000; given++) yield Buffer.alloc(1_000_000, "word ");
    }
    expect(await collect(["-"], { stdin: stdin() })).toEqual(["source.too-large"]);
    expect(given).toBeLessThan(40);
  });
  test("standard input is one capture", async () => {
    async function* stdin() {
      yield new TextEncoder().encode("The two ");
      yield new TextEncoder().encode("sides signed.");
    }
    expect(await collect(["-"], { stdin: stdin() })).toEqual(["stdin"]);
  });
});
