import { captureBytes } from "../capture-bytes.ts";
import { type Collected, type CollectOptions, defaultLargest, failed } from "../collected.ts";
import type { Entry } from "../feed/entry.ts";
import { nameOfUrl } from "../names.ts";
import { askFor, type Content, cutWords, mediaTypeIn, validatorsIn, withoutContent } from "./content.ts";
import type { Web } from "./open-web.ts";

/** One page that a feed names. What a feed names is taken for a page, even where it is another feed. */
export async function* collectEntry(
  entry: Entry,
  feed: string,
  web: Web,
  options: CollectOptions,
): AsyncGenerator<Collected> {
  const visits = options.web?.visits;
  const visit = visits?.of(entry.url);
  if (visit?.id && entry.stamp !== null && visit.stamp === entry.stamp && (await visits?.isKept(visit.id))) {
    yield { input: entry.url, unchanged: visit.id };
    return;
  }
  const answer = await askFor(entry.url, web, options);
  if (answer.kind === "content") yield* capturePage(entry, answer, options, feed);
  else yield withoutContent(entry.url, answer);
}

/** What came from an address as a capture, and what is to be shown to the server another time. */
export async function* capturePage(
  entry: Entry,
  answer: Content,
  { largest = defaultLargest, web: { visits } = {} }: CollectOptions,
  feed?: string,
): AsyncGenerator<Collected> {
  const { url } = entry;
  if (answer.cut !== null) {
    yield failed(url, `source.${answer.cut}`, cutWords[answer.cut](largest));
    return;
  }
  const found = await captureBytes(answer.bytes, {
    label: url,
    name: nameOfUrl(answer.url),
    source: { url: answer.url, ...(feed === undefined ? {} : { feed }) },
    mediaType: mediaTypeIn(answer),
    captured: answer.captured,
    published: entry.published,
    headers: answer.headers,
    ...(entry.publisher === null ? {} : { publisherHint: entry.publisher }),
  });
  for (const collected of found) {
    yield collected;
    // Only now: what was taken has been recorded, or the run has ended.
    if ("capture" in collected)
      await visits?.remember(url, {
        ...validatorsIn(answer),
        id: collected.capture.id,
        ...(entry.stamp === null ? {} : { stamp: entry.stamp }),
      });
  }
}
