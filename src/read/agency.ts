import { datelineOf } from "./dateline.ts";
import type { Outlet } from "./outlets.ts";

/** The agencies whose text other outlets print under their own masthead. */
const agencies: readonly (readonly [string, RegExp])[] = [
  ["Reuters", /\breuters\b/i],
  ["AFP", /\bAFP\b|agence france-presse/i],
  ["AP", /\bAP\b|\bassociated press\b/],
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

/**
 * The agency whose text a report is: named in the dateline's brackets, in the byline, or in a line that says who
 * contributed. Null when none is, or when the agency is the publisher itself.
 */
export function findAgency(
  lead: string,
  byline: readonly string[],
  ending: string,
  publisher: string | null,
  outlets: readonly Outlet[],
): string | null {
  const stated = datelineOf(lead)?.agency ?? inBrackets(lead);
  const found =
    (stated && nameOf(stated, outlets)) ??
    byline.map(agencyIn).find(Boolean) ??
    agencyIn(contribution.exec(ending)?.[0] ?? "");
  return found && found.toLowerCase() !== publisher?.toLowerCase() ? found : null;
}

const contribution =
  /[^.\n]*\b(contributed to this (report|story|article)|additional reporting by|with (material|reporting) from)\b[^.\n]*|\((AP|AFP|Reuters|dpa)\)\s*$/i;

/** `WASHINGTON (AP) — …` where the rest of the dateline is not written as most are. */
const inBrackets = (lead: string): string | null =>
  /^.{0,60}\((AP|AFP|Reuters|dpa|UPI|Xinhua|TASS)\)/.exec(lead)?.[1] ?? null;

const agencyIn = (text: string): string | null => agencies.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

function nameOf(stated: string, outlets: readonly Outlet[]): string {
  return (
    outlets.find(({ name, names }) => name === stated || names.includes(stated))?.name ?? agencyIn(stated) ?? stated
  );
}
