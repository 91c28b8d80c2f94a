import type { PartKind } from "../../terms/index.ts";
import { kindByWords } from "./shapes.ts";

/** What a line of a scraped text is by its words: what any page may say, and what only lines of their own say. */
export function kindOfLine(line: string): PartKind | null {
  if (line.length > 500) return null; // Furniture is short; patterns are not tried on megabytes.
  return wordings.find(([, pattern]) => pattern.test(line))?.[0] ?? kindByWords(line);
}

const wordings: readonly (readonly [PartKind, RegExp])[] = [
  ["navigation", /^all about\s*:/i],
  [
    "related",
    /^(also in this issue|read (also|more|next)|more|related|older|newer|coming up|next( story)?|see also|most \w+|plus|elsewhere|latest|you may also like|from our archive)(\s\w+)?\s*:\s+\S/i,
  ],
  [
    "byline",
    /^(\(?(reporting|writing|additional reporting|edited|editing) by\b|(exclusive|analysis|report|special report|words|text|story)\s+by\s+\p{Lu}|by:\s)/iu,
  ],
  ["byline", /^(hosted|presented|moderated|interviewed|produced|transcribed) by\s+\p{Lu}/iu],
  ["navigation", /^(photo |picture |slide )?\d{1,3}\s?(of|\/)\s?\d{1,3}$/i],
  ["byline", /,?\s+with (additional )?reporting by\b[^.]{3,60}$/i],
  ["tags", /^tagged\s*:/i],
  ["advert", /^(subscribers?\b|--\s*advert|classifieds?\b|win a\b)|advertise with us/i],
  ["navigation", /^[^.!?]{3,40}\b(page|p\.)\s?\d+\.?(\s[^.!?]{3,40}\b(page|p\.)\s?\d+\.?)*$/i],
  ["navigation", /^\S+(\s[.·•|/>]\s\S+(\s\S+)?){2,}$/],
  ["navigation", /^\p{Lu}\p{Ll}+(\s{2,}\p{Lu}\p{Ll}+){2,}$/u],
  ["legal", /^you (receive|are receiving) this\b|\bunsubscribe\b|to leave the list/i],
  [
    "other",
    /^[\w-]{2,20}:\s.*@|^(List-[\w-]+|Message-ID|MIME-Version|Content-Type|Subject|To|Cc|Reply-To|From|Received):\s/i,
  ],
];

/** Lines that close a press release or a wire text: what follows is addressed to editors. */
export const closesStory = (line: string): boolean =>
  /^(ends?|###+|-\s?30\s?-|\*{3,}|notes? (to|for) editors:?)$/i.test(line);

/** A turn of a conversation written out: "HOST: Who gets the first well?", "Q: And the third?" */
export const isSpeech = (line: string): boolean =>
  /^(?:\p{Lu}[\p{Lu}.'’ -]{1,30}|Q|A|\p{Lu}\p{Ll}+ \p{Lu}[\p{L}'’-]+):\s+["“'‘]?\p{Lu}/u.test(line.slice(0, 80)) &&
  /[.!?…]["”’)]*$/.test(line);
