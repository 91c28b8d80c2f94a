import chardet from "chardet";
import iconv from "iconv-lite";
import type { Note, Noted } from "../terms/index.ts";

/**
 * Bytes to text: by the byte order mark, the declared charset, UTF-8 if it is valid, else by a detector's guess (with
 * a note). The text is otherwise untouched, so that offsets hold in the user's own file.
 */
export function decode(bytes: Uint8Array, declared: string | null): Noted<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = markedEncoding(buffer);
  if (marked) return { value: iconv.decode(buffer, marked, { stripBOM: true }), notes: [] };
  const utf8 = asUtf8(buffer);
  if (utf8 !== null) return { value: utf8, notes: [] };
  if (declared && iconv.encodingExists(declared) && !/^utf-?8$/i.test(declared))
    return { value: iconv.decode(buffer, declared), notes: [] };
  const guess = chardet.detect(buffer.subarray(0, 65536)) ?? "windows-1252";
  const encoding = iconv.encodingExists(guess) && !/^utf-?8$/i.test(guess) ? guess : "windows-1252";
  const note: Note = {
    code: "encoding.guessed",
    text: `Neither UTF-8 nor a declared encoding fits; read as ${encoding}.`,
  };
  return { value: iconv.decode(buffer, encoding), notes: [note] };
}

function markedEncoding(buffer: Buffer): string | null {
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return "utf8";
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return "utf16le";
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return "utf16be";
  return null;
}

function asUtf8(buffer: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(buffer);
  } catch {
    return null;
  }
}

/** The charset that came with the bytes, in their media type. */
export function sentCharset(mediaType: string | null): string | null {
  return /charset=["']?([\w-]+)/i.exec(mediaType ?? "")?.[1] ?? null;
}

/** The charset that a page declares in its first bytes. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 2048)).toString("latin1");
  return /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? null;
}
