import type { Span, Stance } from "../../terms/index.ts";

/** One act of saying: whose words, the words that attribute them, and the stretches that are said. */
export interface Saying {
  sentence: number;
  /** Head token of the source; null when it stands in another sentence or nowhere. */
  source: number | null;
  sourceSpan: Span | null;
  name: string;
  cue: Span;
  content: Span[];
  stance: Stance;
  /** Of two sayings with one content the lower stands outside: a reporter (0) before whom it cites (1). */
  depth: number;
}
