import { parseFeed } from "feedsmith";
import { edtfOf } from "../edtf-of.ts";
import { absolute, type Entry } from "./entry.ts";

/** The entries of an RSS, RDF, Atom or JSON feed; `without` counts those that name no page. Throws when it is broken. */
export function readFeed(text: string, base?: string): { entries: Entry[]; without: number } {
  const drafts = draftsOf(text).map(({ link, ...draft }) => ({ ...draft, url: absolute(link, base) }));
  const entries = drafts.filter((draft): draft is Entry => draft.url !== null);
  return { entries, without: drafts.length - entries.length };
}

type Draft = Omit<Entry, "url"> & { link: string | undefined };

function draftsOf(text: string): Draft[] {
  const { format, feed } = parseFeed(text);
  switch (format) {
    case "rss":
      return (feed.items ?? []).map((item) => ({
        link: item.link ?? permalink(item.guid),
        publisher: item.source?.title ?? null,
        ...dated(item.pubDate ?? item.dc?.dates?.[0]),
      }));
    case "atom":
      return (feed.entries ?? []).map((entry) => ({
        link: entry.links?.find(({ rel }) => rel === undefined || rel === "alternate")?.href,
        publisher: entry.source?.title?.value ?? null,
        ...dated(entry.published, entry.updated),
      }));
    case "rdf":
      return (feed.items ?? []).map((item) => ({ link: item.link, publisher: null, ...dated(item.dc?.dates?.[0]) }));
    case "json":
      return (feed.items ?? []).map((item) => ({
        link: item.url ?? item.external_url,
        publisher: null,
        ...dated(item.date_published, item.date_modified),
      }));
  }
}

/** A date of change is no date of publication, but tells that an entry is another than before. */
function dated(published: string | undefined, changed?: string): Pick<Entry, "published" | "stamp"> {
  return { published: edtfOf(published), stamp: changed ?? published ?? null };
}

const permalink = (guid: { value?: string; isPermaLink?: boolean } | undefined): string | undefined =>
  guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? "") ? guid?.value : undefined;

/** A feed that was cut off, up to its last whole entry, with what closes it. */
export function mended(text: string): string {
  const ends = [...text.matchAll(/<\/(item|entry)\s*>/g)];
  const last = ends.at(-1);
  if (last === undefined) return text;
  const root = /<(rss|feed|(?:\w+:)?RDF)\b/i.exec(text)?.[1] ?? "rss";
  const open = root.toLowerCase() === "rss" ? "</channel></rss>" : `</${root}>`;
  return text.slice(0, last.index + last[0].length) + open;
}
