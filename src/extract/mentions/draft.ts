import type { MentionType } from "../../terms/index.ts";

/** A mention on its way: what stands where, before anyone knows who it is. */
export interface DraftMention {
  /** Index of the sentence among the report's sentences. */
  sentence: number;
  /** Token indices within the sentence, both included. */
  first: number;
  last: number;
  /** The token that heads it in the tree. */
  head: number;
  start: number;
  end: number;
  type: MentionType;
  /** A name, a description ("the militant groups"), a pronoun, or a date. */
  sort: "name" | "description" | "pronoun" | "time";
  text: string;
  /** How sure the type is: from a list, from a word inside the name, from the words around it, or a guess. */
  basis: "list" | "cue" | "context" | "model" | "guess";
  /** What the tagger takes these words for, where that differs: a state that is here only a place. */
  seenAs?: MentionType;
  /** For demonyms: the state they stand for. */
  state?: string;
}
