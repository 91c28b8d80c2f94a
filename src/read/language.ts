import { francAll } from "franc";
import { claimParts } from "../terms/index.ts";
import type { Page } from "./page.ts";

const enough = 120; // Letters; below this the trigrams of related languages cannot be told apart.
const surelyOther = 0.75; // A declared language whose likeness is less than this share of the best is a leftover of a template.
const nearlyAsLike = 0.93; // Within this of the best, the language that more of the world's news is in is the likelier.
const muchWritten = "en es fr de ru pt ar zh it ja tr fa nl pl ko uk id he el ro cs sv hu vi hi".split(" ");

/**
 * The language of the story (ISO 639-1): as the page declares it, unless its letters are plainly another's; else by its letters.
 * Null when the page does not say and the text is too short to tell.
 */
export function languageOf({ text, parts, language }: Pick<Page, "text" | "parts" | "language">): string | null {
  const story = parts.filter(({ kind }) => claimParts.includes(kind));
  const words = story
    .map(({ start, end }) => text.slice(start, end))
    .join(" ")
    .slice(0, 4000);
  const letters = words.replace(/\P{L}/gu, "").length;
  if (letters < enough && !(letters >= enough / 4 && /\p{sc=Han}|\p{sc=Hangul}|\p{sc=Kana}/u.test(words)))
    return language;
  const likely = francAll(words, { minLength: 10 })
    .filter(([code]) => code !== "und")
    .map(([code, likeness]) => ({ code: twoLetters(code), likeness }));
  if (likely.length === 0) return language;
  const declared = language === null ? undefined : likely.find(({ code }) => code === language);
  const isKnown = language !== null && (declared !== undefined || !muchWritten.includes(language));
  if (isKnown && (declared === undefined || declared.likeness >= surelyOther)) return language;
  const near = likely.filter(({ likeness }) => likeness >= nearlyAsLike);
  return muchWritten.find((code) => near.some((each) => each.code === code)) ?? likely[0]!.code;
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
