import { basename } from "node:path";

const mediaTypes: Record<string, string> = {
  ".txt": "text/plain",
  ".text": "text/plain",
  ".html": "text/html",
  ".htm": "text/html",
  ".xhtml": "text/html",
  ".pdf": "application/pdf",
  ".eml": "message/rfc822",
  ".mhtml": "multipart/related",
  ".mht": "multipart/related",
  ".warc": "application/warc",
  ".wacz": "application/wacz",
};

/** By the name's last extension that says what is inside: `page.html.gz` is a page. Null for names of other kinds. */
export function mediaTypeOf(path: string): string | null {
  const extension = /\.[a-z]+(?=(\.gz)?$)/i.exec(path)?.[0].toLowerCase();
  return (extension && mediaTypes[extension]) ?? null;
}

/** The file's name without all its extensions: `page.html.gz` is `page`. */
export function nameOfFile(path: string): string {
  return (
    basename(path).replace(/(\.(txt|text|html?|xhtml|mhtml?|eml|pdf|xml|rss|atom|json))?(\.gz)?$/i, "") ||
    basename(path)
  );
}

/** The last words of an address: `https://a.example/2031/02/two-sides-sign.html` is `two-sides-sign`. */
export function nameOfUrl(url: string): string {
  const { hostname, pathname } = new URL(url);
  const steps = pathname
    .split("/")
    .filter(Boolean)
    .map((step) => decoded(step).replace(/\.(s?html?|php|aspx?|jsp|pdf|txt|amp)$/i, ""));
  const telling = steps.filter((step) => /\p{L}{2}/u.test(step) && !/^(index|amp|default|article|story)$/i.test(step));
  const name = telling.at(-1) ?? steps.slice(-2).join("-");
  return name.replace(/[^\p{L}\p{N}._-]+/gu, "-").slice(0, 100) || hostname;
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
