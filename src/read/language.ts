import { franc } from "franc";
import type { Report } from "../terms/index.ts";

const codes: Record<string, string> = {
  eng: "en",
  fra: "fr",
  deu: "de",
  spa: "es",
  por: "pt",
  ita: "it",
  rus: "ru",
  ukr: "uk",
  arb: "ar",
  tur: "tr",
  pes: "fa",
  heb: "he",
  pol: "pl",
  nld: "nl",
  swe: "sv",
  cmn: "zh",
  jpn: "ja",
  kor: "ko",
  ell: "el",
  ces: "cs",
  ron: "ro",
  hun: "hu",
  ind: "id",
  vie: "vi",
  hin: "hi",
};

/** The language of a report's story as ISO 639-1, or null when it is too short to tell or not known. */
export function languageOf(report: Pick<Report, "text" | "parts">): string | null {
  const story = report.parts
    .filter((part) => part.kind === "lead" || part.kind === "body")
    .map((part) => report.text.slice(part.start, part.end))
    .join(" ");
  if (story.length < 40) return null;
  const found = franc(story.slice(0, 4000), { minLength: 40 });
  if (found === "sco") return "en";
  return codes[found] ?? null;
}
