import { claimParts, type Note, type PartKind, type Report } from "../../terms/index.ts";
import { dateInLine, type LineDate, monthInLine, type NumberOrder } from "../dates/date-in-line.ts";
import { numberOrder } from "../dates/number-order.ts";
import { dateBefore, type RelativeDate, relativeInLine } from "../dates/relative-date.ts";
import { type Block, holds } from "./blocks.ts";
import { familyBits } from "./families.ts";
import { linkedReport, type PageFacts } from "./page-facts.ts";
import type { Element } from "./tree.ts";

export interface DatedPage {
  facts: PageFacts;
  blocks: readonly Block[];
  kinds: readonly PartKind[];
  /** The block of the headline; -1 when there is none. */
  heading: number;
  url: string | null;
  markup: string;
  /** When the page was saved, as the collector knows it. */
  captured: string | null;
}

export interface PageDates {
  published: string | null;
  publishedFrom: Report["publishedFrom"];
  modified: string | null;
  captured: string | null;
  notes: Note[];
}

type From = NonNullable<Report["publishedFrom"]>;

/**
 * When the page was published, and where it says so: first what is marked for machines, then the date by the headline,
 * then the address, then any date that stands alone.
 */
export function findPublished(page: DatedPage): PageDates {
  const order = numberOrder(page.facts.language, page.url);
  const visible = visibleDates(page, order);
  const clock = visible.find(({ date, place }) => date.clock && place < page.heading)?.date ?? null;
  const saved = page.captured ?? clock?.edtf ?? null;
  const ago = relativeDates(page);
  const before = (which: keyof typeof ago) => (ago[which] && saved ? dateBefore(saved, ago[which]) : null);
  const found = firstDate([
    ["json-ld", () => asEdtf(linkedReport(page.facts)?.datePublished, order)],
    ["meta", () => metaDate(page.facts, publishedMetas, order)],
    ["meta", () => propertyDate(page.facts, order)],
    ["meta", () => timeDate(page.facts, order)],
    ["dateline", () => byHeading(visible, page.heading)],
    ["dateline", () => nearHeading(visible, page.heading)],
    ["url", () => dateInUrl(page.url)],
    ["dateline", () => before("published")],
    ["dateline", () => anywhere(visible, page.heading)],
    ["dateline", () => besideHeading(visible, page.heading)],
    ["meta", () => metaDate(page.facts, looseMetas, order)],
    ["meta", () => scriptDate(page.markup, order)],
    ["dateline", () => monthByHeading(page)],
    ["url", () => monthInUrl(page.url)],
  ]);
  const shown = byHeading(visible, page.heading);
  const published = found && reconcile(found, shown, dateInUrl(page.url));
  const modified =
    asEdtf(linkedReport(page.facts)?.dateModified, order) ??
    metaDate(page.facts, modifiedMetas, order) ??
    before("modified");
  return {
    published: published?.date ?? null,
    publishedFrom: published?.from ?? null,
    modified,
    captured: clock?.edtf ?? null,
    notes: found ? [] : [ago.published && !saved ? relativeOnly : noDate(clock)],
  };
}

const relativeOnly: Note = {
  code: "date.relative-only",
  text: "The page says only how long ago it was published, and when it was saved is not known.",
};

/** "3 hours ago" and "Updated 3 hours ago" near the headline, outside the story and the links to others. */
function relativeDates({ blocks, kinds, heading }: DatedPage): Record<"published" | "modified", RelativeDate | null> {
  const found: Record<"published" | "modified", RelativeDate | null> = { published: null, modified: null };
  if (heading < 0) return found;
  for (let place = Math.max(0, heading - 3); place <= Math.min(blocks.length - 1, heading + 8); place++) {
    const { text, href } = blocks[place]!;
    const kind = kinds[place]!;
    if (place === heading || href !== null || kind === "related" || kind === "comments" || claimParts.includes(kind))
      continue;
    const date = relativeInLine(text);
    if (date) found[updateWords.test(text) ? "modified" : "published"] ??= date;
  }
  return found;
}

