export { oneLine, plainText } from "../terms/plain-text.ts";

/** The address, if it is one that a click may go to; a `javascript:` or `data:` address is none. */
export function safeUrl(url: string): string | null {
  try {
    const { protocol, href } = new URL(url);
    return protocol === "https:" || protocol === "http:" ? href : null;
  } catch {
    return null;
  }
}
