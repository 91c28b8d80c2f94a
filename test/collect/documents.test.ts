import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { edtfOf } from "../../src/collect/edtf-of.ts";
import { captureId } from "../../src/terms/index.ts";
import { inventedPdf } from "./invented-pdf.ts";
import { collectAll, gist, page } from "./local-server.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-documents-"));
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const captureIn = async (name: string, content: string | Uint8Array) => {
  const [found] = await collectAll([put(name, content)]);
  if (!found || !("capture" in found)) throw new Error(`not captured: ${JSON.stringify(found)}`);
  return { ...found.capture, text: new TextDecoder().decode(found.capture.bytes) };
};
const lines = (...words: string[]) => words.join("\r\n");

const saved = lines(
  "From: <Saved by Blink>",
  "Snapshot-Content-Location: https://a.example/story",
  "Date: Wed, 05 Feb 2031 23:30:00 +0300",
  "MIME-Version: 1.0",
  'Content-Type: multipart/related; type="text/html"; boundary="B"',
  "",
  "--B",
  "Content-Type: text/html",
  "Content-Transfer-Encoding: quoted-printable",
  "",
  page("Two =E2=80=93 sides sign"),
  "--B",
  "Content-Type: text/html",
  "",
  "<html><body>Buy now</body></html>",
  "--B--",
  "",
);
const letter = lines(
  "From: desk@a.example",
  "Subject: Two sides sign",
  "Date: Wed, 05 Feb 2031 23:30:00 +0300",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "The delegations met on the river barge.",
);

describe("a page saved as MHTML", () => {
  test("gives the page without its frames, with its address and the day it was saved", async () => {
    const capture = await captureIn("story.mhtml", saved);
    expect(capture.text).toContain("Two – sides sign");
    expect(capture.text).not.toContain("Buy now");
    expect(capture.source.url).toBe("https://a.example/story");
    expect([capture.captured, capture.published]).toEqual(["2031-02-05T23:30:00+03:00", null]);
  });
  test("is known by the bytes of its file", async () => {
    const capture = await captureIn("story.mht", saved);
    expect(capture.id).toBe(captureId(new TextEncoder().encode(saved)));
    expect(new TextDecoder().decode(capture.original?.bytes)).toBe(saved);
  });
});

describe("a mail", () => {
  test("gives its text under its subject, published when it was sent", async () => {
    const capture = await captureIn("letter.eml", letter);
    expect(capture.text).toBe("Two sides sign\n\nThe delegations met on the river barge.\n");
    expect(capture.published).toBe("2031-02-05T23:30:00+03:00");
    expect(capture.mediaType).toMatch(/^text\/plain/);
  });
  test("without a text says so", async () => {
    expect(gist(await collectAll([put("empty.eml", "Subject: nothing\r\n\r\n")]))).toEqual(["source.no-text"]);
  });
  test("damaged at will, gives a capture or a note", async () => {
    const damage = fc.record({ at: fc.nat(saved.length), cut: fc.nat(80), put: fc.string({ maxLength: 20 }) });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(saved, letter), damage, async (mail, { at, cut, put: more }) => {
        const found = await collectAll([put("damaged.eml", mail.slice(0, at) + more + mail.slice(at + cut))]);
        expect(found).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a PDF", () => {
  test("gives its text, a paragraph a line, words broken at the margin put together", async () => {
    const capture = await captureIn(
      "release.pdf",
      inventedPdf([
        [
          "Two sides sign",
          "",
          "The delegations met on the river barge and",
          "signed what they had ar-",
          "gued over.",
          "",
          "Both sides left.",
        ],
      ]),
    );
    expect(capture.text).toBe(
      "Two sides sign\n\nThe delegations met on the river barge and signed what they had argued over.\n\nBoth sides left.",
    );
    expect(capture.original?.mediaType).toBe("application/pdf");
  });
  test("is told by its first bytes, whatever its name says", async () => {
    expect((await captureIn("release.txt", inventedPdf([["Signed."]]))).text).toBe("Signed.");
  });
  test("of more pages than are read gives the first ones and a note", async () => {
    const pages = Array.from({ length: 230 }, (_, index) => [`Page ${index + 1}.`]);
    const found = await collectAll([put("long.pdf", inventedPdf(pages))]);
    expect(gist(found)).toEqual(["source.cut", "long"]);
    const capture = found[1] && "capture" in found[1] ? found[1].capture : null;
    expect(new TextDecoder().decode(capture?.bytes).trim().split("\n").at(-1)).toBe("Page 200.");
  });
  test("without text, cut short or of noise gives a note", async () => {
    const whole = inventedPdf([["Signed."]]);
    const inputs = [
      put("pictures.pdf", inventedPdf([[]])),
      put("noise.pdf", Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(3000, 7)])),
      put("head.pdf", whole.subarray(0, 40)),
      put("after.html", page("After")),
    ];
    expect(gist(await collectAll(inputs))).toEqual([
      "source.no-text",
      "source.unreadable",
      "source.unreadable",
      "after",
    ]);
  });
});

describe("dates of feeds and mails", () => {
  test.each([
    ["Wed, 05 Feb 2031 23:30:00 +0300", "2031-02-05T23:30:00+03:00"],
    ["Wed, 05 Feb 2031 23:30:00 GMT", "2031-02-05T23:30:00Z"],
    ["5 Feb 2031 23:30 EST", "2031-02-05T23:30:00-05:00"],
    ["2031-02-05T23:30:00.123+03:00", "2031-02-05T23:30:00.123+03:00"],
    ["2031-02-05", "2031-02-05"],
    ["2031-02", "2031-02"],
  ])("%s is %s", (written, edtf) => {
    expect(edtfOf(written)).toBe(edtf);
  });
  test.each(["", "soon", "2031-13-01", "0001-01-01T00:00:00Z", "Wed, 99 Feb 2031 00:00:00 GMT"])(
    "%s is none",
    (written) => {
      expect(edtfOf(written)).toBeNull();
    },
  );
});