/** A month that stands alone by the headline: "February 2016" over an essay in a monthly. */
function monthByHeading({ blocks, kinds, heading }: DatedPage): string | null {
  if (heading < 0) return null;
  for (const place of [1, 2, -1, 3, 4, -2].map((step) => heading + step)) {
    const block = blocks[place];
    if (!block || block.href !== null || claimParts.includes(kinds[place]!)) continue;
    const month = monthInLine(block.text);
    if (month && !/©|copyright/i.test(block.text)) return month;
  }
  return null;
}

/** `/2016/02/` in the address of a site that keeps its pages by month. */
const monthInUrl = (url: string | null): string | null => {
  const match = /\/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])(?=\/)/.exec(url ?? "");
  return match && plausible(`${match[1]}-${match[2]}`);
};

/**
 * What is marked for machines may be the day of an old draft, of a later change, or a time in UTC that falls on the day
 * before or after the one that readers saw. Then the date by the headline stands, or the day in the address.
 */
function reconcile(found: Found, shown: string | null, inAddress: string | null): Found {
  if (found.from !== "json-ld" && found.from !== "meta") return found;
  const day = found.date.slice(0, 10);
  if (shown && !isNextTo(shown.slice(0, 10), day))
    return shown.slice(0, 10) === day ? found : { date: shown, from: "dateline" };
  if (!/T.*(Z|[+-]00:00)$/.test(found.date)) return found;
  const local = [shown, inAddress].find((other) => other && isNextTo(other.slice(0, 10), day));
  return local ? { ...found, date: local.slice(0, 10) } : found;
}

interface Found {
  date: string;
  from: From;
}

const isNextTo = (one: string, other: string): boolean => Math.abs(Date.parse(one) - Date.parse(other)) === 86_400_000;

const noDate = (clock: LineDate | null): Note =>
  clock
    ? {
        code: "date.clock-only",
        text: "The only date on the page is the site's clock: it is taken as the time the page was saved.",
      }
    : { code: "date.none", text: "The page does not say when it was published." };

function firstDate(finders: readonly (readonly [From, () => string | null])[]): Found | null {
  for (const [from, find] of finders) {
    const date = find();
    if (date) return { date, from };
  }
  return null;
}

/** Names of metadata that say when a page was first published, surest first. */
const publishedMetas =
  "article:published_time og:article:published_time og:published_time og:pubdate article:published datepublished published_time article.published article:post_date article:publicationdate article_date_original article_publication_date publication_date publicationdate publish_date publishdate publish-date published-date pubdate pub_date parsely-pub-date sailthru.date cxenseparse:recs:publishtime rnews:datepublished dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date citation_publication_date citation_date bt:pubdate vr:published_time shareaholic:article_published_time datecreated date_published created article:created originalpublicationdate displaydate releasedate timestamp".split(
    " ",
  );
const looseMetas =
  "date last-modified article:modified_time og:updated_time datemodified dcterms.modified dc.date.modified lastmod revised".split(
    " ",
  );
const modifiedMetas = looseMetas.filter((name) => name !== "date");

function metaDate({ metas }: PageFacts, names: readonly string[], order: NumberOrder): string | null {
  for (const name of names)
    for (const value of metas.get(name) ?? []) {
      const date = asEdtf(value, order);
      if (date) return date;
    }
  return names === publishedMetas ? asEdtf(metas.get("date")?.[0], order) : null;
}

function propertyDate({ properties }: PageFacts, order: NumberOrder): string | null {
  for (const name of ["datepublished", "datecreated", "pubdate"])
    for (const value of properties.get(name) ?? []) {
      const date = asEdtf(value, order);
      if (date) return date;
    }
  return null;
}

