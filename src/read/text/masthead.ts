import type { LaidLine } from "./layout.ts";

const networks = /^(facebook|twitter|x|google|e-?mail|disqus|whatsapp|telegram|linkedin|vk|apple)$/i;

/**
 * The outlet that published a scraped page: the one its masthead names, or whose readers may comment, or whose rights it
 * declares, or whose name the dateline carries. Null when the page names none.
 */
export function findMasthead(laid: readonly LaidLine[], agency: string | null): string | null {
  const lines = laid.filter(({ text }) => text.length <= longest);
  return fromHead(lines) ?? fromComments(lines) ?? fromRights(lines) ?? agency;
}

const longest = 500; // Characters; mastheads, rights and calls for comments are short, and patterns are slow on megabytes.

function fromHead(lines: readonly LaidLine[]): string | null {
  const title = lines.findIndex(({ kind }) => kind === "title");
  const head = lines.slice(0, title < 0 ? 4 : title).slice(0, 4);
  for (const [index, line] of head.entries()) {
    if (
      line.kind === "caption" ||
      line.kind === "section" ||
      line.kind === "sharing" ||
      (line.kind === "navigation" && index > 0 && /\s{2,}.*\s{2,}|\|.*\|/.test(line.text))
    )
      continue;
    const name = nameIn(line);
    if (name && (index > 0 || line.kind !== "byline")) return name;
  }
  const below = lines.slice(title + 1, title + 4).find(({ kind, date }) => date && kind !== "clock");
  return below?.date &&
    below.date.start > 6 &&
    /[,|-]\s*$/.test(below.text.slice(0, below.date.start).replace(/\b\p{L}+day,?\s*$/u, ""))
    ? nameIn(below)
    : null;
}

/** The first piece of the line that is written as a name: each word with a capital, no digits, no running text. */
function nameIn(line: LaidLine): string | null {
  const words = line.date ? line.text.slice(0, line.date.start) : line.text;
  const framed = /^[~*=#]+\s*(\p{L}[\p{L}\s]{2,30}?)\s*[~*=#]+$/u.exec(words)?.[1];
  if (framed) return framed;
  if (/^[\w-]+:\s/.test(words)) return null;
  const pieces = words.replace(/^By\s.*?\|\s*/, "").split(/\s*[|•»]\s*|\s{2,}|\s[-–:]\s/);
  const name = pieces
    .map((piece) =>
      piece.replace(/\b(mon|tues|wednes|thurs|fri|satur|sun)day,?\s*$/i, "").replace(/^[~*\s]+|[~*\s,]+$/g, ""),
    )
    .find(isOutletName);
  return name ? asName(name) : null;
}

const isOutletName = (name: string): boolean => {
  const words = name.split(/\s+/);
  if (words.length > 6 || name.length < 4 || /[\d.!?@]/.test(name)) return false;
  if (words.length === 1 && !/^\p{Lu}/u.test(name)) return false;
  return (
    /^\p{Lu}/u.test(name) &&
    words.every((word) => /^\p{Lu}|^(of|the|al-|and|&|de|du|la|del|der|die|le)/u.test(word)) &&
    !/^(live|home|listen|watch|news|menu|by|from|for|date|vol)\b/i.test(name)
  );
};

/** `MERIDIAN WIRE` as `Meridian Wire`; short words in capitals may be initials and stay. */
function asName(name: string): string {
  if (name !== name.toUpperCase() || !/\s/.test(name)) return name;
  return name
    .split(/\s+/)
    .map((word, index) => capitalise(word, index))
    .join(" ");
}

function capitalise(word: string, index: number): string {
  if (/^(OF|AND|THE)$/.test(word) && index > 0) return word.toLowerCase();
  return word.length <= 2 ? word : word[0] + word.slice(1).toLowerCase();
}

function fromComments(lines: readonly LaidLine[]): string | null {
  const comments = lines
    .filter(({ kind }) => kind === "comments")
    .map(({ text }) => text)
    .join("\n");
  const names = [
    ...comments.matchAll(/comment (?:via|on|with)\s+(\p{Lu}[\p{L}\d .]*?)(?=\s*(?:comment\b|discussion|$))/gimu),
  ].map((match) => match[1]!.replace(/ (ID|account)$/, ""));
  return names.find((name) => !networks.test(name.trim()) && !/^face/i.test(name))?.trim() ?? null;
}

function fromRights(lines: readonly LaidLine[]): string | null {
  for (const { kind, text } of lines) {
    const match =
      kind === "legal" || kind === "credit"
        ? /(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?\s*)?(\p{Lu}[^.,|\d/]{2,50})/iu.exec(text)
        : null;
    if (match && kind === "legal") return match[1]!.trim().replace(/\s+(all rights reserved|trust)$/i, "");
  }
  return null;
}
