import { Parser } from "htmlparser2";
import { edtfOf } from "../edtf-of.ts";
import { absolute, type Entry } from "./entry.ts";

/** What a sitemap names: pages, or further sitemaps. */
export interface Sitemap {
  entries: Entry[];
  sitemaps: string[];
}

/** A sitemap is four deep. What is nested without end takes the parser a time that grows with the square of its depth. */
const deepest = 1000;
const atOnce = 65_536;

/** Reads a sitemap or an index of sitemaps, as far as it goes: one that is cut off gives what came before the cut. */
export function readSitemap(text: string, base?: string): Sitemap {
  const found: Sitemap = { entries: [], sitemaps: [] };
  const facts = new Map<string, string>();
  let words = "";
  let depth = 0;
  const parser = new Parser(
    {
      onopentag() {
        words = "";
        depth += 1;
      },
      ontext(part) {
        words += part;
      },
      onclosetag(name, implied) {
        depth -= 1;
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
  for (let start = 0; start < text.length && depth < deepest; start += atOnce)
    parser.write(text.slice(start, start + atOnce));
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
