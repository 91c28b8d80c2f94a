import { type Collected, type CollectOptions, failed } from "../collected.ts";
import { collectEntry } from "../web/collect-page.ts";
import { askFor, type Content, cutWords, mediaTypeIn, withoutContent } from "../web/content.ts";
import type { Web } from "../web/open-web.ts";
import type { Entry } from "./entry.ts";
import { mended, readFeed } from "./read-feed.ts";
import { readSitemap } from "./read-sitemap.ts";

/** A feed or a sitemap as it came, from the web or from a file. */
export interface FeedContent {
  label: string;
  kind: "feed" | "sitemap";
  bytes: Uint8Array;
  mediaType: string | null;
  /** What its relative links start from; a file has none. */
  base?: string;
  cut: Content["cut"];
}

/** A feed of news names some dozens of pages, a sitemap of news a thousand at most. */
const defaultMost = 1000;
/** Of thousands of entries; parsing one of 30 MB would take a minute. */
const largestFeed = 8 * 1024 * 1024;
/** An index of sitemaps may name 50,000; each is one request. */
const mostSitemaps = 1000;

/**
 * The pages that a feed or a sitemap names, and those of the sitemaps that it names, one after the other. Ends with
 * whether all that it names were read.
 */
export async function* collectFeed(
  feed: FeedContent,
  web: Web,
  options: CollectOptions,
): AsyncGenerator<Collected, boolean> {
  const most = options.most ?? defaultMost;
  const seen = new Set<string>();
  let asked = 0;
  let isWhole = true;
  for await (const found of entriesOf(feed, web, options)) {
    if ("note" in found) {
      isWhole = false;
      yield found;
      continue;
    }
    if (seen.has(found.url)) continue;
    seen.add(found.url);
    if (asked >= most) {
      yield failed(feed.label, "feed.cut", `it names more than ${most} pages; --most takes more of them.`);
      return false;
    }
    for await (const collected of collectEntry(found, feed.label, web, options)) {
      if ("note" in collected && collected.failed) isWhole = false;
      if (!("unchanged" in collected)) asked += 1;
      yield collected;
    }
  }
  return isWhole;
}

type Found = Entry | Extract<Collected, { note: unknown }>;

async function* entriesOf(whole: FeedContent, web: Web, options: CollectOptions): AsyncGenerator<Found> {
  const feed = whole.kind === "feed" ? cutToSize(whole) : whole;
  if (feed.cut !== null)
    yield note(feed.label, "feed.cut", `${cutWords[feed.cut](feed.bytes.length)} What came before is read.`);
  if (feed.kind === "feed") yield* entriesOfFeed(feed);
  else yield* entriesOfSitemaps(feed, web, options);
}

const cutToSize = (feed: FeedContent): FeedContent =>
  feed.bytes.length <= largestFeed ? feed : { ...feed, bytes: feed.bytes.subarray(0, largestFeed), cut: "too-large" };

function* entriesOfFeed(feed: FeedContent): Generator<Found> {
  try {
    const whole = textOf(feed);
    const { entries, without } = readFeed(feed.cut === null ? whole : mended(whole), feed.base);
    yield* entries;
    if (without > 0) yield note(feed.label, "feed.no-link", `${without} of its entries name no page.`);
  } catch (cause) {
    yield note(feed.label, "feed.broken", `it is no feed that can be read (${messageOf(cause)}).`);
  }
}

async function* entriesOfSitemaps(first: FeedContent, web: Web, options: CollectOptions): AsyncGenerator<Found> {
  const { entries, sitemaps } = readSitemap(textOf(first), first.base);
  yield* entries;
  const waiting = [...new Set(sitemaps)];
  const seen = new Set(waiting);
  for (let url = waiting.shift(), asked = 1; url !== undefined; url = waiting.shift(), asked++) {
    if (asked > mostSitemaps) {
      yield note(first.label, "feed.cut", `it leads to more than ${mostSitemaps} sitemaps; the rest is not read.`);
      return;
    }
    const answer = await askFor(url, web, { ...options, web: {} });
    if (answer.kind !== "content") {
      yield withoutContent(url, answer) as Found;
      continue;
    }
    if (answer.cut !== null) yield note(url, "feed.cut", `${cutWords[answer.cut](answer.bytes.length)}`);
    const next = readSitemap(textOf({ bytes: answer.bytes, mediaType: mediaTypeIn(answer) }), answer.url);
    yield* next.entries;
    if (next.entries.length + next.sitemaps.length === 0)
      yield note(url, "feed.broken", "no sitemap, or an empty one.");
    for (const each of next.sitemaps.filter((one) => !seen.has(one))) {
      seen.add(each);
      waiting.push(each);
    }
  }
}

const note = (input: string, code: string, text: string): Found => failed(input, code, text) as Found;

/** By the server's charset, else the one in the XML declaration, else UTF-8. */
function textOf({ bytes, mediaType }: Pick<FeedContent, "bytes" | "mediaType">): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 256)).toString("latin1");
  const named =
    /charset\s*=\s*"?([\w-]+)/i.exec(mediaType ?? "")?.[1] ?? /encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1];
  try {
    return new TextDecoder(named ?? "utf-8").decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** What a parser's error says, and what lay behind it. */
function messageOf(cause: unknown): string {
  const { message, cause: behind } = cause as Error;
  return behind instanceof Error ? `${message}: ${behind.message}` : message;
}
