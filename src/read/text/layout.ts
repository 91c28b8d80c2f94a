import type { PartKind } from "../../terms/index.ts";
import { dateInLine, type LineDate } from "../dates/date-in-line.ts";
import type { Line } from "./lines.ts";
import { isCaption, isProse, isTagList, isTitleLike } from "./shapes.ts";
import { closesStory, isSpeech, kindOfLine } from "./wordings.ts";

/** A line of a scraped page, and what it is. */
export interface LaidLine extends Line {
  kind: PartKind;
  date: LineDate | null;
}

/**
 * What each line of a scraped page is, from shape alone: the longest run of running text is the story; the title is the
 * best headline above it; what stands over, between and under them is furniture, told apart by its words and its place.
 */
export function layOut(lines: readonly Line[]): LaidLine[] {
  const laid = lines.map((line): LaidLine => ({ ...line, kind: kindOfLine(line.text) ?? "other", date: null }));
  const story = findStory(laid);
  if (!story) return layHeadOnly(laid);
  const title = findTitle(laid, story.from);
  const from = Math.max(story.from, title + 1);
  laid.forEach((line, index) => {
    if (index < from) line.kind = index === title ? "title" : kindAbove(line, index, title);
    else if (index <= story.to) line.kind = kindInside(line, laid[index + 1], index === from);
    else line.kind = kindBelow(line);
  });
  layRelated(laid, story.to + 1);
  layMasthead(laid, title);
  layLead(laid);
  return laid;
}

/** A text with no running text: a headline perhaps, and furniture. */
function layHeadOnly(laid: LaidLine[]): LaidLine[] {
  const title = findTitle(laid, laid.length);
  laid.forEach((line, index) => {
    line.kind = index === title ? "title" : kindAbove(line, index, title);
  });
  const headed = laid.findIndex(({ kind }, index) => index > title && kind === "related");
  if (headed >= 0)
    for (const line of laid.slice(headed)) if (line.kind === "section" || line.kind === "byline") line.kind = "other";
  layRelated(laid, title + 1);
  return laid;
}

interface Stretch {
  from: number;
  to: number;
}

const widestBreak = 3; // Subheadings, a photo's caption and credit: more lines than these between paragraphs are another block.

/** The run of paragraphs with the most text, furniture lines not counted. */
function findStory(laid: readonly LaidLine[]): Stretch | null {
  let best: (Stretch & { size: number }) | null = null;
  let run: (Stretch & { size: number }) | null = null;
  let closed = false;
  laid.forEach((line, index) => {
    closed ||= run !== null && closesStory(line.text);
    if (closed || line.kind !== "other" || !isProse(line.text) || isCaption(line.text) || isDated(line.text)) return;
    if (run && index - run.to <= widestBreak) {
      run.to = index;
      run.size += line.text.length;
    } else run = { from: index, to: index, size: line.text.length };
    if (!best || run.size > best.size) best = run;
  });
  return best && extend(best, laid);
}

/** "posted 12 Aug 2034 by …" */
const isDated = (text: string): boolean =>
  text.length < 80 && /^(posted|published|updated|broadcast|date|last)\b/i.test(text) && dateInLine(text) !== null;

/** Short closing sentences ("He did not say.") belong to the paragraph before them. */
function extend(story: Stretch, laid: readonly LaidLine[]): Stretch {
  const isTalk = laid.filter(({ text }) => isSpeech(text)).length >= fewestTurns;
  const belongs = (line: LaidLine | undefined, beside: LaidLine): boolean =>
    line !== undefined && (closes(line, beside) || (isTalk && isSpeech(line.text)));
  let { from, to } = story;
  while (belongs(laid[to + 1], laid[to]!)) to++;
  while (isTalk && from > 0 && isSpeech(laid[from - 1]!.text)) from--;
  return { from, to };
}

const fewestTurns = 3; // "ANKARA: The court" and "Weather: Rain." stand alone; a conversation goes on.

