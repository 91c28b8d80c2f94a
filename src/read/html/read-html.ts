import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Capture, Note, Noted, Part, PartKind, Report } from "../../terms/index.ts";

type Page = ConstructorParameters<typeof Readability>[0];

/** Reads a page of HTML: metadata from its head, the story by Readability, the rest as furniture that is not kept. */
export function readHtml(
  capture: Capture,
  html: string,
): Noted<Omit<Report, "notes" | "language"> & { declaredLanguage: string | null }> {
  const { document } = parseHTML(html);
  const meta = metadataOf(document as unknown as Page);
  const article = new Readability(document as unknown as Page, { keepClasses: true }).parse();
  const { text, parts } = layOut(meta.title ?? article?.title ?? null, article?.content ?? "");
  const published = capture.published ?? meta.published;
  const notes: Note[] = published ? [] : [{ code: "date.none", text: "The page gives no publication date." }];
  return {
    value: {
      id: capture.id,
      name: capture.name,
      source: capture.source,
      captured: capture.captured,
      published,
      publishedFrom: capture.published ? "given" : meta.published ? "meta" : null,
      publisher: meta.publisher ?? article?.siteName ?? null,
      agency: null,
      byline: article?.byline ? [article.byline.replace(/^by\s+/i, "").trim()] : [],
      section: meta.section,
      title: meta.title ?? article?.title ?? null,
      tags: meta.tags,
      related: [],
      images: [],
      text,
      parts,
      declaredLanguage: document.documentElement?.getAttribute("lang")?.slice(0, 2).toLowerCase() || null,
    },
    notes,
  };
}

function metadataOf(document: Page): {
  title: string | null;
  published: string | null;
  publisher: string | null;
  section: string | null;
  tags: string[];
} {
  const content = (...names: string[]): string | null => {
    for (const name of names) {
      const found = document
        .querySelector(`meta[property="${name}"],meta[name="${name}"],meta[itemprop="${name}"]`)
        ?.getAttribute("content")
        ?.trim();
      if (found) return found;
    }
    return null;
  };
  const tags = [...document.querySelectorAll('meta[property="article:tag"]')]
    .map((tag) => tag.getAttribute("content") ?? "")
    .filter(Boolean);
  return {
    title: document.querySelector("article h1, h1")?.textContent?.trim() || content("og:title"),
    published:
      content("article:published_time", "datePublished", "date", "pubdate", "dc.date") ??
      document.querySelector("time[datetime]")?.getAttribute("datetime") ??
      null,
    publisher: content("og:site_name", "publisher"),
    section: content("article:section"),
    tags,
  };
}

/** The text of the parts in reading order, a blank line between them. */
function layOut(title: string | null, content: string): { text: string; parts: Part[] } {
  const blocks: { kind: PartKind; text: string }[] = title ? [{ kind: "title", text: title }] : [];
  const { document } = parseHTML(`<html><body>${content}</body></html>`);
  let story = 0;
  for (const element of document.querySelectorAll("p, h2, h3, h4, li, blockquote, figcaption, pre")) {
    if (element.querySelector("p, li, blockquote")) continue;
    const text = element.textContent?.replace(/\s+/g, " ").trim();
    if (!text) continue;
    const kind = kindOf(
      element.tagName.toLowerCase(),
      element.closest("figcaption, blockquote")?.tagName.toLowerCase() ?? null,
    );
    blocks.push({ kind: kind === "body" && story++ === 0 ? "lead" : kind, text });
  }
  let at = 0;
  const parts = blocks.map(({ kind, text }) => {
    const part = { kind, start: at, end: at + text.length };
    at += text.length + 2;
    return part;
  });
  return { text: blocks.map((block) => block.text).join("\n\n"), parts };
}

function kindOf(tag: string, around: string | null): PartKind {
  if (around === "figcaption") return "caption";
  if (around === "blockquote") return "quote";
  if (/^h\d$/.test(tag)) return "subheading";
  return tag === "li" ? "list" : "body";
}
