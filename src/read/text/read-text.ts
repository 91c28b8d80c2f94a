import type { Capture, Note, Noted, Part, Report } from "../../terms/index.ts";
import { dateInLine } from "./clocks.ts";
import { splitLines } from "./lines.ts";
import { type KindedLine, kindLines, partsOf } from "./parts.ts";
import { datelineOf } from "./shapes.ts";

/** Reads a page that was saved as plain text, furniture and all: parts, dates and publisher from the shape of the lines alone. */
export function readText(capture: Capture, text: string): Noted<Omit<Report, "notes" | "language">> {
  const lines = kindLines(splitLines(text));
  const parts = partsOf(lines);
  const dates = datesOf(lines, capture);
  const lead = lines.find((line) => line.kind === "lead");
  return {
    value: {
      id: capture.id,
      name: capture.name,
      source: capture.source,
      ...dates.value,
      publisher: publisherOf(lines, text),
      agency: lead ? (datelineOf(lead.text)?.agency ?? null) : null,
      byline: textsOf(lines, "byline").map(withoutBy),
      section: textsOf(lines, "section")[0] ?? null,
      title: textsOf(lines, "title")[0] ?? null,
      tags: textsOf(lines, "tags").flatMap(tagsIn),
      related: textsOf(lines, "related").map((title) => ({ title })),
      images: imagesOf(lines, parts),
      text,
      parts,
    },
    notes: dates.notes,
  };
}

const textsOf = (lines: readonly KindedLine[], kind: string): string[] =>
  lines.filter((line) => line.kind === kind).map((line) => line.text);

const withoutBy = (line: string): string =>
  line
    .replace(/^(by|from|words by|reporting by|written by)\s+/i, "")
    .replace(/[,|].*$/, "")
    .trim();

const tagsIn = (line: string): string[] =>
  line
    .replace(/^[^:,]{3,16}:\s*/, "")
    .split(/\s*[,;|]\s*/)
    .filter(Boolean);

type Dates = Pick<Report, "captured" | "published" | "publishedFrom">;

/** The clock is when the page was saved, never when it was published. */
function datesOf(lines: readonly KindedLine[], capture: Capture): Noted<Dates> {
  const clock = lines.filter((line) => line.kind === "clock").map((line) => dateInLine(line.text))[0] ?? null;
  const dated =
    lines
      .filter((line) => line.kind === "dateline")
      .map((line) => dateInLine(line.text))
      .find((date) => date !== null) ?? null;
  const captured = capture.captured ?? clock?.edtf ?? null;
  if (capture.published)
    return { value: { captured, published: capture.published, publishedFrom: "given" }, notes: [] };
  if (dated) return { value: { captured, published: dated.edtf, publishedFrom: "dateline" }, notes: [] };
  const note: Note = clock
    ? {
        code: "date.clock-only",
        text: "The only date on the page is the site's clock, which tells when it was saved; when it was published is not known.",
      }
    : { code: "date.none", text: "The page gives no date." };
  return { value: { captured, published: null, publishedFrom: null }, notes: [note] };
}

/** Who published it: the masthead in the first line, or the name in "Comment via X" or a copyright line. */
function publisherOf(lines: readonly KindedLine[], text: string): string | null {
  const via = [...text.matchAll(/[Cc]omment via (\p{Lu}[\p{Ll}\d.]+)/gu)]
    .map((match) => match[1]!)
    .find((name) => !/^(facebook|twitter|google|disqus)$/i.test(name));
  if (via) return via;
  const first = lines[0];
  if (first && first.kind === "other" && first.text.split(/\s+/).length <= 6 && /\p{Lu}/u.test(first.text))
    return inTitleCase(first.text);
  const dated = first && dateInLine(first.text) ? first.text.split(/\s*\|\s*/)[0]! : null;
  if (dated && !dateInLine(dated) && dated.split(/\s+/).length <= 5 && /^\p{Lu}/u.test(dated))
    return inTitleCase(dated);
  const legal = lines
    .map((line) =>
      /(?:©|\(c\)|copyright)\s*(?:\d{4}(?:-\d{2,4})?)?\s*(\p{Lu}[^.,|\d]{2,40})/iu.exec(line.text)?.[1]?.trim(),
    )
    .find(Boolean);
  return legal ?? null;
}

/** "MERIDIAN WIRE" as a name: capitals alone are a matter of type. */
function inTitleCase(masthead: string): string {
  const name = masthead.split(/\s+[-–—|]\s+/)[0]!.trim();
  if (/\p{Ll}/u.test(name)) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());
}

function imagesOf(lines: readonly KindedLine[], parts: readonly Part[]): Report["images"] {
  const captions = parts.filter((part) => part.kind === "caption");
  const credits = textsOf(lines, "credit").map((credit) =>
    credit.replace(/^(©|\(c\)|photos?( by| credit)?:|photograph:|image:|picture:|credit:)\s*/i, ""),
  );
  const count = Math.max(captions.length, credits.length);
  return Array.from({ length: count }, (_, at) => ({
    caption: captions[at] ? [captions[at].start, captions[at].end] : null,
    credit: credits[at] ?? null,
  }));
}
