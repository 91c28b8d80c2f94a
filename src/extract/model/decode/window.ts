import { lemmaOf } from "../../lemma.ts";
import type {
  Sentence,
  Tagged,
  TaggedAttribution,
  TaggedClaim,
  TaggedSentence,
  TokenRange,
  Word,
} from "../../tagger.ts";
import type { Scores } from "../scores.ts";
import type { TaggerSettings } from "../tagger-settings.ts";
import { type AttributedWords, decodeAttributions } from "./attributions.ts";
import { decodeClaims } from "./claims.ts";
import { decodeMentions } from "./mentions.ts";
import { decodeNames } from "./names.ts";
import { probability } from "./probability.ts";
import type { WordRange } from "./stretches.ts";
import { decodeTree } from "./tree.ts";

/** What a window's scores say of its sentences. `bounds` as in `Window`. Needs nothing of Node. */
export function decodeWindow(
  sentences: readonly Sentence[],
  bounds: Int32Array,
  scores: Scores,
  settings: TaggerSettings,
): Tagged {
  const words = sentences.flatMap((sentence) => sentence.words);
  return {
    sentences: sentences.map((sentence, at) => {
      return decodeSentence(sentence, bounds[at]!, bounds[at + 1]!, scores, settings);
    }),
    attributions: decodeAttributions(scores, settings.attributions).map((said) => inText(said, words, settings)),
    claims: settings.claims ? claimsOf(scores, bounds, settings.claims) : null,
  };
}

function claimsOf(scores: Scores, bounds: Int32Array, settings: NonNullable<TaggerSettings["claims"]>): TaggedClaim[] {
  const sentenceOf = (word: number): number => {
    let at = 0;
    while (bounds[at + 1]! <= word) at++;
    return at;
  };
  /** A party does not run over the end of a sentence. */
  const ranges = (list: readonly WordRange[]): TokenRange[] =>
    list.map(([from, to]) => {
      const sentence = sentenceOf(from);
      return {
        sentence,
        first: from - bounds[sentence]!,
        last: Math.min(to, bounds[sentence + 1]!) - 1 - bounds[sentence]!,
      };
    });
  return decodeClaims(scores, settings).map((claim) => {
    const sentence = sentenceOf(claim.cue);
    return {
      sentence,
      token: claim.cue - bounds[sentence]!,
      relation: claim.relation,
      modality: claim.modality,
      negated: claim.negated,
      agents: ranges(claim.agents),
      patients: ranges(claim.patients),
      voices: ranges(claim.voices),
      p: probability(claim.score / settings.temperature + settings.bias),
    };
  });
}

function decodeSentence(
  { start, end, words }: Sentence,
  from: number,
  to: number,
  scores: Scores,
  settings: TaggerSettings,
): TaggedSentence {
  const { labels } = settings;
  const heads = decodeTree(scores, from, to);
  const tokens = words.map((word, at) => {
    const pos = labels.pos[scores.pos[from + at]!]!;
    const deprel = heads[at]! < 0 ? "root" : labels.deprels[scores.deprels[from + at]!]!;
    return { ...word, pos, lemma: lemmaOf(word.text, pos), head: heads[at]!, deprel };
  });
  return {
    start,
    end,
    tokens,
    mentions: decodeMentions(scores, from, to, { types: labels.mentions, ...settings.mentions }),
    names: decodeNames(scores, from, to, labels.names),
  };
}

/** Word numbers as offsets into the text. */
function inText(said: AttributedWords, words: readonly Word[], { attributions }: TaggerSettings): TaggedAttribution {
  const offsets = (ranges: WordRange[]) => {
    return ranges.map(([from, to]): [number, number] => [words[from]!.start, words[to - 1]!.end]);
  };
  return {
    source: offsets(said.source),
    cue: offsets(said.cue),
    content: offsets(said.content),
    p: probability(said.score / attributions.temperature + attributions.bias),
  };
}
