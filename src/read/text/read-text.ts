import type { Image, Note, Part, Related } from "../../terms/index.ts";
import { datelineOf } from "../dateline.ts";
import { dateBefore, relativeInLine } from "../dates/relative-date.ts";
import type { Page } from "../page.ts";
import { type LaidLine, layOut } from "./layout.ts";
import { lineLimit, splitLines } from "./lines.ts";
import { findMasthead } from "./masthead.ts";
import { creditOf } from "./shapes.ts";
import { siteClock } from "./site-clock.ts";

/** Reads a page that was scraped to plain text: the parts from their shape alone, and what the page says of itself. */
export function readText(whole: string, saved: string | null = null): Page {
  const text = whole.length > longest ? whole.slice(0, longest).replace(/[\ud800-\udbff]$/, "") : whole;
  const split = splitLines(text);
  const lines = layOut(split);
  const lead = lines.find(({ kind }) => kind === "lead");
  const dateline = lead ? datelineOf(lead.text) : null;
  const dates = findDates(lines, saved);
  const of = (kind: LaidLine["kind"]) => lines.filter((line) => line.kind === kind);
  return {
    captured: dates.captured,
    published: dates.published,
    publishedFrom: dates.published ? "dateline" : null,
    publisher: findMasthead(lines, dateline?.agency ?? null),
    agency: dateline?.agency ?? null,
    byline: findByline(lines),
    section: sentenceCase(of("section")[0]?.text ?? null),
    language: null,
    title: of("title")[0]?.text ?? null,
    tags: of("tags").flatMap(({ text }) => splitTags(text)),
    related: of("related").flatMap(({ text }) => splitRelated(text)),
    images: findImages(lines),
    text,
    parts: findParts(lines),
    notes: [
      ...(split.length >= lineLimit ? [cutAt(split.at(-1)!.end)] : text.length < whole.length ? [cutAt(longest)] : []),
      ...dates.notes,
      ...(lead ? [] : [{ code: "page.no-story", text: "No running text was found on the page." }]),
    ],
  };
}

const longest = 2_000_000; // Characters, as many as four novels have; what is longer is data.

const cutAt = (character: number): Note => ({
  code: "page.cut",
  text: `The text is too long; what comes after character ${character} is not read.`,
});

/** `POLITICS` is set in capitals; the section is Politics. */
const sentenceCase = (text: string | null): string | null =>
  text && text.length > 4 && text === text.toUpperCase() ? text[0] + text.slice(1).toLowerCase() : text;

interface Dates {
  published: string | null;
  captured: string | null;
  notes: Note[];
}

/** The clock of the site says when the page was saved; a date by the story says when it was published. */
function findDates(lines: readonly LaidLine[], saved: string | null): Dates {
  const clockLine = lines.find(({ kind, date }) => kind === "clock" && date) ?? null;
  const stated = lines.find(({ kind, date }) => date && (kind === "dateline" || kind === "byline"))?.date ?? null;
  const captured = clockLine ? siteClock(clockLine) : null;
  const published = stated?.edtf ?? agoOf(lines, saved ?? captured);
  if (published) return { published, captured, notes: [] };
  const note = captured
    ? {
        code: "date.clock-only",
        text: "The only date on the page is the site's clock: it is taken as the time the page was saved.",
      }
    : { code: "date.none", text: "The page gives no date." };
  return { published: null, captured, notes: [note] };
}

/** "Posted 3 hours ago" by the headline, counted from when the page was saved. */
function agoOf(lines: readonly LaidLine[], saved: string | null): string | null {
  const title = lines.findIndex(({ kind }) => kind === "title");
  if (!saved || title < 0) return null;
  for (const { kind, text } of lines.slice(Math.max(0, title - 3), title + 6)) {
    const ago = ["title", "lead", "body"].includes(kind) || /updat/i.test(text) ? null : relativeInLine(text);
    if (ago) return dateBefore(saved, ago);
  }
  return null;
}

function findByline(lines: readonly LaidLine[]): string[] {
  const line =
    lines.find(({ kind }) => kind === "byline") ??
    lines.find(({ kind, text }) => kind === "dateline" && /\bby\b|\p{L}\s{3,}|\s-\s/iu.test(text));
  if (!line) return [];
  const words = line.date ? `${line.text.slice(0, line.date.start)} ${line.text.slice(line.date.end)}` : line.text;
  const named = /\bby\b:?\s*(.+)$/i.exec(words.replace(/;.*$/, ""))?.[1] ?? words;
  const first = named.split(/\s*[|·•]\s*|\s{3,}|\s[-–]\s/).find((piece) => /\p{L}{2}/u.test(piece)) ?? "";
  const names = first
    .replace(/^(posted|published|updated)\b\s*/i, "")
    .trim()
    .split(/\s+and\s+|\s*&\s*|,\s+(?=\p{Lu}[\p{L}'’-]+\s\p{Lu})/u);
  return names
    .map((name) => name.replace(/[\s,.;-]+$/, ""))
    .filter((name) => /\p{L}{2}/u.test(name) && name.length < 60);
}

const splitTags = (text: string): string[] =>
  text
    .replace(/^(tags?|tagged|topics?|keywords?|filed under|all about|more (on|about))\s*:\s*/i, "")
    .split(/\s*[,;|]\s*/)
    .filter(Boolean);

function splitRelated(text: string): Related[] {
  const headed = /^[^:]{3,30}:\s*(?=\S)/.exec(text);
  const words = headed && isHeading(headed[0]) ? text.slice(headed[0].length) : text;
  if (isHeading(`${text}:`)) return [];
  return words
    .split(/\s+[|*•]\s+/)
    .map((title) =>
      title
        .replace(/^(\d{1,2}[.)]|[-*•>])\s+/, "")
        .replace(/^(older|newer|previous|next):\s*/i, "")
        .trim(),
    )
    .filter((title) => /\p{L}{2}/u.test(title))
    .map((title) => ({ title }));
}

const isHeading = (text: string): boolean =>
  /^(more|related|read|see|most|also|in the same|from (our|the)|you (may|might)|recommended|coming up|trending|don't miss|older|newer)\b[^:]*:?\s*$/i.test(
    text.trim().replace(/:$/, ""),
  );

function findImages(lines: readonly LaidLine[]): Image[] {
  const images: Image[] = [];
  for (const line of lines) {
    if (line.kind === "caption") {
      const credit = creditOf(line.text);
      const end = credit && line.text.length === line.end - line.start ? line.start + credit.at : line.end;
      images.push({ caption: [line.start, end], credit: credit?.credit ?? null });
    } else if (line.kind === "credit") addCredit(images, line.text);
  }
  return images;
}

function addCredit(images: Image[], text: string): void {
  const credit = text.replace(/^(©|\(c\)|(photos?|photograph|image|picture|credit)( by| credit)?:)\s*/i, "");
  const last = images.at(-1);
  if (last && last.credit === null) images[images.length - 1] = { ...last, credit };
  else images.push({ caption: null, credit });
}

function findParts(lines: readonly LaidLine[]): Part[] {
  return lines.map(({ kind, start, end }) => ({ kind, start, end }));
}
