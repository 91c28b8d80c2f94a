import type { Claim, Reading } from "../terms/index.ts";
import { claimText } from "./claim-text.ts";

/** A reading for people: what the report says of itself, then each claim with its voices and its sentence. */
export function readingText(reading: Reading): string {
  const { report } = reading;
  const lines = [
    report.title ?? report.name,
    `  ${report.publisher ?? "publisher unknown"} · ${published(reading)}`,
    ...report.notes.map((note) => `  note: ${note.text}`),
    "",
    ...reading.claims.flatMap((claim) => [...claimLines(reading, claim), ""]),
  ];
  if (reading.claims.length === 0) lines.push("  No claim was found.", "");
  return `${lines.join("\n")}\n`;
}

function published({ report }: Reading): string {
  const saved = report.captured === null ? "" : ` · page saved ${report.captured}`;
  return `${report.published === null ? "publication date unknown" : `published ${report.published}`}${saved}`;
}

function claimLines(reading: Reading, claim: Claim): string[] {
  const quotes = claim.evidence.map(([start, end]) => oneLine(reading.report.text.slice(start, end)));
  return [`  ${claimText(reading, claim)}`, ...quotes.map((quote) => `      “${quote}”`)];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