const closes = (line: LaidLine, last: LaidLine): boolean =>
  line.kind === "other" &&
  line.gap === last.gap &&
  line.indent === last.indent &&
  /\p{Ll}[.!?]["”’)]?$/u.test(line.text) &&
  !dateInLine(line.text) &&
  !/\b(p|page)\.?\s?\d/i.test(line.text) &&
  /^\p{L}+ \p{Ll}/u.test(line.text);

/** The line that stands most like a headline above the story; -1 when none does. */
function findTitle(laid: readonly LaidLine[], storyFrom: number): number {
  let best = -1;
  let bestScore = 0;
  let isBelow = false;
  for (let index = Math.max(0, storyFrom - titleReach); index < storyFrom; index++) {
    const score = titleScore(laid, index, storyFrom) - (isBelow ? 1 : 0);
    if (score > bestScore) [best, bestScore] = [index, score];
    isBelow ||= isLikeTitle(laid[index]!);
  }
  return best;
}

const titleReach = 400; // Lines; menus of two hundred entries stand between some headlines and their stories.

function titleScore(laid: readonly LaidLine[], index: number, storyFrom: number): number {
  const line = laid[index]!;
  const next = laid[index + 1];
  if (
    line.kind !== "other" ||
    !isTitleLike(line.text) ||
    /^[-*•>]/.test(line.text) ||
    dateInLine(line.text) ||
    isCaption(line.text)
  )
    return 0;
  const words = line.text.split(/\s+/).length;
  let score = 2 + Math.min(words, 8) / 4;
  if (/\s[-–|·]\s|\s{3,}|^[~*]/.test(line.text) && index < 2) score -= 3;
  if (index > 0 && line.gap > 0) score += 1.5;
  if (next && (next.gap > 0 || isUnderline(next.text))) score += 1.5;
  if (isUnderline(next?.text ?? "")) score += 3;
  if (index === 0 && words <= 4 && storyFrom > 1) score -= 2;
  if (/^\p{Ll}/u.test(line.text)) score -= 1.5;
  if (words > 16) score -= 1.5;
  return score;
}

const isLikeTitle = ({ kind, gap, text }: LaidLine): boolean =>
  kind === "other" && gap > 0 && isTitleLike(text) && text.split(/\s+/).length >= 4 && !dateInLine(text);
const isUnderline = (text: string): boolean => /^([=\-~*_])\1{4,}$/.test(text);

function kindAbove(line: LaidLine, index: number, title: number): PartKind {
  line.date = dateInLine(line.text);
  if (line.date) return line.date.clock ? "clock" : "dateline";
  if (line.kind !== "other")
    return line.kind === "navigation" && isSection(line.text) && sectionWords.test(line.text) && index > title
      ? "section"
      : line.kind;
  if (isCaption(line.text)) return "caption";
  if (title >= 0 && index < title)
    return isProse(line.text)
      ? "caption"
      : index > 0 && isSection(line.text) && sectionWords.test(line.text)
        ? "section"
        : "other";
  if (/^[-*•–]\s/.test(line.text)) return "list";
  if (isProse(line.text) && line.text.length > 50) return "subtitle";
  if (isName(line.text) && !sectionWords.test(line.text)) return "byline";
  if (isSection(line.text)) return "section";
  return line.text.split(/\s+/).length > 6 ? "subtitle" : "other";
}

/** A short capitalised line between furniture: "Middle East", "Business / Mining". */
export const isSection = (text: string): boolean =>
  text.length <= 30 && text.split(/\s+/).length <= 4 && /^\p{Lu}/u.test(text) && !/[\d.!?:|]/.test(text);

/** Two capitalised words may be a person or a part of the paper; these words are never in a person's name. */
const sectionWords =
  /\b(world|politics|economy|business|culture|sports?|science|society|opinion|analysis|region(al)?|national|international|foreign|local|news|middle|near|far|north|south|east|west|northern|southern|eastern|western|central|asia|africa|europe|america|americas|pacific|arab|gulf|defen[cs]e|security|markets?|trade|finance|life|style|health|education|environment|technology|tech|media|arts?|travel|home|affairs|report|story|feature|interview|profile|letters|editorial|comment|law|justice|crime|religion|history|photos?|video|portrait|neighbou?rs|mining|elections?)\b/i;

const isName = (text: string): boolean =>
  /^(\p{Lu}[\p{L}'’.-]+)(\s(\p{Lu}[\p{L}'’.-]*|de|da|van|von|al|bin|el)){1,3}$/u.test(text);

function kindInside(line: LaidLine, next: LaidLine | undefined, first: boolean): PartKind {
  if (line.kind !== "other" && !(line.kind === "byline" && isProse(line.text))) return line.kind;
  if (isCaption(line.text)) return "caption";
  if (/^([-*•–]|\d{1,2}[.)])\s/.test(line.text)) return "list";
  if (first || isProse(line.text) || /[.!?:]["”’)\]]*$/.test(line.text)) return "body";
  return next && isTitleLike(line.text) && line.text.split(/\s+/).length <= 12 ? "subheading" : "body";
}

function kindBelow(line: LaidLine): PartKind {
  if (line.kind !== "other") return line.kind;
  return isTagList(line.text) ? "tags" : "other";
}

/** Headlines after the story, two or more together or under a heading that says so, are related reports. */
function layRelated(laid: LaidLine[], from: number): void {
  let run: LaidLine[] = [];
  let headed = false;
  const close = () => {
    if (headed || run.length >= 2) for (const line of run) line.kind = "related";
    run = [];
  };
  for (const line of laid.slice(from)) {
    if (line.kind === "related") {
      close();
      headed = true;
    } else if (line.kind === "other" && (isHeadline(line.text) || (headed && /^\d{1,2}[.)]\s+\S+\s\S/.test(line.text))))
      run.push(line);
    else {
      close();
      headed = false;
    }
  }
  close();
}

const isHeadline = (text: string): boolean =>
  isTitleLike(text.replace(/^(\d{1,2}[.)]|[-*•>])\s+/, "")) && !/^[^\p{L}\p{N}"“‘'([]+$/u.test(text);

/** Above the title, the first short line of names is the masthead; it is navigation. */
function layMasthead(laid: LaidLine[], title: number): void {
  for (const line of laid.slice(0, Math.max(0, title))) if (line.kind === "other") line.kind = "navigation";
}

function layLead(laid: LaidLine[]): void {
  const lead = laid.find(({ kind }) => kind === "body");
  if (lead) lead.kind = "lead";
}
