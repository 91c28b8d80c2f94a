import { Parser } from "htmlparser2";
import { edtfOf } from "../edtf-of.ts";
import { absolute, type Entry } from "./entry.ts";

/** What a sitemap names: pages, or further sitemaps. */
export interface Sitemap {
  entries: Entry[];
  sitemaps: string[];
}

/** Reads a sitemap or an index of sitemaps, as far as it goes: one that is cut off gives what came before the cut. */
export function readSitemap(text: string, base?: string): Sitemap {
  const found: Sitemap = { entries: [], sitemaps: [] };
  const facts = new Map<string, string>();
  let words = "";
  const parser = new Parser(
    {
      onopentag() {
        words = "";
      },
      ontext(part) {
        words += part;
      },
      onclosetag(name, implied) {
        if (implied) return;
        if (name === "url" || name === "sitemap") {
          addTo(found, name, facts, base);
          facts.clear();
        } else facts.set(name, words.trim());
        words = "";
      },
    },
    { xmlMode: true, lowerCaseTags: false },
  );
  parser.write(text);
  parser.end();
  return found;
}

function addTo(found: Sitemap, name: string, facts: ReadonlyMap<string, string>, base?: string): void {
  const url = absolute(facts.get("loc"), base);
  if (url === null) return;
  if (name === "sitemap") found.sitemaps.push(url);
  else
    found.entries.push({
      url,
      // `lastmod` is when the page last changed, so no date of publication.
      published: edtfOf(facts.get("news:publication_date")),
      publisher: facts.get("news:name") || null,
      stamp: facts.get("lastmod") ?? facts.get("news:publication_date") ?? null,
    });
}
