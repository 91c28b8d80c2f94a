/** A run of letters as pdf.js gives it: `transform` ends in its place, from the lower left corner, in points. */
export interface PdfRun {
  str: string;
  transform: number[];
  height: number;
  hasEOL: boolean;
}

interface PdfLine {
  text: string;
  x: number;
  y: number;
  size: number;
}

/** A page's runs as paragraphs, one a line of the result, a blank line between them. */
export function paragraphsOf(runs: readonly PdfRun[]): string {
  const paragraphs: string[] = [];
  let last: PdfLine | null = null;
  for (const line of linesOf(runs)) {
    if (last && goesOn(last, line)) paragraphs.push(joined(paragraphs.pop()!, line.text));
    else paragraphs.push(line.text);
    last = line;
  }
  return paragraphs.join("\n\n");
}

function linesOf(runs: readonly PdfRun[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let line: PdfLine | null = null;
  for (const run of runs) {
    const [x, y] = [run.transform[4] ?? 0, run.transform[5] ?? 0];
    if (line && Math.abs(line.y - y) < line.size / 2) line.text += run.str;
    else {
      line = { text: run.str, x, y, size: run.height || Math.abs(run.transform[3] ?? 0) || 10 };
      lines.push(line);
    }
    if (run.hasEOL) line = null;
  }
  return lines.map((one) => ({ ...one, text: one.text.replace(/\s+/g, " ").trim() })).filter(({ text }) => text !== "");
}

/** The next line at the usual distance, in the same size and no further in: the same paragraph. */
function goesOn(last: PdfLine, line: PdfLine): boolean {
  const step = last.y - line.y;
  const sameSize = Math.abs(last.size - line.size) < 0.5;
  return sameSize && step > 0 && step < last.size * 1.6 && line.x - last.x < last.size;
}

/** A word broken at the end of a line is put together again. */
const joined = (before: string, after: string): string =>
  /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after) ? before.slice(0, -1) + after : `${before} ${after}`;
