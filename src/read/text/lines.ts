/** A line of text without its surrounding blanks; offsets count from the start of the whole text. */
export interface Line {
  start: number;
  end: number;
  text: string;
  /** Blank lines right before it. */
  gap: number;
  indent: number;
}

/** The lines that hold anything, hard-wrapped paragraphs put together again. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let at = 0;
  for (const raw of text.split(/\r\n|\n|\r/)) {
    const from = text.startsWith(raw, at) ? at : text.indexOf(raw, at);
    const trimmed = raw.trim();
    if (trimmed) {
      const start = from + raw.indexOf(trimmed);
      lines.push({ start, end: start + trimmed.length, text: trimmed, gap, indent: start - from });
      gap = 0;
    } else gap++;
    at = from + raw.length + (text.startsWith("\r\n", from + raw.length) ? 2 : 1);
  }
  return joinWrapped(lines, text);
}

/** A text whose paragraphs are broken at a fixed width: most lines end in the middle of a sentence, near one length. */
function joinWrapped(lines: Line[], text: string): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && line.gap === 0 && wraps(last, line)) {
      last.end = line.end;
      last.text = text.slice(last.start, last.end).replace(/\s*[\r\n]+\s*/g, " ");
    } else joined.push({ ...line });
  }
  return joined;
}

function wraps(last: Line, line: Line): boolean {
  const width = last.end - last.start;
  const tail = last.text.length > width ? width : last.text.length;
  if (tail < 50 || /[.!?:]["”’)]?$/.test(last.text)) return tail >= 50 && /^[a-z]/.test(line.text);
  return /^[\p{Ll}\d"“‘(]/u.test(line.text) || (tail >= 60 && /[\p{Ll},;]$/u.test(last.text) && line.text.length > 20);
}
