import { datelineOf } from "./dateline.ts";
import { type Outlet, plainName } from "./outlets.ts";

/** The agencies whose text other outlets print under their own masthead. */
const agencies: readonly (readonly [string, RegExp])[] = [
  ["Reuters", /\breuters\b/i],
  ["AFP", /\bAFP\b|agence france-presse/i],
  ["AP", /\bAP\b|\b[Aa]ssociated [Pp]ress\b/],
  ["dpa", /\bdpa\b|deutsche presse-agentur/i],
  ["EFE", /\bEFE\b/],
  ["ANSA", /\bANSA\b/],
  ["APA", /\bAPA\b/],
  ["TASS", /\b(ITAR-)?TASS\b/],
  ["RIA Novosti", /\bRIA( Novosti)?\b/],
  ["Interfax", /\binterfax\b/i],
  ["Xinhua", /\bxinhua\b/i],
  ["Anadolu", /\banadolu\b/i],
  ["SANA", /\bSANA\b/],
  ["IRNA", /\bIRNA\b/],
  ["PTI", /\bPTI\b/],
  ["ANI", /\bANI\b/],
  ["UPI", /\bUPI\b/],
  ["Kyodo", /\bkyodo\b/i],
  ["Yonhap", /\byonhap\b/i],
];

/** The parts of a page that may say whose text it is. */
export interface Credits {
  /** The head of the first paragraph. */
  lead: string;
  byline: readonly string[];
  /** The end of the story and what stands right behind it, a line each. */
  ending: string;
  publisher: string | null;
}

/**
 * The agency whose text a report is: named in the dateline's brackets, in the byline, or in a line that says who
 * contributed. Null when none is, or when the agency is the publisher itself.
 */
export function findAgency({ lead, byline, ending, publisher }: Credits, outlets: readonly Outlet[]): string | null {
  const stated = datelineOf(lead)?.agency ?? inBrackets(lead);
  const found =
    (stated && agencyNamed(stated, outlets)) ??
    firstOf(byline, (name) => agencyNamed(name, outlets)) ??
    firstOf(creditLines(ending), (line) => agencyNamed(line, outlets));
  return found && !isSame(found, publisher, outlets) ? found : null;
}

/** The agency that a credit names: "Reuters", "AFP/dpa", "Staff with Fars News"; the first of several. Null when it names none. */
export function agencyNamed(credit: string, outlets: readonly Outlet[]): string | null {
  const known = agenciesIn(outlets);
  const pieces = credit
    .split(/[,;|/&]|\s(?:and|with|for|of|via|from|by|to)\s|[()[\]]/i)
    .map((piece) => piece.replace(/^(by|from|source|with|the)\b:?\s*/i, "").trim());
  return (
    firstOf(pieces, (piece) => known.get(fold(piece)) ?? null) ??
    agencies.find(([, pattern]) => pattern.test(credit))?.[0] ??
    null
  );
}

const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/\.$/, "");

function firstOf<Value>(values: readonly Value[], find: (value: Value) => string | null): string | null {
  for (const value of values) {
    const found = find(value);
    if (found) return found;
  }
  return null;
}

const byOutlets = new WeakMap<readonly Outlet[], Map<string, string>>();

/** The names of the table's agencies, folded, each with the name that reports carry. */
function agenciesIn(outlets: readonly Outlet[]): Map<string, string> {
  const held = byOutlets.get(outlets);
  if (held) return held;
  const known = new Map<string, string>();
  for (const { name, names, kind } of outlets) {
    if (kind !== "agency") continue;
    const usual = agencies.find(([key, pattern]) => pattern.test(name) || names.includes(key))?.[0] ?? plainName(name);
    for (const each of [name, ...names]) if (!known.has(fold(each))) known.set(fold(each), usual);
  }
  byOutlets.set(outlets, known);
  return known;
}

const isSame = (agency: string, publisher: string | null, outlets: readonly Outlet[]): boolean =>
  publisher !== null &&
  (fold(agency) === fold(publisher) || agencyNamed(publisher, outlets) === agency) &&
  publisher.split(" ").length < 5;

const contribution =
  /[^.\n]*\b(contributed to this (report|story|article)|contributed reporting|additional reporting (by|from)|with (additional )?(material|reporting|inputs?|files|information|contributions?|agencies) (from|by))\b[^.\n]*/i;
const credits =
  /^\W{0,3}(?:(?:source|text|story|credit|by|via|copyright)\b|©|\(c\))\s*:?\s*(©\s*)?(\d{4}\s+)?[\p{Lu}][^.\n]{1,40}\.?$/iu;
const bracketed =
  /[(–—-]\s*(AP|AFP|Reuters|dpa|UPI|EFE|ANSA|TASS|Xinhua|PTI|ANI|IANS|Anadolu|[A-Z]{2,5}\/[A-Za-z]{2,8})\)?\s*$/;

/** The lines that tell who wrote or lent the text. */
function creditLines(ending: string): string[] {
  return ending.split("\n").flatMap((line) => {
    const found =
      contribution.exec(line)?.[0] ??
      bracketed.exec(line)?.[1] ??
      (line.length < 70 ? credits.exec(line.trim())?.[0] : null);
    return found ? [found] : [];
  });
}

/** `WASHINGTON (AP) — …` where the rest of the dateline is not written as most are. */
const inBrackets = (lead: string): string | null =>
  /^.{0,60}\((AP|AFP|Reuters|dpa|UPI|Xinhua|TASS)\)\s*(?:--?|–|—|:)/.exec(lead)?.[1] ?? null;
