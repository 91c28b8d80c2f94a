import type { Part, PartKind, Span } from "../../terms/index.ts";
import type { Block } from "./blocks.ts";

/** The text of the parts in reading order, each on its own line, the story's paragraphs set apart by a blank line. */
export function layText(
  blocks: readonly Block[],
  kinds: readonly (PartKind | null)[],
): { text: string; parts: Part[]; spans: (Span | null)[] } {
  let text = "";
  const parts: Part[] = [];
  const spans = blocks.map((block, index): Span | null => {
    const kind = kinds[index];
    if (!kind) return null;
    if (text) text += "\n\n";
    const start = text.length;
    text += block.text;
    parts.push({ kind, start, end: text.length });
    return [start, text.length];
  });
  return { text, parts, spans };
}
