/** What bytes are, as far as collecting treats them differently. */
export type ContentKind = "page" | "pdf" | "mail" | "feed" | "sitemap" | "warc" | "zip" | "gzip" | "binary" | "empty";

/** Tells by the first bytes what something is; its media type or file name decides where the bytes alone do not. */
export function contentKind(head: Uint8Array, mediaType: string | null): ContentKind {
  if (head.length === 0) return "empty";
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 4096)).toString("latin1");
  if (start.slice(0, 1024).includes("%PDF-")) return "pdf";
  if (start.startsWith("WARC/")) return "warc";
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return "zip";
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  if (looksBinary(head)) return "binary";
  if (mediaType !== null && /^(message\/rfc822|multipart\/)/i.test(mediaType)) return "mail";
  return rootKind(start, mediaType) ?? "page";
}

/** Feeds and sitemaps are told by their root, not by what a server calls them. */
function rootKind(start: string, mediaType: string | null): ContentKind | null {
  if (mediaType !== null && /^application\/feed\+json/i.test(mediaType)) return "feed";
  if (/^[\s\xef\xbb\xbf]*\{/.test(start))
    return /"version"\s*:\s*"https:\/\/jsonfeed\.org\/version/.test(start) ? "feed" : null;
  const root = /^(?:[\s\xef\xbb\xbf]|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>)*<([\w:]+)/i.exec(
    start,
  )?.[1];
  if (root === undefined) return null;
  if (/^(rss|feed|(\w+:)?RDF)$/i.test(root)) return "feed";
  return /^(\w+:)?(urlset|sitemapindex)$/i.test(root) ? "sitemap" : null;
}

/** NUL bytes stand in binary files and in UTF-16, which announces itself by its first two bytes. */
function looksBinary(bytes: Uint8Array): boolean {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !utf16 && bytes.subarray(0, 8192).includes(0);
}
