import PostalMime, { type Email } from "postal-mime";
import { edtfOf } from "../edtf-of.ts";

/** The page or text in a mail or in a page saved as MHTML, and what the mail says of it. */
export interface MailContent {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: "text/html" | "text/plain";
  subject: string | null;
  /** When it was sent or saved. */
  date: string | null;
  /** The address of a saved page. */
  url: string | null;
}

/** 32 MB of mail in lines of usual width. A mail of empty lines would take minutes. */
const mostLines = 600_000;

/** Takes the page out of a mail or an MHTML file; null when it holds neither a page nor a text. Throws when it is damaged. */
export async function readMail(bytes: Uint8Array): Promise<MailContent | null> {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
  if (lines > mostLines) throw new Error(`it has more than ${mostLines} lines`);
  const mail = await PostalMime.parse(bytes);
  const header = (key: string) => mail.headers.find((one) => one.key === key)?.value ?? null;
  const content = contentOf(mail);
  if (content === null) return null;
  return {
    bytes: new Uint8Array(new TextEncoder().encode(content.text)),
    mediaType: content.mediaType,
    subject: mail.subject ?? null,
    date: edtfOf(header("date")),
    url: header("snapshot-content-location") ?? header("content-location"),
  };
}

function contentOf({ html, text, subject }: Email): { text: string; mediaType: MailContent["mediaType"] } | null {
  if (html?.trim()) return { text: firstPage(html), mediaType: "text/html" };
  if (!text?.trim()) return null;
  return { text: subject ? `${subject}\n\n${text}` : text, mediaType: "text/plain" };
}

/** A saved page's frames follow it in the same file; they are adverts and players. */
function firstPage(html: string): string {
  const end = /<\/html\s*>(?=\s*(<!doctype|<html))/i.exec(html);
  return end ? html.slice(0, end.index + end[0].length) : html;
}
