import type { Note, PartKind, Report } from "../../terms/index.ts";
import { dateInLine } from "../text/clocks.ts";
import type { Block } from "./blocks.ts";
import { linkedReport, metaOf, type PageFacts } from "./page-facts.ts";

export interface DatedPage {
  facts: PageFacts;
  blocks: readonly Block[];
  kinds: readonly PartKind[];
  url: string | null;
}

export interface PageDates {
  published: string | null;
  publishedFrom: Report["publishedFrom"];
  modified: string | null;
  captured: string | null;
  notes: Note[];
}

/** When the page was published, and where it says so. */
export function findPublished({ facts, blocks, kinds, url }: DatedPage): PageDates {
  const report = linkedReport(facts);
  const linked = asEdtf(report?.datePublished);
  const meta =
    asEdtf(
      metaOf(
        facts,
        "article:published_time",
        "og:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "pubdate",
        "publishdate",
        "sailthru.date",
        "parsely-pub-date",
      ),
    ) ??
    facts.times.map(({ datetime }) => asEdtf(datetime)).find(Boolean) ??
    null;
  const dateline =
    blocks
      .filter((_, index) => kinds[index] === "dateline")
      .map(({ text }) => dateInLine(text)?.edtf)
      .find(Boolean) ?? null;
  const inUrl = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/.exec(url ?? "");
  const fromUrl = inUrl ? `${inUrl[1]}-${inUrl[2]!.padStart(2, "0")}-${inUrl[3]!.padStart(2, "0")}` : null;
  const found = [
    [linked, "json-ld"],
    [meta, "meta"],
    [dateline, "dateline"],
    [fromUrl, "url"],
  ] as const;
  const [published, publishedFrom] = found.find(([date]) => date) ?? [null, null];
  const modified =
    asEdtf(report?.dateModified) ??
    asEdtf(metaOf(facts, "article:modified_time", "og:updated_time", "datemodified", "last-modified"));
  return {
    published,
    publishedFrom,
    modified,
    captured: null,
    notes: published ? [] : [{ code: "date.none", text: "The page gives no date." }],
  };
}

/** An ISO date or date-time as it stands; other spellings by their words. */
function asEdtf(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const iso = /^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?/.exec(value);
  if (!iso) return dateInLine(value)?.edtf ?? null;
  const zone = iso[3]?.replace(/([+-]\d{2})(\d{2})$/, "$1:$2") ?? "";
  return iso[2] ? `${iso[1]}T${iso[2]}${zone}` : iso[1]!;
}
