import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Collected } from "../../src/collect/collect-captures.ts";
import { packedRecord } from "./invented-warc.ts";
import { collectAll, gist, page } from "./local-server.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-archives-"));
const put = (name: string, content: Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const read = async (name: string, content: Uint8Array, options = {}) =>
  gist(await collectAll([put(name, content)], options));
const noteOf = (found: readonly Collected[]) =>
  found.flatMap((each) => ("note" in each ? [each.note.text] : [])).join("\n");

let records: Uint8Array[];
let mixed: Uint8Array;
beforeAll(async () => {
  records = [
    await packedRecord({ url: "http://a.example/one.html", body: page("One") }),
    await packedRecord({ url: "http://a.example/two.html", body: page("Two") }),
    await packedRecord({ url: "http://a.example/three.html", body: page("Three") }),
  ];
  mixed = Buffer.concat([
    await packedRecord({ type: "warcinfo", body: "software: invented" }),
    await packedRecord({ type: "request", url: "http://a.example/one.html" }),
    records[0]!,
    await packedRecord({ type: "revisit", url: "http://a.example/one.html" }),
    await packedRecord({ url: "http://a.example/p.jpg", mediaType: "image/jpeg", body: new Uint8Array(5000) }),
    await packedRecord({ url: "http://a.example/gone", status: "HTTP/1.1 404 Not Found", body: page("Gone") }),
    await packedRecord({ url: "dns:a.example", body: "a.example 10.1.1.1" }),
    await packedRecord({
      type: "resource",
      url: "http://a.example/note.txt",
      mediaType: "text/plain",
      body: "Signed.",
    }),
    records[1]!,
  ]);
});

describe("a web archive", () => {
  test("gives its pages with address, record, time and headers; the rest is counted by reason at the end", async () => {
    const found = await collectAll([put("mixed.warc.gz", mixed)]);
    expect(gist(found)).toEqual(["one", "note", "two", "archive.passed-over"]);
    const [first] = found;
    const capture = first && "capture" in first ? first.capture : null;
    expect(capture?.source.url).toBe("http://a.example/one.html");
    expect(capture?.source.record).toMatch(/^<urn:uuid:/);
    expect(capture?.captured).toMatch(/^2031-02-05T10:00:00/);
    expect(new TextDecoder().decode(capture?.bytes)).toBe(page("One"));
    const words = noteOf(found);
    for (const reason of [
      "1 revisits",
      "1 files of type image/jpeg",
      "1 answers with status 404",
      "1 records of type request",
    ])
      expect(words).toContain(reason);
  });
  test("is the same unpacked, and from standard input", async () => {
    const plain = gunzipSync(mixed);
    async function* stdin() {
      for (let start = 0; start < plain.length; start += 700) yield plain.subarray(start, start + 700);
    }
    const expected = ["one", "note", "two", "archive.passed-over"];
    expect(await read("mixed.warc", plain)).toEqual(expected);
    expect(gist(await collectAll(["-"], { stdin: stdin() }))).toEqual(expected);
  });
  test("gives content unpacked and put together, however the server sent it", async () => {
    const body = page("Packed");
    const chunked = `5\r\n${body.slice(0, 5)}\r\n${(body.length - 5).toString(16)}\r\n${body.slice(5)}\r\n0\r\n\r\n`;
    const packed = Buffer.concat([
      await packedRecord({
        headers: [
          ["Content-Type", "text/html"],
          ["Content-Encoding", "gzip"],
        ],
        body: gzipSync(body),
      }),
      await packedRecord({
        headers: [
          ["Content-Type", "text/html"],
          ["Transfer-Encoding", "chunked"],
        ],
        body: chunked,
      }),
      await packedRecord({
        headers: [
          ["Content-Type", "text/html"],
          ["Content-Encoding", "br"],
        ],
        body,
      }),
    ]);
    const found = await collectAll([put("sent.warc.gz", packed)]);
    const texts = found.map((each) => "capture" in each && new TextDecoder().decode(each.capture.bytes));
    expect(texts).toEqual([body, body, body]);
  });
  test("is gone on with after the record that was read last", async () => {
    const path = put("three.warc.gz", Buffer.concat(records));
    const [, second] = await collectAll([path]);
    expect(second?.place?.record).toBe(2);
    expect(gist(await collectAll([path], { recordsDone: () => 2 }))).toEqual(["three"]);
  });
  test("in a WACZ is read where it lies, wherever in the zip file", async () => {
    const wacz = zip({
      "datapackage.json": Buffer.from("{}"),
      "archive/data.warc.gz": Buffer.concat(records.slice(0, 2)),
    });
    expect(await read("crawl.wacz", wacz)).toEqual(["one", "two"]);
  });
});

describe("an archive that is damaged or means harm", () => {
  test("cut short gives what came before, and a note", async () => {
    const whole = Buffer.concat(records);
    expect(await read("cut.warc.gz", whole.subarray(0, whole.length - 60))).toEqual(["one", "two", "archive.damaged"]);
    const plain = gunzipSync(whole);
    expect(await read("cut.warc", plain.subarray(0, plain.length - 300))).toEqual(["one", "two", "archive.damaged"]);
  });
  test("of noise after a good start, or after the gzip head, gives a note and the other inputs are read", async () => {
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251));
    const found = await collectAll([
      put("noise.warc", Buffer.concat([gunzipSync(records[0]!), noise])),
      put("noise.warc.gz", Buffer.concat([Buffer.from([0x1f, 0x8b, 8]), noise])),
      put("noise.wacz", Buffer.concat([Buffer.from("PK\x03\x04"), noise])),
      put("after.html", Buffer.from(page("After"))),
    ]);
    expect(gist(found)).toEqual(["one", "archive.damaged", "source.unreadable", "archive.damaged", "after"]);
  });
  test("with a head that has no end, or a length beyond its end, is given up without filling the memory", async () => {
    const start = gunzipSync(records[0]!);
    const endless = Buffer.concat([start, Buffer.from("WARC/1.0\r\nX: "), Buffer.alloc(20_000_000, 0x61)]);
    expect(await read("endless.warc", endless)).toEqual(["one", "archive.damaged"]);
    const long = Buffer.from(
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999\r\n\r\nHTTP/1.1 200 OK\r\n",
    );
    expect(await read("long.warc", Buffer.concat([start, long]))).toEqual([
      "one",
      "archive.damaged",
      "archive.passed-over",
    ]);
  });
  test("with a record over the limit, or one that unpacks to more, passes over that record", async () => {
    const large = Buffer.concat([
      await packedRecord({ body: Buffer.alloc(3_000_000, 0x61) }),
      await packedRecord({
        headers: [
          ["Content-Type", "text/html"],
          ["Content-Encoding", "gzip"],
        ],
        body: gzipSync(Buffer.alloc(3_000_000, 0x61)),
      }),
      records[0]!,
    ]);
    const found = await collectAll([put("large.warc.gz", large)], { largest: 1_000_000 });
    expect(gist(found)).toEqual(["one", "archive.passed-over"]);
    expect(noteOf(found)).toContain("2 pages over the limit");
  });
  test("that is a bomb is not unpacked to its end", async () => {
    const head = "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: image/jpeg\r\nContent-Length: 99999999999\r\n\r\n";
    const zeros = gzipSync(Buffer.alloc(100_000_000));
    const bomb = Buffer.concat([gzipSync(head), ...Array.from({ length: 20 }, () => zeros)]);
    const found = await collectAll([put("bomb.warc.gz", bomb)]);
    expect(noteOf(found)).toContain("far more than pages do");
  });
  test("a zip file without archives says so", async () => {
    expect(await read("report.docx", zip({ "word/document.xml": Buffer.from("<w/>") }))).toEqual(["source.binary"]);
  });

  test("damaged at will, gives captures and notes and never an error", async () => {
    // The library tells of leftovers on standard error; four thousand times is too often.
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const whole = [Buffer.concat(records), gunzipSync(Buffer.concat(records)), gunzipSync(mixed)];
    const damage = fc.record({
      at: fc.nat(9999),
      cut: fc.nat(60),
      put: fc.uint8Array({ maxLength: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        async (bytes, wounds) => {
          const damaged = wounds.reduce<Uint8Array>((left, { at, cut, put }) => {
            const place = Math.floor((at / 10_000) * left.length);
            return Buffer.concat([left.subarray(0, place), put, left.subarray(place + cut)]);
          }, bytes);
          async function* stdin() {
            yield damaged;
          }
          const found = await collectAll(["-"], { stdin: stdin() });
          expect(found.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 4000 },
    );
  });
});

/** A zip file with its entries unpacked, as a WACZ has them. */
function zip(files: Record<string, Uint8Array>): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(10, 0);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), facts, Buffer.from(name), bytes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), facts, place, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listed, Buffer.from("PK\x05\x06"), end]);
}
