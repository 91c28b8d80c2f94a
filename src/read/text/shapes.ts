import type { PartKind } from "../../terms/index.ts";

/** What the words of a line alone tell of its kind, furniture first. Null when they tell nothing. */
export function kindByWords(line: string): PartKind | null {
  return wordings.find(([, pattern]) => pattern.test(line))?.[0] ?? null;
}

const wordings: readonly (readonly [PartKind, RegExp])[] = [
  [
    "legal",
    /^(©|\(c\)|copyright\b|all rights reserved|terms (of|and)|privacy|cookie)[^/]*$|is not responsible for|may not be (re|published)|^(proudly )?powered by\b|^printed by\b|^this (site|page) uses cookies/i,
  ],
  [
    "credit",
    /^(©|\(c\)|photos?( by| credit)?:|photograph:|image:|picture:|credit:)\s*\S|^\S*\s?(AP|AFP|Reuters|Getty)( Photo| Images)?\s*\/|\/\s?(AP|AFP|Reuters|Getty)\b/i,
  ],
  ["byline", /^(by|from|words by|reporting by|written by)\s+(our\s|the\s|\p{Lu})[^.]{2,80}$/iu],
  [
    "sharing",
    /^(share|tweet|print( this page)?|e-?mail( this)?|get short url|short url|follow us|like us|copy link|whatsapp|facebook|send us|save|bookmark)\b.{0,60}$/i,
  ],
  [
    "comments",
    /^(comments?|discussion|community standards?|leave a (reply|comment)|join the (discussion|conversation)|comment via|guest book|letters to the editor|\d+ comments?|post a comment|log in to comment)/i,
  ],
  ["tags", /^(tags?|topics?|keywords?|filed under|all about|more (on|about))\s*:/i],
  [
    "related",
    /^(related( (stories|articles|news|topics))?|read (also|more|next)|see also|more( stories| news| from)?|most (read|popular|listened|viewed)|also (in this issue|today)|elsewhere|latest( news)?|you might also like|in the same series|from our archive|you may also like|recommended|coming up|don't miss|trending)\b[^.]{0,40}:?$/i,
  ],
  [
    "advert",
    /^(advert(isement|ising)?|sponsored( content)?|promoted|win a\b|subscribe (now|today)|paid content|special offer)/i,
  ],
  [
    "navigation",
    /^(listen live|home|live|menu|search|sign in|log ?in|subscribe|newsletter|podcasts?|skip to|back to top|e-paper|crossword|rss|corrections|about (us|the)|contact( us)?|weather|markets?:|our podcasts|gift a)\b.{0,50}$/i,
  ],
  ["navigation", /^[^.]{2,30}(\s[|·•›>]\s[^.|]{2,30}){2,}$/],
];

/** A line under a photograph: it ends in the photographer or the agency in brackets, or after "Photo:". */
export function isCaption(line: string): boolean {
  return line.length < 600 && captionEnd.test(line);
}
const captionEnd =
  /[([](?:photo(?:graph)?|picture|image|credit|file)[^)\]]{0,60}[)\]]$|\((?:\p{Lu}[\p{L}.]*\s?){1,4}\/\s?[^()]{2,40}\)$|\S\s(?:photo(?:graph)?|picture|image|credit)(?: by|:)\s[^.]{2,60}$/iu;

/** The credit at the end of a caption: where its words begin and what it says. Null when it has none. */
export function creditOf(caption: string): { at: number; credit: string } | null {
  if (caption.length > 1000) return null;
  const match = captionEnd.exec(caption);
  if (!match) return null;
  const credit = match[0]
    .trim()
    .replace(/^[([]|[)\]]$/g, "")
    .replace(/^[.\s/|–-]+/, "")
    .replace(/^(photo(graph)?|picture|image|credit)s?:\s*/i, "");
  return { at: match.index + (/^\S\s/.test(match[0]) ? 1 : 0), credit };
}

/** Long enough and punctuated like running text. */
export function isProse(line: string): boolean {
  if (line.length > 1000) return true;
  const words = line.split(/\s+/).length;
  const ends = /[.!?…:。！？：؟۔।]["”’')\]」』]*$/.test(line);
  if (ends && (line.match(/[\p{sc=Han}\p{sc=Kana}\p{sc=Thai}]/gu)?.length ?? 0) >= 16) return true; // Written without blanks.
  if (words >= 14 && ends) return true;
  if (words >= 7 && ends && /\p{Ll}/u.test(line) && /\s\p{Ll}{2,}\s/u.test(line)) return true;
  if (words >= 9 && ends && /\p{Lo}{2,}\s\p{Lo}{2,}/u.test(line)) return true; // Scripts without capitals.
  return words >= 28;
}

/** A headline: some words, no full stop, not the shape of anything else. */
export function isTitleLike(line: string): boolean {
  if (line.length > 300) return false;
  const words = line.split(/\s+/).length;
  return (
    words >= 3 &&
    words <= 24 &&
    !/[.]["”’]?$/.test(line.replace(/\b(U\.S\.|U\.K\.|\.\.\.)$/, "")) &&
    /\p{L}/u.test(line) &&
    kindByWords(line) === null
  );
}

/** "Daesh, Jaish al-Fatah, Idlib, Syria": a list of short items. */
export function isTagList(line: string): boolean {
  if (line.length > 2000) return false;
  const items = line.replace(/^[^:]{3,16}:\s*/, "").split(/\s*[,;|]\s*/);
  return (
    items.length >= 4 && !/[.!?]$/.test(line) && items.every((item) => item.length > 0 && item.split(/\s+/).length <= 5)
  );
}
