import type { Image, PartKind, Related, Span } from "../../terms/index.ts";
import { dateInLine, monthInLine } from "../dates/date-in-line.ts";
import { relativeInLine } from "../dates/relative-date.ts";
import { creditOf, isProse, kindByWords } from "../text/shapes.ts";
import { type Block, type Box, holds } from "./blocks.ts";
import { type Family, familyBits, familyNames } from "./families.ts";
import { isAdvertLabel, isBarrier, isCaptionBox, isCreditBox, isHourAlone } from "./furniture.ts";
import { type Heading, headingLevel } from "./heading.ts";

/** The kind of each block: within the story by its element, outside it by its words, its element and its class. */
export function kindBlocks(blocks: readonly Block[], heading: Heading, story: readonly boolean[]): PartKind[] {
  const first = story.indexOf(true);
  const last = story.lastIndexOf(true);
  let led = false;
  const kinds = blocks.map((block, index): PartKind => {
    if (index === heading.block) return "title";
    if (!story[index]) return kindOutside(block, { index, heading: heading.block, first, last });
    const kind = kindInside(block);
    if (kind !== "body" || led || isCorrection(block.text)) return kind;
    led = true;
    return "lead";
  });
  return spreadHeadings(blocks, kinds, last);
}

const isCorrection = (text: string): boolean => /^(correction|clarification|update|editor['’]?s note)\b/i.test(text);

/** Under "Read also", "Most read" or another short heading beside the story, the lines of its box are related reports. */
function spreadHeadings(blocks: readonly Block[], kinds: readonly PartKind[], last: number): PartKind[] {
  let under: Box | null = null;
  let spread: PartKind = "related";
  return kinds.map((kind, index) => {
    const block = blocks[index]!;
    if (under && !holds(under, index)) under = null;
    if (isShortHeading(block) && (opensList(kind) || (index > last && isLoose(kind)))) {
      under = boxAbove(block.box);
      spread = opensList(kind) ? kind : "related";
    } else if (under && spread === "tags" && block.href !== null && block.text.length < 40) return "tags";
    else if (under && isLoose(kind) && (spread === "comments" || isEntry(block))) return spread;
    return kind;
  });
}

const opensList = (kind: PartKind): boolean => kind === "related" || kind === "comments" || kind === "tags";
const isLoose = (kind: PartKind): boolean =>
  kind === "other" || kind === "navigation" || kind === "subtitle" || kind === "byline" || kind === "subheading";
const isEntry = ({ text, box, href }: Block): boolean =>
  text.split(" ").length >= 2 && text.length < 200 && (box.tag === "li" || box.tag === "p" || href !== null);

const boxAbove = (box: Box): Box => box.parent ?? box;
const isShortHeading = ({ text, box, strongChars }: Block): boolean =>
  text.length < 40 &&
  !/[.,]/.test(text) &&
  (headingLevel({ box } as Block) > 0 ||
    strongChars >= text.replace(/ /g, "").length * 0.9 ||
    kindByWords(text) === "related");

function kindInside(block: Block): PartKind {
  if (headingLevel(block) > 0) return "subheading";
  const tags = tagsAround(block.box);
  if (tags.has("blockquote")) return "quote";
  if (tags.has("li") || tags.has("dd") || tags.has("dt")) return "list";
  const dense = block.text.replace(/ /g, "").length;
  if (block.strongChars >= dense * 0.95 && block.text.length < 100 && !/[.,;:]["”]?$/.test(block.text))
    return "subheading";
  return "body";
}

/** Where a block stands: its number, the headline's, and the story's first and last (-1 when there is none). */
interface Place {
  index: number;
  heading: number;
  first: number;
  last: number;
}

/** Between the headline and the story, or right around the headline. */
const nearHeading = ({ index, heading, first }: Place): boolean =>
  heading >= 0 &&
  ((index > heading && (first < 0 || index < first)) ||
    (index < heading && index >= heading - 5) ||
    (index > heading && index <= heading + 6));

function kindOutside(block: Block, place: Place): PartKind {
  const words = block.text.length < 200 ? kindByWords(block.text) : null;
  const tags = tagsAround(block.box);
  if (isAdvertLabel(block.text) || isBarrier(block)) return "advert";
  if (isHome(block) || tags.has("button")) return words ?? "navigation";
  if (isCreditBox(block.box)) return "credit";
  if (tags.has("figcaption") || isCaptionBox(block.box)) return "caption";
  if (isHourAlone(block) && (nearHeading(place) || isInside(place))) return "dateline";
  if (nearHeading(place) && isDateline(block.text) && block.href === null) return "dateline";
  if (isInside(place) && isEntryHeading(block)) return "subheading";
  if (isAbove(place) && isKicker(block)) return "section";
  if (nearHeading(place) && place.index > place.heading && (block.author || isAuthorLink(block))) return "byline";
  if (leadsElsewhere(block)) return "related";
  const heading = shortKind(block);
  if (heading) return heading;
  if (tags.has("footer") && place.index > place.last && place.last >= 0 && !isSaid(block)) return words ?? "legal";
  for (const [family, kind] of kindsOfFamilies)
    if (inFamily(block, family, place.heading)) return refine(block, kind, place);
  if (words) return words;
  if (tags.has("nav")) return "navigation";
  if (tags.has("footer")) return "legal";
  if (
    nearHeading(place) &&
    place.index > place.heading &&
    (place.first < 0 || place.index < place.first) &&
    !block.href
  )
    return kindUnderTitle(block);
  if (block.href !== null && block.text.split(/\s+/).length >= 4) return "related";
  if (isBesideStory(block) && block.box.tag === "li" && block.text.split(/\s+/).length >= 4) return "related";
  if (block.href !== null || tags.has("button") || tags.has("header")) return "navigation";
  return "other";
}

/** A link to the front page: the name of the site. */
const isHome = ({ href }: Block): boolean => href !== null && /^(\/|https?:\/\/[^/]+\/?|index\.\w+|\.\/?)$/.test(href);

/** The heading of an entry: no link, and not of a box of other things. */
const isEntryHeading = (block: Block): boolean =>
  headingLevel(block) > 0 &&
  block.links === 0 &&
  kindByWords(block.text) === null &&
  !shortKind(block) &&
  !isBesideStory(block);

const isInside = ({ index, first, last }: Place): boolean => index > first && index < last;
const isAbove = ({ index, heading }: Place): boolean => heading >= 0 && index < heading && index >= heading - 3;

/** The rubric that stands over a headline. */
const isKicker = ({ text, box }: Block): boolean =>
  text.length < 40 &&
  [box, box.parent].some((each) =>
    /kicker|eyebrow|rubric|section-?(name|label|title)|(^|[\s_-])category/i.test(each?.element.attribs.class ?? ""),
  );

/** "Amani Rugendo" with a link to what else she wrote. */
const isAuthorLink = ({ text, href, anchors }: Block): boolean =>
  anchors.length > 0 &&
  text.length < 60 &&
  isPersonLine(text.replace(/^by\s+/i, "")) &&
  /author|profile|people|staff|contributor|writer|journalist|\/by\//i.test(href ?? anchors[0]!.href);

/** Tags and bylines stand in footers of articles too. */
const isSaid = ({ box }: Block): boolean => {
  for (let around: Box | null = box; around; around = around.parent) if (around.tag === "article") return true;
  return false;
};

/** "Most read", "Topics:": names a list and stands in none. */
export const isListHeading = (text: string): boolean =>
  text.length < 60 && shortHeadings.some(([, pattern]) => pattern.test(text));

const shortKind = ({ text }: Block): PartKind | null =>
  (text.length < 60 && shortHeadings.find(([, pattern]) => pattern.test(text))?.[0]) || null;

/** Headings of lists that say what the list holds, by their whole text. */
const shortHeadings: readonly (readonly [PartKind, RegExp])[] = [
  ["tags", /^(tags?|topics?|keywords?|filed under|in this (story|article)|explore more on these topics)\s*:?$/i],
  [
    "related",
    /^((most|recent|latest|popular|related|recommended|top|similar|trending|other|further) )?(posts?|stories|articles|headlines|most (read|viewed|popular|shared|watched))\s*:?$|^(up next|watch next|recent posts|next up|now playing|more (videos|stories|galleries|clips))\s*:?$/i,
  ],
  ["comments", /^(\d+ (thoughts|comments|replies|responses) (on|to)\b.*|leave a reply|join the conversation)$/i],
];

/** "Read also: A · B", "NEXT STORY: A". */
const leadsElsewhere = ({ text, anchors }: Block): boolean =>
  text.length < 400 &&
  (anchors.length > 0 || /:/.test(text)) &&
  /^(read (also|more|next)|see also|also (read|on|today)|related|next( story)?|you (may|might) also|more (from|on)|recommended|elsewhere)\b/i.test(
    text,
  ) &&
  /:\s|^\S+(\s\S+){0,4}$/.test(text);

/** In an `aside` or a box at the side. */
function isBesideStory({ box }: Block): boolean {
  for (let around: Box | null = box; around; around = around.parent)
    if (around.tag === "aside" || around.families & besideBits) return true;
  return false;
}

const besideBits = familyBits("side", "related");

function kindUnderTitle(block: Block): PartKind {
  if (block.text.length < 120 && saysWhen(block.text)) return "dateline";
  if ((/^by\s/i.test(block.text) && block.text.length < 100) || block.box.tag === "address" || isPersonLine(block.text))
    return "byline";
  const isLong = block.text.split(" ").length >= fewestSubtitleWords && block.links === 0;
  return isProse(block.text) || headingLevel(block) > 0 || isLong ? "subtitle" : "other";
}

const saysWhen = (text: string): boolean =>
  dateInLine(text) !== null || monthInLine(text) !== null || (text.length < 60 && relativeInLine(text) !== null);

const fewestSubtitleWords = 6; // Labels under a headline ("Estimated reading time: 4 minutes") are shorter, or hold a number.

/** "Meridian Wire", "Amani Rugendo, Foreign Desk", "Bae Yun-gyo (bae@paper.example)". */
const isPersonLine = (text: string): boolean =>
  text.length < 60 && /^(\p{Lu}[\p{L}'’-]+)(\s\p{Lu}[\p{L}'’.-]+){1,3}(,[^.]+|\s?\([^)]*\))?$/u.test(text);

const kindsOfFamilies: readonly (readonly [Family, PartKind])[] = [
  ["comment", "comments"],
  ["sharing", "sharing"],
  ["advert", "advert"],
  ["related", "related"],
  ["picture", "caption"],
  ["tags", "tags"],
  ["about", "byline"],
  ["summary", "subtitle"],
  ["navigation", "navigation"],
  ["footer", "legal"],
  ["subscription", "advert"],
];

/** A class is a hint; the words decide where they can. */
function refine(block: Block, kind: PartKind, place: Place): PartKind {
  const date = dateInLine(block.text);
  if (kind === "byline")
    return date && block.text.length < 120 ? "dateline" : block.text.length < 120 ? "byline" : "other";
  if (kind === "caption" && block.href !== null) return block.text.split(" ").length > 2 ? "related" : "navigation";
  if (kind === "subtitle" && !(nearHeading(place) && place.index > place.heading))
    return block.href ? "related" : "other";
  if (kind === "tags" && block.text.length > 60) return block.href ? "related" : "other";
  return kind;
}

/** A short block of which the date is a good part. */
function isDateline(text: string): boolean {
  const date = text.length < 120 ? dateInLine(text) : null;
  return date !== null && date.end - date.start > text.length * 0.3;
}

function inFamily(block: Block, family: Family, heading: number): boolean {
  const bit = 1 << familyNames.indexOf(family);
  let box: Box | null = block.box;
  for (let level = 0; box && level < 4 && !(heading >= 0 && holds(box, heading)); box = box.parent, level++)
    if (box.families & bit && box.tag !== "body" && box.tag !== "html") return true;
  return false;
}

export function tagsAround(from: Box): Set<string> {
  const tags = new Set<string>();
  for (let box: Box | null = from; box; box = box.parent) tags.add(box.tag);
  return tags;
}

/** Captions as spans of the text, each with the credit that follows it. */
export function imagesOf(
  blocks: readonly Block[],
  kinds: readonly PartKind[],
  spans: readonly (Span | null)[],
): Image[] {
  const images: Image[] = [];
  kinds.forEach((kind, index) => {
    const span = spans[index];
    const { text } = blocks[index]!;
    if (kind === "caption" && span) {
      const credit = creditOf(text);
      images.push({ caption: credit ? [span[0], span[0] + credit.at] : span, credit: credit?.credit ?? null });
    } else if (kind === "credit" && images.at(-1)?.credit === null)
      images[images.length - 1] = { ...images.at(-1)!, credit: text };
  });
  return images;
}

export function relatedOf(blocks: readonly Block[], kinds: readonly PartKind[], address: string | null): Related[] {
  const related = new Map<string, Related>();
  blocks.forEach(({ text, href, anchors }, index) => {
    if (kinds[index] !== "related" || isListHeading(text)) return;
    const linked = anchors.length > 1 || (anchors.length > 0 && href === null) ? anchors : [{ text, href: href ?? "" }];
    for (const each of linked)
      for (const title of titlesIn(each.text))
        if (!related.has(title)) related.set(title, { title, ...addressOf(each.href, address) });
  });
  return [...related.values()].slice(0, 100);
}

/** "Elsewhere: A | B" holds two titles; a heading of two words holds none. */
function titlesIn(text: string): string[] {
  const pieces = text
    .replace(/^(\d{1,2}[.)]|[-*•>])\s+/, "")
    .replace(/^[\p{L} ]{3,20}:\s+(?=\p{Lu})/u, (head) =>
      /^(next|read|more|see|also|related|yesterday|previous|older|newer)/i.test(head) ? "" : head,
    );
  return pieces
    .split(/\s+[|·•]\s+/)
    .map((title) => title.trim())
    .filter((title) => title.split(/\s+/).length >= 2 && title.length < 300);
}

function addressOf(href: string, address: string | null): { url?: string } {
  const url = href ? URL.parse(href, address ?? undefined)?.href : undefined;
  return url ? { url } : {};
}
