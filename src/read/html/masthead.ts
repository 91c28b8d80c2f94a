import { agencyNamed } from "../agency.ts";
import { dateInLine } from "../dates/date-in-line.ts";
import { outletAt, plainName } from "../outlets.ts";
import { linkedNames, linkedReport, metaOf } from "./page-facts.ts";
import { isListHeading } from "./part-kinds.ts";
import type { ReadPage } from "./read-html.ts";

/** The outlet: by its address in the table of outlets, by the page's metadata, by the title of the window or the rights. */
export function publisherOf({ facts, address, outlets, blocks, kinds, heading }: ReadPage): string | null {
  const report = linkedReport(facts);
  const stated =
    metaOf(facts, "og:site_name") ??
    linkedNames(report?.publisher)[0] ??
    facts.properties.get("publisher")?.[0] ??
    metaOf(facts, "publisher", "dc.publisher", "application-name", "copyright", "dcterms.publisher");
  const known = outletAt(address, outlets);
  return (
    (known && plainName(known.name)) ??
    stated ??
    fromWindowTitle(facts.windowTitle, heading.title) ??
    fromRights(blocks.filter((_, index) => kinds[index] === "legal").map(({ text }) => text))
  );
}

/** "World in brief - The Castelport Courier": what stands beside the headline in the title of the window. */
function fromWindowTitle(windowTitle: string | null, title: string | null): string | null {
  if (!windowTitle) return null;
  const pieces = windowTitle
    .split(/\s+(?:[-–—|»·]|::)\s+|:\s+/)
    .map((piece) => piece.trim())
    .filter(Boolean);
  if (pieces.length < 2) return null;
  const beside = pieces.filter((piece) => !title?.toLowerCase().includes(piece.toLowerCase()));
  const name = beside.length > 0 ? beside.at(-1)! : null;
  return name && name.length < 50 && name.split(/\s+/).length <= 6 ? name : null;
}

function fromRights(lines: readonly string[]): string | null {
  for (const line of lines) {
    const match =
      /(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s*)?(?:by\s+)?(\p{Lu}[^.,|\d/]{2,50})/iu.exec(
        line,
      );
    if (match) return match[1]!.replace(/\s+all rights.*$/i, "").trim();
  }
  return null;
}

export function bylineOf({ facts, blocks, kinds }: ReadPage): string[] {
  const report = linkedReport(facts);
  const stated =
    linkedNames(report?.author).length > 0
      ? linkedNames(report?.author)
      : metaNames(metaOf(facts, "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"));
  const names = stated.length > 0 ? stated : visibleAuthors({ facts, blocks, kinds });
  return [...new Set(names.filter((name) => !/^https?:/.test(name) && name.length < 80))];
}

/** The author where markup names one, else the line under the headline that says "By" or holds a name. */
function visibleAuthors({ facts, blocks, kinds }: Pick<ReadPage, "facts" | "blocks" | "kinds">): string[] {
  const marked = [...(facts.properties.get("author") ?? []), ...facts.authors].find(
    (text) => text.length > 2 && text.length < 80,
  );
  if (marked) return splitNames(marked.replace(/\s*\([^)]*\)/, ""));
  const lines = blocks.flatMap(({ text }, index) =>
    kinds[index] === "byline" || kinds[index] === "dateline" ? [text] : [],
  );
  for (const line of lines) {
    const date = dateInLine(line);
    const words = date ? `${line.slice(0, date.start)} | ${line.slice(date.end)}` : line;
    const by = /\bby\s+(\p{Lu}[^|•·]{2,60})/iu.exec(words)?.[1];
    const name =
      by ?? words.split(/\s*[|•·]\s*|\s[-–]\s/).find((piece) => isNameLike(piece.replace(/\b\p{L}+day,?\s*$/iu, "")));
    if (name) return splitNames(name.replace(/\s*\([^)]*\)/, ""));
  }
  return [];
}

const isNameLike = (piece: string): boolean =>
  /^\p{Lu}[\p{L}'’.-]+(\s[\p{L}'’.-]+){0,4}(,[^.]*)?(\s?\([^)]*\))?\s*$/u.test(piece) &&
  piece.length < 60 &&
  piece.trim().length > 3;

const metaNames = (value: string | null): string[] => (value ? splitNames(value) : []);
const splitNames = (text: string): string[] =>
  text
    .replace(/^(by|von|par|por|di|door|av|af)\s+/i, "")
    .split(/\s*[,|;]\s*|\s+(?:and|und|et|y|e)\s+/)
    .map((name) => name.trim())
    .filter((name) => /\p{L}{2}/u.test(name));

export function sectionOf({ facts }: ReadPage): string | null {
  const report = linkedReport(facts);
  return (
    linkedNames(report?.articleSection)[0] ??
    metaOf(facts, "article:section", "section", "parsely-section", "category") ??
    facts.properties.get("articlesection")?.[0] ??
    null
  );
}

export function tagsOf({ facts, blocks, kinds }: ReadPage): string[] {
  const report = linkedReport(facts);
  const stated = [...linkedNames(report?.keywords), ...(facts.metas.get("article:tag") ?? [])];
  const keywords = stated.length > 0 ? stated : [metaOf(facts, "news_keywords", "keywords") ?? ""];
  const visible = blocks
    .filter(({ text }, index) => kinds[index] === "tags" && !isListHeading(text))
    .flatMap(({ text, anchors }) =>
      anchors.length > 0
        ? anchors.map((anchor) => anchor.text)
        : [text.replace(/^(tags?|topics?|filed under)\s*:\s*/i, "")],
    );
  const tags = (keywords.join("") ? keywords : visible).flatMap((tag) => tag.split(/\s*[,;]\s*/)).filter(Boolean);
  return [...new Set(tags)].slice(0, 60);
}

/** The agency that the metadata name as the source of the text. */
export function agencyOf({ facts, outlets }: ReadPage): string | null {
  const source = metaOf(
    facts,
    "syndication-source",
    "original-source",
    "article:source",
    "news_source",
    "source",
    "dc.source",
  );
  return source && source.length < 60 ? agencyNamed(source, outlets) : null;
}
