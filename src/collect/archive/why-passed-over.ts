import type { WarcContent } from "./warc-content.ts";

/** Why a record of an archive holds no page to read, in words that can be counted; null when it may hold one. */
export function whyPassedOver({ type, url, http, mediaType }: WarcContent): string | null {
  if (type === "revisit") return "revisits (the page is in another record)";
  if (type !== "response" && type !== "resource" && type !== "conversion") return `records of type ${type}`;
  if (type === "response" && (http === null || !/^https?:/i.test(url ?? ""))) return "records of other protocols";
  if (http !== null && http.status !== 200) return `answers with status ${http.status}`;
  return isPage(mediaType) ? null : `files of type ${mediaType?.split(";")[0]?.trim().toLowerCase() || "unknown"}`;
}

const isPage = (mediaType: string | null): boolean =>
  /^\s*(text\/(html|plain)|application\/(xhtml\+xml|pdf)|message\/rfc822|multipart\/related)\b/i.test(mediaType ?? "");
