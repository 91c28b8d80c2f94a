import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** `sha256:` and the hex digest of the bytes: the id of a capture and its report. */
export function captureId(bytes: Uint8Array): string {
  return `sha256:${bytesToHex(sha256(bytes))}`;
}

/**
 * An id made from content, so that the same content has the same id wherever and whenever it is read:
 * `contentId("c", [...])` is `c:` and 128 bits of the digest of the parts, in hex.
 */
export function contentId(prefix: string, parts: readonly unknown[]): string {
  return `${prefix}:${bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, 32)}`;
}
