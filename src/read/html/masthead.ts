import { outletAt } from "../outlets.ts";
import { linkedNames, linkedReport, metaOf } from "./page-facts.ts";
import type { ReadPage } from "./read-html.ts";

/** The outlet: by its address in the table of outlets, by the page's metadata, by the title of the window or the rights. */
export function publisherOf({ facts, address, outlets, blocks, kinds, heading }: ReadPage): string | null {
  const report = linkedReport(facts);
  const stated =
    metaOf(facts, "og:site_name") ??
    linkedNames(report?.publisher)[0] ??
    metaOf(facts, "publisher", "dc.publisher", "application-name", "copyright", "dcterms.publisher");
  return (
    outletAt(address, outlets)?.name ??
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
  const visible = blocks.find((_, index) => kinds[index] === "byline")?.text;
  const names = stated.length > 0 ? stated : visible ? splitNames(visible) : [];
  return [...new Set(names.filter((name) => !/^https?:/.test(name) && name.length < 80))];
}

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
    null
  );
}

export function tagsOf({ facts, blocks, kinds }: ReadPage): string[] {
  const report = linkedReport(facts);
  const stated = [...linkedNames(report?.keywords), ...(facts.metas.get("article:tag") ?? [])];
  const keywords = stated.length > 0 ? stated : [metaOf(facts, "news_keywords", "keywords") ?? ""];
  const visible = blocks
    .filter((_, index) => kinds[index] === "tags")
    .map(({ text }) => text.replace(/^(tags?|topics?|filed under)\s*:\s*/i, ""));
  const tags = (keywords.join("") ? keywords : visible).flatMap((tag) => tag.split(/\s*[,;]\s*/)).filter(Boolean);
  return [...new Set(tags)].slice(0, 60);
}
