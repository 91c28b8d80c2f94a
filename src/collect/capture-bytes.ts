import { type Capture, captureId } from "../terms/index.ts";
import { type Collected, failed, remark } from "./collected.ts";
import { contentKind } from "./content-kind.ts";
import { readMail } from "./document/mail.ts";
import { mostPages, pdfText } from "./document/pdf-text.ts";

/** What is known of bytes beside the bytes. `label` is how notes call them. */
export interface Origin extends Omit<Capture, "id" | "bytes" | "original"> {
  label: string;
}

/** Unpacked bytes as a capture: a page or a text as it is, the text of a PDF, the page in a mail. */
export async function captureBytes(bytes: Uint8Array<ArrayBuffer>, origin: Origin): Promise<Collected[]> {
  switch (contentKind(bytes, origin.mediaType)) {
    case "empty":
      return [failed(origin.label, "source.empty", "there is nothing in it.")];
    case "pdf":
      return capturePdf(bytes, origin);
    case "mail":
      return captureMail(bytes, origin);
    case "page":
    case "feed":
    case "sitemap":
      return [captured(bytes, origin)];
    case "warc":
    case "zip":
    case "gzip":
      return [failed(origin.label, "source.binary", "this is an archive; it is read from a file, by its path.")];
    default:
      return [failed(origin.label, "source.binary", "this is binary data, not a text or a page.")];
  }
}

function captured(
  bytes: Uint8Array<ArrayBuffer>,
  { label: _, ...facts }: Origin,
  original?: Capture["original"],
): Collected {
  const id = captureId(original?.bytes ?? bytes);
  return { capture: { id, ...facts, bytes, ...(original ? { original } : {}) } };
}

async function capturePdf(bytes: Uint8Array<ArrayBuffer>, origin: Origin): Promise<Collected[]> {
  try {
    const { text, pages } = await pdfText(bytes);
    if (text === "")
      return [failed(origin.label, "source.no-text", "the PDF holds pictures of pages and no text; it is not read.")];
    const original = { bytes, mediaType: "application/pdf" };
    const content = new Uint8Array(new TextEncoder().encode(text));
    const capture = captured(content, { ...origin, mediaType: "text/plain; charset=utf-8" }, original);
    if (pages <= mostPages) return [capture];
    return [remark(origin.label, "source.cut", `only the first ${mostPages} of ${pages} pages are read.`), capture];
  } catch (cause) {
    return [failed(origin.label, "source.unreadable", `the PDF cannot be read (${(cause as Error).message}).`)];
  }
}

async function captureMail(bytes: Uint8Array<ArrayBuffer>, origin: Origin): Promise<Collected[]> {
  try {
    const mail = await readMail(bytes);
    if (mail === null) return [failed(origin.label, "source.no-text", "the mail holds neither a page nor a text.")];
    const original = { bytes, mediaType: origin.mediaType ?? "message/rfc822" };
    const saved = mail.url !== null;
    const facts: Origin = {
      ...origin,
      mediaType: `${mail.mediaType}; charset=utf-8`,
      source: saved ? { ...origin.source, url: mail.url! } : origin.source,
      // A page's file was saved on its date; a mail was sent, so published to those who got it.
      captured: saved ? (mail.date ?? origin.captured) : origin.captured,
      published: saved ? (origin.published ?? null) : (origin.published ?? mail.date),
    };
    return [captured(mail.bytes, facts, original)];
  } catch (cause) {
    return [failed(origin.label, "source.unreadable", `the mail cannot be read (${(cause as Error).message}).`)];
  }
}
