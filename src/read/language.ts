import { francAll } from "franc";
import { claimParts } from "../terms/index.ts";
import type { Page } from "./page.ts";

const enough = 120; // Letters; below this the trigrams of related languages cannot be told apart.

/** The language of the story (ISO 639-1), by its letters; null when the text is too short to tell. */
export function detectLanguage({ text, parts }: Pick<Page, "text" | "parts">): string | null {
  const story = parts.filter(({ kind }) => claimParts.includes(kind));
  const words = story
    .map(({ start, end }) => text.slice(start, end))
    .join(" ")
    .slice(0, 4000);
  if (words.replace(/\P{L}/gu, "").length < enough) return null;
  const [best] = francAll(words);
  return best && best[0] !== "und" ? twoLetters(best[0]) : null;
}

/** `deu` is `de`, by the runtime's own table of languages; a language without two letters keeps its three. */
function twoLetters(code: string): string {
  return macro[code] ?? new Intl.Locale(code).language;
}

/** Codes of single languages that the wider world knows by the macrolanguage. */
const macro: Record<string, string> = {
  cmn: "zh",
  arb: "ar",
  pes: "fa",
  prs: "fa",
  nob: "no",
  nno: "no",
  zlm: "ms",
  ekk: "et",
  lvs: "lv",
  swh: "sw",
  khk: "mn",
  azj: "az",
  uzn: "uz",
  als: "sq",
  ydd: "yi",
  plt: "mg",
  gaz: "om",
  hbs: "sh",
};
