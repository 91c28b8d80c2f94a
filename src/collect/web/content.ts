import { type Collected, type CollectOptions, defaultLargest, failed } from "../collected.ts";
import { isGzip, unpacked } from "../gzip.ts";
import { readLimited } from "../limited-bytes.ts";
import type { Answer, Validators, Web } from "./open-web.ts";

export type Content = Extract<Answer, { kind: "content" }>;
type Unchanged = { kind: "unchanged"; id: string };
type Failed = Extract<Answer, { kind: "failed" }>;

/** Asks for an address; a page that is kept from an earlier run is asked for only in case it changed. */
export async function askFor(url: string, web: Web, options: CollectOptions): Promise<Content | Unchanged | Failed> {
  const { largest = defaultLargest, web: { visits } = {} } = options;
  const visit = visits?.of(url);
  const known = visit && (visit.id === null || (await visits?.isKept(visit.id))) ? visit : undefined;
  const answer = await web.get(url, { largest, known });
  if (answer.kind === "unchanged") return { kind: "unchanged", id: visit?.id ?? "" };
  return answer.kind === "content" ? unpackedAnswer(answer, largest) : answer;
}

/** A file that is itself packed, such as `sitemap.xml.gz`; packing on the way is undone already. */
async function unpackedAnswer(answer: Content, largest: number): Promise<Content | Failed> {
  if (!isGzip(answer.bytes)) return answer;
  const { bytes, cut } = await readLimited(unpacked([answer.bytes]), largest);
  if (cut instanceof Error)
    return { kind: "failed", code: "source.unreadable", text: "its gzip data is damaged or cut short." };
  return { ...answer, bytes, cut: cut === null ? answer.cut : "too-large" };
}

/** What is said of an address that gave no content. */
export const withoutContent = (url: string, answer: Unchanged | Failed): Collected =>
  answer.kind === "unchanged" ? { input: url, unchanged: answer.id } : failed(url, answer.code, answer.text);

/** Why there is not all of it. */
export const cutWords: Record<NonNullable<Content["cut"]>, (largest: number) => string> = {
  "too-large": (largest) => `it goes on after ${largest} bytes; the limit is there.`,
  "too-slow": () => "it was still coming when its time was over.",
  "broken-off": () => "the connection broke off in the middle.",
};

export const mediaTypeIn = ({ headers }: Content): string | null => headerIn(headers, "content-type");

/** What to show the server another time, to be told whether the content is still the same. */
export const validatorsIn = ({ headers }: Content): Validators => {
  const [etag, modified] = [headerIn(headers, "etag"), headerIn(headers, "last-modified")];
  return { ...(etag ? { etag } : {}), ...(modified ? { modified } : {}) };
};

const headerIn = (headers: Content["headers"], name: string): string | null =>
  headers.find(([each]) => each.toLowerCase() === name)?.[1] ?? null;
