import { describe, expect, test } from "vitest";
import { readReport } from "../../src/read/read-report.ts";
import { captureId, type Report } from "../../src/terms/index.ts";
import { faultIn, mutatedPages } from "./mutated-pages.ts";

function read(content: string | Uint8Array<ArrayBuffer>, mediaType = "text/html"): Report {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : Uint8Array.from(content);
  return readReport({ id: captureId(bytes), name: "page", source: {}, bytes, captured: null, mediaType }).value;
}

const codes = ({ notes }: Report) => notes.map(({ code }) => code);

describe("pages that are broken or made to break a reader", () => {
  test("a page nested a million deep is cut there, with a note", () => {
    expect(codes(read("<div>".repeat(1_000_000)))).toContain("page.cut");
  });
  test("a page of closing tags alone has no story", () => {
    expect(codes(read("</p>".repeat(100_000)))).toContain("page.no-story");
  });
  test("a line of a hundred million characters is one paragraph, cut with a note", () => {
    const report = read(new Uint8Array(100_000_000).fill(97), "text/plain");
    expect(report.parts).toHaveLength(1);
    expect(codes(report)).toContain("page.cut");
    expect(report.text.length).toBeLessThan(5_000_000);
  });
  test("a page of a hundred million characters without a tag is cut with a note", () => {
    expect(codes(read(new Uint8Array(100_000_000).fill(97)))).toContain("page.cut");
  });
  test("half a million short lines do not hold the reader up", { timeout: 20_000 }, () => {
    expect(codes(read("A short line here\n".repeat(500_000), "text/plain"))).toContain("page.cut");
  });
  test("a masthead of a million blanks is not looked through again and again", { timeout: 20_000 }, () => {
    const text = `The Paper${" ".repeat(900_000)}of Record\n\nTwo sides sign\n\n${"The two sides signed the paper on a barge. ".repeat(5)}`;
    expect(read(text, "text/plain").parts.some(({ kind }) => kind === "lead")).toBe(true);
  });
  test("bold text nested a million deep is cut with a note", () => {
    expect(codes(read("<b>x".repeat(1_000_000)))).toContain("page.cut");
  });
  test("a million paragraphs are cut with a note", { timeout: 20_000 }, () => {
    expect(codes(read("<p>x".repeat(1_000_000)))).toContain("page.cut");
  });
  test("boxes within boxes, each marked as the author, are read once and not again for each", {
    timeout: 20_000,
  }, () => {
    const page = `${'<div itemprop="x" class="author">y'.repeat(250)}${'<span itemprop="author">z</span>'.repeat(100_000)}`;
    expect(codes(read(page))).toContain("date.none");
  });
  test("two hundred mutated pages give reports whose parts are in order, and no crash", { timeout: 120_000 }, () => {
    expect([...mutatedPages(200, 42)].map(faultIn).filter(Boolean)).toEqual([]);
  });
  test("a page cut off in the middle of a tag is read as far as it goes", () => {
    const page = `<h1>Two sides sign</h1><p>${"The two sides signed the paper on a barge, and argued about the pen. ".repeat(4)}</p><p cla`;
    expect(read(page).title).toBe("Two sides sign");
  });
  test("text in the wrong encoding is read, and said to be guessed", () => {
    const text = "Le président a déclaré que l'armée était prête à négocier après les élections. ".repeat(5);
    const report = read(
      Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
      "text/plain",
    );
    expect(report.text).toBe(text);
    expect(codes(report)).toContain("encoding.guessed");
  });
  test("a byte order mark tells UTF-16 from noise", () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Two sides sign", "utf16le")]);
    expect(read(bytes, "text/plain").text).toBe("Two sides sign");
  });
});
