import type { Meaning } from "./meaning.ts";
import type { TimeToken } from "./tokens.ts";

/** What a reader found from one token on: the token after it, and what it means. */
export interface Reading {
  next: number;
  meaning: Meaning;
}

/** Tries to read a time that begins at token `at`. Every reader looks at a bounded number of tokens. */
export type Reader = (tokens: readonly TimeToken[], at: number) => Reading | null;

/** The token's word in lower case, or "" beyond the ends, so that readers need no bounds of their own. */
export function wordAt(tokens: readonly TimeToken[], at: number): string {
  return tokens[at]?.word ?? "";
}

/** The token after `at` when the word there is one of these, else `at`: an optional word. */
export function skip(tokens: readonly TimeToken[], at: number, ...words: string[]): number {
  return words.includes(wordAt(tokens, at)) ? at + 1 : at;
}

/** The token after "'s" or a lone apostrophe, when there is one. */
export function skipPossessive(tokens: readonly TimeToken[], at: number): number {
  if (!isApostrophe(wordAt(tokens, at))) return at;
  return wordAt(tokens, at + 1) === "s" && tokens[at + 1]!.glued ? at + 2 : at + 1;
}

export const isApostrophe = (word: string) => word === "'" || word === "’";
export const isDash = (word: string) => word === "-" || word === "–" || word === "—";

/** The reading that covers most words; of two as long, the earlier reader's. */
export function readLongest(readers: readonly Reader[], tokens: readonly TimeToken[], at: number): Reading | null {
  let best: Reading | null = null;
  if (at >= tokens.length) return best;
  for (const read of readers) {
    const reading = read(tokens, at);
    if (reading && (!best || reading.next > best.next)) best = reading;
  }
  return best;
}
