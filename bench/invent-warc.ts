import { createCipheriv } from "node:crypto";
import { createWriteStream, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { WARCRecord, WARCSerializer } from "warcio";

const stories = join(import.meta.dirname, "../stories");

/**
 * Writes a web archive of about so many bytes, made as archives are: a page, what it loads (pictures, which fill most of
 * the archive), requests, repeats and pages that are gone. The pages are those of our stories, told apart by a number.
 * Gives the number of pages that a reader must find.
 */
export async function inventWarc(path: string, bytes: number): Promise<number> {
  const pages = inventedPages();
  const noise = createCipheriv("aes-128-ctr", Buffer.alloc(16, 1), Buffer.alloc(16));
  let written = 0;
  let number = 0;
  await pipeline(async function* () {
    while (written < bytes) {
      number += 1;
      const url = `http://news.example/${number}/story.html`;
      const page = (pages[number % pages.length] ?? "").replace(
        /<body[^>]*>|$/,
        (open) => `${open}<p>Edition ${number}</p>`,
      );
      for (const chunk of [
        await record("request", url, "", "text/html"),
        await record("response", url, page, "text/html; charset=utf-8"),
        ...(number % 3 === 0 ? [await record("revisit", url, "", "text/html")] : []),
        ...(number % 5 === 0
          ? [await record("response", `${url}.gone`, page, "text/html", "HTTP/1.1 404 Not Found")]
          : []),
        await record("response", `${url}.css`, "p { margin: 0 }\n".repeat(500), "text/css"),
        await record(
          "response",
          `${url}.jpg`,
          noise.update(Buffer.alloc(60_000 + (number % 9) * 20_000)),
          "image/jpeg",
        ),
      ]) {
        written += chunk.length;
        yield chunk;
      }
    }
  }, createWriteStream(path));
  return number;
}

/** Pages as large as those of the news: the story, and menus and teasers around it. */
function inventedPages(): string[] {
  const files = readdirSync(stories, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
  const menus = `<nav>${Array.from({ length: 300 }, (_, index) => `<a href="/section/${index}">Section ${index}</a>`).join("\n")}</nav>`;
  return files
    .sort()
    .map((file) => readFileSync(join(stories, file), "utf8").replace(/<\/body>|$/, (end) => `${menus}${end}`));
}

async function record(
  type: "request" | "response" | "revisit",
  url: string,
  body: string | Uint8Array,
  mediaType: string,
  statusline = type === "request" ? "GET / HTTP/1.1" : "HTTP/1.1 200 OK",
): Promise<Uint8Array> {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const facts = { url, type, statusline, date: "2031-02-05T10:00:00Z", httpHeaders: { "Content-Type": mediaType } };
  return WARCSerializer.serialize(WARCRecord.create(facts, [bytes]), { gzip: true });
}
