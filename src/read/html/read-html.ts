import type { Edtf, Note, Part, Span } from "../../terms/index.ts";
import type { Outlet } from "../outlets.ts";
import type { Page } from "../page.ts";
import { type Block, findBlocks, mostBlocks } from "./blocks.ts";
import { findHeading, type Heading } from "./heading.ts";
import { findLiveEntries, type LiveEntries } from "./live-entries.ts";
import { agencyOf, bylineOf, publisherOf, sectionOf, tagsOf } from "./masthead.ts";
import { findFacts, metaOf } from "./page-facts.ts";
import { formNotes } from "./page-form.ts";
import { imagesOf, kindBlocks, relatedOf } from "./part-kinds.ts";
import { asEdtf, findPublished } from "./published.ts";
import { findStory, type StoryModel } from "./story.ts";
import { layText } from "./text-of-parts.ts";
import { parseTree } from "./tree.ts";

export interface HtmlOptions {
  url: string | null;
  outlets: readonly Outlet[];
  /** When the page was saved, as the collector knows it. */
  captured?: string | null;
  /** Another model of the story than the one that is shipped, for measuring. */
  model?: StoryModel;
}

/** Reads a page of HTML: its blocks in the order of reading, the kind of each, and what the page says of itself. */
export function readHtml(markup: string, { url, outlets, captured = null, model }: HtmlOptions): Page {
  const { value: tree, notes } = parseTree(markup);
  const facts = findFacts(tree);
  const blocks = findBlocks(tree);
  const heading = findHeading(blocks, facts);
  const story = findStory(blocks, heading, facts, model);
  const kinds = kindBlocks(blocks, heading, story);
  const { text, parts, spans } = layText(blocks, kinds);
  const address = url ?? facts.canonical ?? metaOf(facts, "og:url");
  const entries = findLiveEntries(blocks, story, facts, (datetime) => asEdtf(datetime, null));
  const dates = findPublished({ facts, blocks, kinds, heading: heading.block, url: address, markup, captured });
  const page = { facts, blocks, kinds, heading, address, outlets };
  return {
    captured: dates.captured,
    published: dates.published,
    publishedFrom: dates.publishedFrom,
    modified: dates.modified,
    publisher: publisherOf(page),
    agency: agencyOf(page),
    byline: bylineOf(page),
    section: sectionOf(page),
    language: languageOf(facts.language),
    title: heading.title,
    tags: tagsOf(page),
    related: relatedOf(blocks, kinds, address),
    images: imagesOf(blocks, kinds, spans),
    text,
    parts: entries ? dateParts(parts, spans, entries) : parts,
    notes: [
      ...notes,
      ...(blocks.length >= mostBlocks ? [tooManyBlocks] : []),
      ...formNotes({ facts, blocks, story, entries, address }),
      ...dates.notes,
      ...(story.some(Boolean) ? [] : [{ code: "page.no-story", text: "No running text was found on the page." }]),
    ],
  };
}

/** Each part of a live blog's entry with the time of the entry. */
function dateParts(parts: readonly Part[], spans: readonly (Span | null)[], { dates }: LiveEntries): Part[] {
  const published = new Map<number, Edtf>(
    spans.flatMap((span, index) => (span && dates[index] ? [[span[0], dates[index]!] as const] : [])),
  );
  return parts.map((part) => (published.has(part.start) ? { ...part, published: published.get(part.start)! } : part));
}

const tooManyBlocks: Note = {
  code: "page.cut",
  text: `The page has more than ${mostBlocks} paragraphs and labels; what comes after them is not read.`,
};

const languageOf = (declared: string | null): string | null =>
  /^([a-z]{2,3})(?:[-_]|$)/i.exec(declared?.trim() ?? "")?.[1]?.toLowerCase() ?? null;

/** What the finders of a page's facts are given. */
export interface ReadPage {
  facts: ReturnType<typeof findFacts>;
  blocks: readonly Block[];
  kinds: ReturnType<typeof kindBlocks>;
  heading: Heading;
  address: string | null;
  outlets: readonly Outlet[];
}
