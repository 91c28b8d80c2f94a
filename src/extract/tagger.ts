import type { Modality, Relation } from "../terms/index.ts";

/** A word of a report. Offsets are UTF-16 code units into the report's text; `text` is what stands between them. */
export interface Word {
  start: number;
  end: number;
  text: string;
}

/** A sentence and its words, in the order they are written. */
export interface Sentence {
  start: number;
  end: number;
  words: Word[];
}

/** A word with its grammar: Penn tag, lemma, and the arc to its head as in Stanford's basic dependencies. */
export interface Token extends Word {
  pos: string;
  lemma: string;
  /** Index of the head in the sentence; -1 for the root. */
  head: number;
  deprel: string;
}

/** Something found over tokens `first` to `last`, both included. `p` is the tagger's probability, 0 to 1. */
export interface TypedSpan {
  first: number;
  last: number;
  type: string;
  p: number;
}

/** A sentence after tagging. `mentions` and `names` are empty for taggers that do not find them. */
export interface TaggedSentence {
  start: number;
  end: number;
  tokens: Token[];
  mentions: TypedSpan[];
  names: TypedSpan[];
}

/** Who says what: spans of UTF-16 offsets, for a part may be written in pieces. */
export interface TaggedAttribution {
  source: [number, number][];
  cue: [number, number][];
  content: [number, number][];
  p: number;
}

/** Tokens of one sentence, both ends included. */
export interface TokenRange {
  sentence: number;
  first: number;
  last: number;
}

/** A claim as the tagger sees it: the word that tells it, and the words of its parties. `p` as in `TypedSpan`. */
export interface TaggedClaim {
  sentence: number;
  token: number;
  relation: Relation;
  modality: Modality;
  negated: boolean;
  agents: TokenRange[];
  patients: TokenRange[];
  voices: TokenRange[];
  p: number;
}

/** What a tagger makes of some sentences, in the order they were given. */
export interface Tagged {
  sentences: TaggedSentence[];
  attributions: TaggedAttribution[];
  /** Null for taggers that were not taught claims. */
  claims: TaggedClaim[] | null;
}

/** Reads the grammar of sentences. `method` and `version` name it in the record of every claim that rests on it. */
export interface Tagger {
  readonly method: string;
  readonly version: string;
  tag(sentences: readonly Sentence[]): Promise<Tagged>;
  close(): Promise<void>;
}
