import { describe, expect, test } from "vitest";
import { readReport } from "../../src/read/read-report.ts";
import { captureId, type Report } from "../../src/terms/index.ts";

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
  test("a line of ten million characters is one paragraph", () => {
    expect(read("word, and ".repeat(1_000_000), "text/plain").parts).toHaveLength(1);
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
