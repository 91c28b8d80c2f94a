/** A paragraph of a plain text without its surrounding blanks; offsets count from the start of the whole text. */
export interface Line {
  start: number;
  end: number;
  /** The words in one line, even where the text breaks them at a width. */
  text: string;
  /** Blank lines right before it. */
  gap: number;
  indent: number;
}

/** The most lines that are read. */
export const lineLimit = 10_000; // A page of news has hundreds of lines; what is longer is data, and would only cost time.

/** The lines that hold anything, hard-wrapped paragraphs put together again. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (const match of text.matchAll(/[^\r\n]*(\r\n|\n|\r|$)/g)) {
    const raw = match[0];
    const trimmed = raw.trim();
    if (trimmed) {
      const indent = raw.indexOf(trimmed);
      const start = match.index + indent;
      lines.push({ start, end: start + trimmed.length, text: trimmed, gap, indent });
      gap = 0;
      if (lines.length >= lineLimit) break;
    } else gap++;
  }
  return joinWrapped(lines, text);
}

/** Paragraphs broken at a fixed width: a line near the full width that ends inside a sentence goes on in the next. */
function joinWrapped(lines: readonly Line[], text: string): Line[] {
  const breaks = lines.map((line, index) => index > 0 && line.gap === 0 && goesOn(lines[index - 1]!, line));
  if (breaks.filter(Boolean).length < fewestBreaks) return [...lines];
  const joined: Line[] = [];
  lines.forEach((line, index) => {
    const last = joined.at(-1);
    if (last && breaks[index]) {
      last.end = line.end;
      last.text = `${last.text} ${text.slice(line.start, line.end)}`;
    } else joined.push({ ...line });
  });
  return joined;
}

const fewestBreaks = 4; // One or two lines may look broken by chance; a text wrapped at a width breaks all its paragraphs.

function goesOn(last: Line, line: Line): boolean {
  const { text } = last;
  if (text.length < 50 || text.length > 100 || line.indent !== last.indent) return false;
  return /^\p{Ll}/u.test(line.text) || (/[\p{Ll},;]$/u.test(text) && /[.,;!?]/.test(line.text));
}
