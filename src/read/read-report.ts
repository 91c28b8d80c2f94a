import type { Capture, Note, Noted, Report } from "../terms/index.ts";
import { declaredCharset, decode } from "./decode.ts";
import { readHtml } from "./html/read-html.ts";
import { languageOf } from "./language.ts";
import { readText } from "./text/read-text.ts";

export interface ReadOptions {
  /** Takes the capture as this, whatever its name or server says. */
  as?: "text" | "html" | undefined;
}

/**
 * A capture as a report: its text, parts, dates and publisher. Never throws for what a page contains; what is wrong
 * with it stands in the notes, and in `report.notes`.
 */
export function readReport(capture: Capture, options: ReadOptions = {}): Noted<Report> {
  const isPage = options.as ? options.as === "html" : looksLikePage(capture);
  const decoded = decode(capture.bytes, isPage ? declaredCharset(capture.bytes) : null);
  const read = isPage ? readPage(capture, decoded.value) : readText(capture, decoded.value);
  const notes: Note[] = [...decoded.notes, ...read.notes];
  const declared = "declaredLanguage" in read.value ? (read.value.declaredLanguage as string | null) : null;
  const { declaredLanguage: _, ...fields } = { declaredLanguage: null, ...read.value };
  const report: Report = { ...fields, language: languageOf(fields) ?? declared ?? null, notes };
  if (!report.parts.some((part) => part.kind === "lead" || part.kind === "body"))
    notes.push({ code: "report.no-story", text: "No running text was found in it." });
  return { value: report, notes };
}

function readPage(capture: Capture, html: string): ReturnType<typeof readHtml> | ReturnType<typeof readText> {
  try {
    return readHtml(capture, html);
  } catch (cause) {
    const read = readText(capture, html);
    return {
      value: read.value,
      notes: [
        ...read.notes,
        {
          code: "page.unparsable",
          text: `The markup could not be parsed (${(cause as Error).message}); read as plain text.`,
        },
      ],
    };
  }
}

function looksLikePage(capture: Capture): boolean {
  if (capture.mediaType === "text/html") return true;
  if (capture.mediaType === "text/plain") return false;
  return /^\s*(<!doctype html|<html|<\?xml|<head|<body)/i.test(
    Buffer.from(capture.bytes.subarray(0, 512)).toString("latin1"),
  );
}
