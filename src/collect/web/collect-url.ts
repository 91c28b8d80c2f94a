import type { Collected, CollectOptions } from "../collected.ts";
import { contentKind } from "../content-kind.ts";
import { collectFeed } from "../feed/collect-feed.ts";
import { capturePage } from "./collect-page.ts";
import { askFor, mediaTypeIn, validatorsIn, withoutContent } from "./content.ts";
import type { Web } from "./open-web.ts";

/** What an address gives: a page, or all that a feed or a sitemap there names. */
export async function* collectUrl(url: string, web: Web, options: CollectOptions): AsyncGenerator<Collected> {
  const answer = await askFor(url, web, options);
  if (answer.kind !== "content") {
    yield withoutContent(url, answer);
    return;
  }
  const kind = contentKind(answer.bytes, mediaTypeIn(answer));
  if (kind !== "feed" && kind !== "sitemap") {
    yield* capturePage({ url, published: null, publisher: null, stamp: null }, answer, options);
    return;
  }
  const feed = {
    label: url,
    base: answer.url,
    kind,
    bytes: answer.bytes,
    cut: answer.cut,
    mediaType: mediaTypeIn(answer),
  } as const;
  const isWhole = yield* collectFeed(feed, web, options);
  // A feed is asked for again in full until all its entries have been read once.
  if (isWhole) await options.web?.visits?.remember(url, { ...validatorsIn(answer), id: null });
}
