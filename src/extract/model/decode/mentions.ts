import type { TypedSpan } from "../../tagger.ts";
import type { Scores } from "../scores.ts";
import { probability } from "./probability.ts";

/** Types in the order of the model's output, the logit above which a span is a mention, and the most words of one. */
export interface MentionSettings {
  types: readonly string[];
  least: readonly number[];
  /** By which logits are divided before they are told as probabilities. */
  temperature: number;
  widest: number;
}

/** The mentions of a sentence, which may lie within each other. Of two of one type that cross, the surer stays. */
export function decodeMentions(scores: Scores, from: number, to: number, settings: MentionSettings): TypedSpan[] {
  const found = settings.types.flatMap((_, type) => spansAbove(scores, from, to, type, settings));
  found.sort((a, b) => b.score - a.score || inOrder(a, b));
  const kept: Found[] = [];
  for (const span of found) if (!kept.some((other) => crosses(span, other))) kept.push(span);
  kept.sort(inOrder);
  return kept.map(({ first, last, type, score }) => ({
    first: first - from,
    last: last - from,
    type: settings.types[type]!,
    p: probability(score / settings.temperature),
  }));
}

interface Found {
  first: number;
  last: number;
  type: number;
  score: number;
}

function spansAbove(scores: Scores, from: number, to: number, type: number, settings: MentionSettings): Found[] {
  const { mentions, words } = scores;
  const least = settings.least[type]!;
  const found: Found[] = [];
  for (let first = from; first < to; first++) {
    const row = (type * words + first) * words;
    const end = Math.min(to, first + settings.widest);
    for (let last = first; last < end; last++) {
      const score = mentions[row + last]!;
      if (score > least) found.push({ first, last, type, score });
    }
  }
  return found;
}

const inOrder = (a: Found, b: Found): number => a.first - b.first || a.last - b.last || a.type - b.type;

function crosses(a: Found, b: Found): boolean {
  if (a.type !== b.type) return false;
  return (
    (b.first < a.first && a.first <= b.last && b.last < a.last) ||
    (a.first < b.first && b.first <= a.last && a.last < b.last)
  );
}
