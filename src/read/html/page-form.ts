import type { Note } from "../../terms/index.ts";
import type { Block } from "./blocks.ts";
import { isBarrier } from "./furniture.ts";
import type { LiveEntries } from "./live-entries.ts";
import { linkedReport, linkedTypes, metaOf, type PageFacts } from "./page-facts.ts";

export interface FormedPage {
  facts: PageFacts;
  blocks: readonly Block[];
  story: readonly boolean[];
  entries: LiveEntries | null;
  address: string | null;
}

const shortStory = 900; // Characters: the two lines under a film, the two paragraphs before a barrier.

/** What a reader of the report ought to know of the page's form: that it is a stub, one of several, a film, a live blog. */
export function formNotes(page: FormedPage): Note[] {
  const chars = page.blocks.reduce((sum, { text }, index) => sum + (page.story[index] ? text.length : 0), 0);
  const notes: Note[] = [];
  if (page.entries)
    notes.push({
      code: "page.live-blog",
      text: `A live blog of ${page.entries.count} entries; each part has the time of its entry.`,
    });
  if (isLocked(page, chars))
    notes.push({
      code: "page.paywall",
      text: "Only the beginning of the report is on the page; the rest is for subscribers.",
    });
  if (isFilm(page) && chars < shortStory)
    notes.push({ code: "page.video", text: "The report is a film; the page has only the lines that stand under it." });
  const next = nextPage(page);
  if (next)
    notes.push({ code: "page.continues", text: `The report goes on at ${next}; that page is not read with this one.` });
  return notes;
}

/** The page says that it is not free and has little text, or an offer to subscribe stands right behind the story. */
function isLocked({ facts, blocks, story }: FormedPage, chars: number): boolean {
  const last = story.lastIndexOf(true);
  const offered = blocks.slice(last + 1, last + 6).some(isBarrier);
  const tier = metaOf(facts, "article:content_tier", "og:article:content_tier", "content_tier");
  const says =
    String(linkedReport(facts)?.isAccessibleForFree ?? "").toLowerCase() === "false" ||
    /^(locked|metered)$/i.test(tier ?? "");
  return (says && chars < shortStory * 2) || (offered && (says || chars < shortStory * 2));
}

function isFilm({ facts }: FormedPage): boolean {
  const types = linkedTypes(facts);
  return (
    /^video/i.test(metaOf(facts, "og:type") ?? "") ||
    (types.includes("VideoObject") && !types.some((type) => /Article$/.test(type)))
  );
}

/** The address of the next page of the same report: it differs from this page's by a number of pages and nothing else. */
function nextPage({ facts, blocks, address }: FormedPage): string | null {
  const numbered = blocks.flatMap(({ anchors }) => anchors.filter(({ text }) => pageWords.test(text)));
  for (const href of [facts.next, ...numbered.map((anchor) => anchor.href)]) {
    const url = href ? URL.parse(href, address ?? undefined)?.href : undefined;
    if (url && address && isNextOf(url, address)) return url;
  }
  return null;
}

const pageWords = /^([2-9]|next( page)?|weiter|suivante?|siguiente|continued?|›|»|>|→)$/i;
const namedPage = /(?:[?&](?:page|p|pg|seite|pagina)=|\/page\/)(\d{1,2})(?=[/?#&]|$)/i;
const addedNumber = /[/,_-]\d{1,2}(?=\/?(?:\.\w{3,5})?$)/;

/** `story.html?page=2` follows `story.html`, and `story-2.html` does; `story-8.html` does not follow `story-7.html`. */
function isNextOf(url: string, address: string): boolean {
  const [next, own] = [url, address].map((each) => each.replace(/#.*$/, "").replace(/\/$/, ""));
  const number = (each: string) => Number(namedPage.exec(each)?.[1] ?? 1);
  if (number(next!) !== number(own!))
    return number(next!) > number(own!) && next!.replace(namedPage, "") === own!.replace(namedPage, "");
  return next !== own && next!.replace(addedNumber, "") === own;
}
