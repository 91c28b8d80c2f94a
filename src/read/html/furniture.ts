import { dateInLine, monthInLine } from "../dates/date-in-line.ts";
import { relativeInLine } from "../dates/relative-date.ts";
import type { Block, Box } from "./blocks.ts";

/** The label over a box that an advertiser fills. */
export const isAdvertLabel = (text: string): boolean =>
  text.length < 40 &&
  /^(advert(isement|ising|s)?|sponsored( content)?|promoted|anzeige|werbung|publicité|publicidad|pubblicità|advertentie|реклама|reklama?)\W*$/i.test(
    text,
  );

/** A line that is an hour, a date or "3 hours ago" and nothing else: the mark of an entry in a live blog. */
export function isHourAlone({ text }: Block): boolean {
  if (text.length > 40) return false;
  if (/^(?:at\s)?\d{1,2}[.:h]\d{2}(?:[.:]\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:Uhr|[A-Z]{2,5})?$/i.test(text)) return true;
  if (monthInLine(text) !== null || (relativeInLine(text) !== null && text.split(" ").length <= 5)) return true;
  const date = dateInLine(text);
  return date !== null && date.end - date.start >= text.length - 6;
}

const barrierNames = /paywall|barrier|regwall|piano|subscri|premium-?(offer|box)|meter(ed)?-|(^|[\s_-])gate([\s_-]|$)/i;
const offers =
  /subscri|abonn|suscr|assin|full access|unlimited|sign (in|up)|log ?in|register|membership|become a member|free trial|cancel (at )?any|cancel when|read on\b|continue reading|per month|a month/i;

/** An offer to subscribe in a box that is named for it; the box alone may hold the paid part of the story itself. */
export function isBarrier({ text, box }: Block): boolean {
  if (text.length > 500 || !offers.test(text)) return false;
  let around: Box | null = box;
  for (let level = 0; around && level < 4; around = around.parent, level++)
    if (barrierNames.test(`${around.element.attribs.class ?? ""} ${around.element.attribs.id ?? ""}`)) return true;
  return false;
}

/** The box of a caption by its own name, or by its parent's. */
export const isCaptionBox = (box: Box): boolean =>
  [box, box.parent].some((each) => each && captionNames.test(namesOf(each)));

/** The box of a photo's credit by its own name. */
export const isCreditBox = (box: Box): boolean => /(^|[\s_-])credits?([\s_-]|$)/i.test(namesOf(box));

const captionNames = /(^|[\s_-])(fig)?caption(s|-?text)?([\s_-]|$)/i;
const namesOf = ({ element }: Box): string => element.attribs.class ?? "";
