/** What the model says of one window of W words. All but the first four are logits, rows one after another. */
export interface Scores {
  words: number;
  /** Numbers of labels, one a word. */
  pos: Int32Array;
  deprels: Int32Array;
  names: Int32Array;
  /** Probability of each word's name. */
  namesP: Float32Array;
  /** [W, W + 1]: how well each word goes as the head of each; the root last. */
  arcs: Float32Array;
  /** [types, W, W]: first and last word. */
  mentions: Float32Array;
  /** [W] */
  anchors: Float32Array;
  /** [A]: the words that anchor a cue of speech surely enough, in order; the likeliest of all words comes last, once more. */
  said: Int32Array;
  /** [A; source, content, cue; W]: each word's part in what is said there. */
  pairs: Float32Array;
  /** [W, relations] with the lexicon's hints added, [W, modalities], [W]: what each word tells. Absent in models that were not taught claims. */
  relations?: Float32Array | undefined;
  modalities?: Float32Array | undefined;
  negated?: Float32Array | undefined;
  /** [C]: the words that tell a relation surely enough, as in `said`. */
  cues?: Int32Array | undefined;
  /** [C; agent, patient, voice; W]: each word as a party of what the cue tells. */
  parties?: Float32Array | undefined;
}