/** The `<time>` that is marked as the publication's, or the first that stands in no list of other reports. */
function timeDate({ times }: PageFacts, order: NumberOrder): string | null {
  const dated = times.slice(0, 200).flatMap(({ datetime, element }) => {
    const edtf = asEdtf(datetime, order);
    return edtf ? [{ edtf, element, score: timeScore(element) }] : [];
  });
  const best = dated.reduce<(typeof dated)[number] | null>(
    (one, other) => (other.score > (one?.score ?? 0) ? other : one),
    null,
  );
  return best?.edtf ?? null;
}

function timeScore(element: Element): number {
  const own = `${element.attribs.class ?? ""} ${element.attribs.itemprop ?? ""} ${"pubdate" in element.attribs ? "pubdate" : ""}`;
  if (/modif|updat/i.test(own)) return 0.2;
  let score = /publish|pubdate|entry-date|created|posted/i.test(own) ? 2 : 1;
  for (
    let around = element.parent, level = 0;
    around && "attribs" in around && level < 8;
    around = around.parent, level++
  ) {
    const names = `${around.name} ${around.attribs.class ?? ""} ${around.attribs.id ?? ""}`;
    if (/comment|sidebar|\baside\b|widget|related|recent|footer|\bnav\b|teaser|card|popular|latest/i.test(names))
      score *= 0.3;
  }
  return score;
}

interface VisibleDate {
  date: LineDate;
  place: number;
  block: Block;
  kind: PartKind;
  /** The block is hardly more than the date. */
  alone: boolean;
}

function visibleDates({ blocks, kinds }: DatedPage, order: NumberOrder): VisibleDate[] {
  return blocks.flatMap((block, place) => {
    if (block.text.length > 250) return [];
    const date = dateInLine(block.text, order);
    return date
      ? [{ date, place, block, kind: kinds[place]!, alone: date.end - date.start > block.text.length * 0.4 }]
      : [];
  });
}

const besideBits = familyBits("comment", "side", "footer", "related", "biography");

/** Whether it stands in a box of comments, other reports or the like; a box around the headline too is none of them. */
function isBeside({ block }: VisibleDate, heading: number): boolean {
  if (block.href !== null && block.text.split(" ").length > 8) return true;
  for (let box: Block["box"] | null = block.box; box; box = box.parent) {
    if (heading >= 0 && holds(box, heading)) return false;
    if (box.families & besideBits && box.tag !== "body") return true;
  }
  return false;
}

const updateWords = /updat|modif|aktualis|mis à jour|actualizad|last edited|geändert|aggiornat|обновлен|güncel|تحديث/i;
const isUpdate = ({ block, date }: VisibleDate): boolean => updateWords.test(block.text.slice(0, date.start));
/** A date a few blocks from the headline, whatever stands around it, but not a line of rights or a link. */
function besideHeading(visible: readonly VisibleDate[], heading: number): string | null {
  const near = visible.find(
    (found) =>
      !found.date.clock &&
      !isRights(found) &&
      found.block.href === null &&
      Math.abs(found.place - heading) <= headingReach,
  );
  return near?.date.edtf ?? null;
}

const headingReach = 3; // Blocks: a byline, a share line and a section may stand between.

const isRights = ({ block }: VisibleDate): boolean => /©|copyright/i.test(block.text);

/** A date that stands alone right under the headline, or right over it. */
function byHeading(visible: readonly VisibleDate[], heading: number): string | null {
  if (heading < 0) return null;
  const close = visible.filter(
    (each) =>
      each.alone &&
      !each.date.clock &&
      !isUpdate(each) &&
      !isRights(each) &&
      !isStory(each) &&
      each.block.href === null &&
      each.place >= heading - 2 &&
      each.place <= heading + 4,
  );
  close.sort((one, other) => Math.abs(one.place - heading - 0.1) - Math.abs(other.place - heading - 0.1));
  return close[0]?.date.edtf ?? null;
}

