import type { Part, PartKind } from "../../terms/index.ts";
import { dateInLine } from "../dates/date-in-line.ts";
import type { Line } from "./lines.ts";
import { datelineOf, isProse, isTagList, isTitleLike, kindByWords } from "./shapes.ts";

/** A line with the kind that it was found to have. */
export interface KindedLine extends Line {
  kind: PartKind;
}

/**
 * The kind of each line of a text that has lost its markup. The story is the longest stretch of running text; what
 * stands before and after it is told by its words and its place.
 */
export function kindLines(lines: readonly Line[]): KindedLine[] {
  const [from, to] = storyRange(lines);
  const title = titleLine(lines, from);
  return lines.map((line, at) => ({
    ...line,
    kind:
      at === title
        ? "title"
        : at < from
          ? before(lines, at, title)
          : at <= to
            ? within(lines, at, from)
            : after(lines, at, to),
  }));
}

/** First and last line of the story: the run of prose, headings between, that holds the most words. */
function storyRange(lines: readonly Line[]): [number, number] {
  let best: [number, number] = [lines.length, lines.length - 1];
  let most = 0;
  for (let from = 0; from < lines.length; from++) {
    if (!isStory(lines[from]!)) continue;
    let to = from;
    let words = 0;
    for (let at = from; at < lines.length; at++) {
      if (isStory(lines[at]!)) {
        words += lines[at]!.text.split(/\s+/).length;
        to = at;
      } else if (!mayInterrupt(lines, at, to)) break;
    }
    if (words > most) {
      most = words;
      best = [from, to];
    }
    from = to;
  }
  return best;
}

const isStory = (line: Line): boolean =>
  isProse(line.text) &&
  !/^(legal|tags|related|credit|advert)$/.test(kindByWords(line.text) ?? "") &&
  !isTagList(line.text);

/** A subheading, a caption or a stray line of furniture between two paragraphs, but not the foot of the page. */
function mayInterrupt(lines: readonly Line[], at: number, lastProse: number): boolean {
  const kind = kindByWords(lines[at]!.text);
  if (kind === "related" || kind === "comments" || kind === "tags" || kind === "credit") return false;
  return at - lastProse <= 2 && lines[at]!.gap < 2;
}

/** The headline: before the story, the title-like line that looks most like one. */
function titleLine(lines: readonly Line[], from: number): number | null {
  let best: { at: number; score: number } | null = null;
  for (let at = 0; at < from; at++) {
    const { text } = lines[at]!;
    if (!isTitleLike(text) || (dateInLine(text) && text.split(/\s+/).length < 12)) continue;
    const words = text.split(/\s+/).length;
    const score =
      Math.min(words, 12) +
      (at / Math.max(1, from)) * 2 +
      (lines[at]!.gap > 0 ? 1 : 0) -
      (at === 0 && words < 6 ? 6 : 0);
    if (!best || score > best.score) best = { at, score };
  }
  return best?.at ?? null;
}

function before(lines: readonly Line[], at: number, title: number | null): PartKind {
  const { text } = lines[at]!;
  const worded = kindByWords(text);
  const date = dateInLine(text);
  if (worded === "credit" || worded === "byline" || worded === "sharing" || worded === "advert" || worded === "tags")
    return worded;
  if (date) return date.clock ? "clock" : "dateline";
  if (worded) return worded;
  if (isProse(text)) return title !== null && at > title ? subtitleOrCaption(lines, at) : "caption";
  if (title !== null && at > title && isTitleLike(text) && text.split(/\s+/).length >= 6) return "subtitle";
  return isSectionLike(text) && at > 0 ? "section" : "other";
}

/** Prose between headline and story is a caption when a credit stands by it, else the standfirst. */
function subtitleOrCaption(lines: readonly Line[], at: number): PartKind {
  const near = [lines[at - 1], lines[at + 1]].some((line) => line && kindByWords(line.text) === "credit");
  return near ? "caption" : "subtitle";
}

const isSectionLike = (text: string): boolean =>
  text.split(/\s+/).length <= 3 && /^\p{Lu}/u.test(text) && !/[.!?:|]/.test(text);

function within(lines: readonly Line[], at: number, from: number): PartKind {
  if (at === from) return "lead";
  const { text } = lines[at]!;
  if (isStory(lines[at]!)) return /^(•|-|–|—|\*|\d{1,2}[.)])\s/.test(text) ? "list" : "body";
  const worded = kindByWords(text);
  if (worded) return worded;
  return isTitleLike(text) && text.split(/\s+/).length <= 8 ? "subheading" : "other";
}

/** The foot: a heading such as "Read also:" rules the lines below it; without one, headlines are related reports. */
function after(lines: readonly Line[], at: number, to: number): PartKind {
  const { text } = lines[at]!;
  const worded = kindByWords(text);
  if (worded && worded !== "related") return worded;
  if (isTagList(text)) return "tags";
  if (worded === "related") return "navigation";
  const heading = headingAbove(lines, at, to);
  if (heading === "comments" || heading === "advert" || heading === "legal") return heading;
  if (/^[([].*[)\]]$/.test(text) || /^(editing|reporting|additional reporting|with files)\b/i.test(text))
    return "other";
  if (/:\s*$/.test(text)) return "navigation";
  return isTitleLike(text) || /[?!]$/.test(text) ? (text.split(/\s+/).length >= 3 ? "related" : "navigation") : "other";
}

function headingAbove(lines: readonly Line[], at: number, to: number): PartKind | null {
  for (let up = at - 1; up > to; up--) {
    const kind = kindByWords(lines[up]!.text);
    if (kind === "comments" || kind === "related" || kind === "advert") return kind;
  }
  return null;
}

/** Parts with offsets; the dateline at the head of the lead becomes a part of its own. */
export function partsOf(lines: readonly KindedLine[]): Part[] {
  return lines.flatMap((line): Part[] => {
    const dateline = line.kind === "lead" ? datelineOf(line.text) : null;
    if (!dateline) return [{ kind: line.kind, start: line.start, end: line.end }];
    const cut = line.start + dateline.length;
    return [
      { kind: "dateline", start: line.start, end: line.start + line.text.slice(0, dateline.length).trimEnd().length },
      { kind: "lead", start: cut, end: line.end },
    ];
  });
}
