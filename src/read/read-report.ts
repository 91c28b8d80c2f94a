import type { Capture, Note, Noted, Part, Report } from "../terms/index.ts";
import { findAgency } from "./agency.ts";
import { declaredCharset, decode, sentCharset } from "./decode.ts";
import { readHtml } from "./html/read-html.ts";
import type { StoryModel } from "./html/story.ts";
import { languageOf } from "./language.ts";
import { fromLead } from "./lead-dateline.ts";
import type { Outlet } from "./outlets.ts";
import type { Page } from "./page.ts";
import { readText } from "./text/read-text.ts";

export interface ReadOptions {
  /** Take the capture as this, whatever its media type and its first bytes say. */
  as?: "text" | "html" | undefined;
  /** Known outlets, to name the publisher of a page by its address. */
  outlets?: readonly Outlet[];
  /** Another model of the story than the one that is shipped, for measuring. */
  storyModel?: StoryModel | undefined;
}

/**
 * Reads one capture as a report: what each part of the page is, and what the page says of itself.
 * `readReport(capture).value.parts` are in order and never overlap; notes stand in the report and beside it.
 */
export function readReport(capture: Capture, options: ReadOptions = {}): Noted<Report> {
  const isHtml = (options.as ?? guessKind(capture)) === "html";
  const outlets = options.outlets ?? [];
  const sent = sentCharset(capture.mediaType);
  const decoded = decode(capture.bytes, sent ?? (isHtml ? declaredCharset(capture.bytes) : null));
  const bare = isHtml
    ? readHtml(decoded.value, {
        ...{ url: capture.source.url ?? null, outlets, captured: capture.captured },
        ...(options.storyModel && { model: options.storyModel }),
      })
    : readText(decoded.value, capture.captured);
  const page = { ...bare, ...fromLead(bare, capture.captured) };
  const language = languageOf(page);
  const notes = [...decoded.notes, ...page.notes, ...languageNotes(language)];
  const { id, name, source } = capture;
  const agency = page.agency ?? agencyOf(page, outlets);
  const value: Report = { id, name, source, ...page, ...givenDates(capture, page), agency, language, notes };
  return { value, notes };
}

function agencyOf({ text, parts, byline, publisher }: Page, outlets: readonly Outlet[]): string | null {
  const wordsOf = ({ start, end }: Part) => text.slice(start, end);
  const isStory = ({ kind }: Part) => kind === "lead" || kind === "body" || kind === "list" || kind === "quote";
  const last = parts.findLastIndex(isStory);
  const lead = parts.find(isStory);
  const ending = [
    ...parts
      .filter(isStory)
      .slice(-2)
      .map((part) => wordsOf(part).slice(-400)),
    ...parts.slice(last + 1, last + 4).map((part) => wordsOf(part).slice(0, 200)),
  ];
  return findAgency(
    { lead: lead ? wordsOf(lead).slice(0, 400) : "", byline, ending: ending.join("\n"), publisher },
    outlets,
  );
}

function guessKind({ mediaType, bytes }: Capture): "text" | "html" {
  if (mediaType) return /html|xml/i.test(mediaType) ? "html" : "text";
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString("latin1");
  return /^\s*(<!doctype\s+html|<html|<head|<body|<\?xml|<!--)|<(p|div|article|title|meta)\b[^>]*>/i.test(head)
    ? "html"
    : "text";
}

/** A date given from outside (the user, a feed) stands before what the page says; the collector's clock before the site's. */
function givenDates(capture: Capture, page: Page): Pick<Report, "captured" | "published" | "publishedFrom"> {
  const captured = capture.captured ?? page.captured;
  if (!capture.published) return { captured, published: page.published, publishedFrom: page.publishedFrom };
  return { captured, published: capture.published, publishedFrom: capture.source.feed ? "feed" : "given" };
}

function languageNotes(language: string | null): Note[] {
  if (language === null || language === "en") return [];
  return [
    {
      code: "language.not-english",
      text: `The report is in another language (${language}); claims are read from English only.`,
    },
  ];
}