const inScript =
  /["']?(?:datePublished|publishedAt|publish(?:ed)?_?Date|publishingDate|firstPublished\w*|date_?published|createdAt|cmsPublishingDate)["']?\s*[:=]\s*["'](\d{4}-\d{2}-\d{2}[^"']{0,30})["']/i;

/** Dates that a page keeps in its scripts for its own use, or in JSON-LD too broken to parse. */
function scriptDate(markup: string, order: NumberOrder): string | null {
  return asEdtf(inScript.exec(markup.slice(0, 3_000_000))?.[1], order);
}

/** The date nearest to the headline: below it by up to a dozen blocks, or above by a few. */
function nearHeading(visible: readonly VisibleDate[], heading: number): string | null {
  if (heading < 0) return null;
  const near = visible.filter(
    (each) =>
      !each.date.clock &&
      !isRights(each) &&
      !isBeside(each, heading) &&
      each.place >= heading - 5 &&
      each.place <= heading + 12,
  );
  const ranked = near.map((each) => ({
    each,
    cost:
      Math.abs(each.place - heading) +
      (each.place < heading ? 2 : 0) +
      (each.alone ? 0 : 5) +
      (isUpdate(each) ? 6 : 0) +
      (isStory(each) ? 4 : 0),
  }));
  ranked.sort((one, other) => one.cost - other.cost);
  return ranked[0]?.each.date.edtf ?? null;
}

const isStory = ({ kind }: VisibleDate): boolean =>
  kind === "body" || kind === "lead" || kind === "list" || kind === "quote";

function anywhere(visible: readonly VisibleDate[], heading: number): string | null {
  const usable = visible.filter((each) => !each.date.clock && !isRights(each) && (each.alone || !isStory(each)));
  return (
    (
      usable.find((each) => !isBeside(each, heading) && !isUpdate(each)) ??
      usable.find((each) => !isBeside(each, heading)) ??
      visible.find((each) => isUpdate(each))
    )?.date.edtf ?? null
  );
}

/** `/2016/02/05/` or `2016-02-05` in the address. */
function dateInUrl(url: string | null): string | null {
  if (!url) return null;
  const day = /[/_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(url);
  if (day) return `${day[1]}-${day[2]}-${day[3]}`;
  const loose = /\/((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})(?=\/)/.exec(url);
  return loose ? asEdtf(`${loose[1]}-${loose[2]!.padStart(2, "0")}-${loose[3]!.padStart(2, "0")}`, null) : null;
}

/** An ISO date or date-time as it stands; other spellings by their words. Null for times before the web and nonsense. */
export function asEdtf(value: unknown, order: NumberOrder): string | null {
  if (typeof value === "number") return fromEpoch(value);
  if (Array.isArray(value)) return asEdtf(value[0], order);
  if (typeof value !== "string") return null;
  const text = value.trim().slice(0, 120);
  if (/^\d{10}(\d{3})?$/.test(text)) return fromEpoch(Number(text));
  const iso =
    /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]+(\d{2}:?\d{2}(?::?\d{2})?)(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/.exec(
      text,
    );
  if (!iso) return plausible(/^\d{4}-\d{2}$/.test(text) ? text : (dateInLine(text, order)?.edtf ?? monthInLine(text)));
  const day = `${iso[1]}-${iso[2]}-${iso[3]}`;
  const time = iso[4]?.replace(
    /^(\d{2}):?(\d{2})(?::?(\d{2}))?$/,
    (_, hour, minute, second) => `${hour}:${minute}${second ? `:${second}` : ""}`,
  );
  const zone = iso[5]?.replace(/^(UTC|GMT)$/, "Z").replace(/([+-]\d{2})(\d{2})$/, "$1:$2") ?? "";
  return plausible(time ? `${day}T${time}${zone}` : day);
}

function fromEpoch(number: number): string | null {
  const date = new Date(number > 1e11 ? number : number * 1000);
  return Number.isNaN(date.getTime()) ? null : plausible(date.toISOString().replace(/\.\d+Z$/, "Z"));
}

function plausible(date: string | null): string | null {
  if (!date || date < "1990" || date > "2100") return null;
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8, 10) || "1")];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? date : null;
}
