import type { Image, Note, Part, Related } from "../../terms/index.ts";
import type { Page } from "../page.ts";
import { type LaidLine, layOut } from "./layout.ts";
import { splitLines } from "./lines.ts";
import { findMasthead } from "./masthead.ts";
import { creditOf, datelineOf } from "./shapes.ts";
import { siteClock } from "./site-clock.ts";

/** Reads a page that was scraped to plain text: the parts from their shape alone, and what the page says of itself. */
export function readText(text: string): Page {
  const lines = layOut(splitLines(text));
  const lead = lines.find(({ kind }) => kind === "lead");
  const dateline = lead ? datelineOf(lead.text) : null;
  const dates = findDates(lines, dateline?.date ?? null);
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
      ...dates.notes,
      ...(lead ? [] : [{ code: "page.no-story", text: "No running text was found on the page." }]),
    ],
  };
}

/** `POLITICS` is set in capitals; the section is Politics. */
const sentenceCase = (text: string | null): string | null =>
  text && text.length > 4 && text === text.toUpperCase() ? text[0] + text.slice(1).toLowerCase() : text;

interface Dates {
  published: string | null;
  captured: string | null;
  notes: Note[];
}

/** The clock of the site says when the page was saved; a date by the story says when it was published. */
function findDates(lines: readonly LaidLine[], inLead: string | null): Dates {
  const clockLine = lines.find(({ kind, date }) => kind === "clock" && date) ?? null;
  const stated = lines.find(({ kind, date }) => date && (kind === "dateline" || kind === "byline"))?.date ?? null;
  const published = stated?.edtf ?? (inLead && /\d{4}/.test(inLead) ? dayOf(inLead) : null);
  const captured = clockLine ? siteClock(clockLine) : null;
  if (published) return { published, captured, notes: [] };
  const note = captured
    ? {
        code: "date.clock-only",
        text: "The only date on the page is the site's clock: it is taken as the time the page was saved.",
      }
    : { code: "date.none", text: "The page gives no date." };
  return { published: null, captured, notes: [note] };
}

function dayOf(words: string): string | null {
  const laid = layOut([{ start: 0, end: words.length, text: words, gap: 0, indent: 0 }]);
  return laid[0]?.date?.edtf ?? null;
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
