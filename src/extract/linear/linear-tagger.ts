import { join } from "node:path";
import { lemmaOf } from "../lemma.ts";
import { packageFolder } from "../package-folder.ts";
import type { Sentence, TaggedSentence, Tagger, Token } from "../tagger.ts";
import { chooseHeads } from "./arc-eager.ts";
import { chooseHeadsBackwards, guideFrom } from "./backward.ts";
import { chooseLabels, labelRules } from "./labels.ts";
import { type LinearModel, readLinearModel } from "./model-file.ts";
import { parserInput } from "./parser-input.ts";
import { choosePosTags, type PosModel } from "./pos-tags.ts";
import { rootOnce } from "./root.ts";
import { fourClassScorer, sparseScorer } from "./weights.ts";
import { formsOf } from "./word-form.ts";

/**
 * The tagger that needs no native code: averaged perceptrons for tags, arcs and labels, trained as docs/linear-tagger.md
 * tells. Without `modelFile` it reads `models/linear.bin` of this package.
 *
 * ```ts
 * const tagger = await openLinearTagger();
 * const { sentences } = await tagger.tag(splitSentences(text, 0, text.length));
 * ```
 */
export async function openLinearTagger(
  modelFile: string = join(packageFolder(), "models", "linear.bin"),
): Promise<Tagger> {
  const model = await readLinearModel(modelFile);
  const analyse = linearAnalysis(model);
  return {
    method: "linear",
    version: model.version,
    tag: async (sentences) => ({ sentences: sentences.map(analyse), attributions: [], claims: null }),
    close: async () => {},
  };
}

/** The analysis of one sentence with this model. */
export function linearAnalysis(model: LinearModel): (sentence: Sentence) => TaggedSentence {
  const posModel: PosModel = { lexicon: model.lexicon, scorer: sparseScorer(model.pos) };
  const backwardScorer = fourClassScorer(model.backwardArcs);
  const arcScorer = fourClassScorer(model.arcs);
  const labelScorer = sparseScorer(model.arcLabels);
  const rules = labelRules(model.tags, model.labels);
  const tagScores = new Float64Array(model.tags.length);
  const labelScores = new Float64Array(model.labels.length);
  return ({ start, end, words }) => {
    const forms = formsOf(words);
    const tags = choosePosTags(forms, posModel, tagScores);
    const input = parserInput(forms, tags);
    const guide = guideFrom(chooseHeadsBackwards(input, words.length, backwardScorer));
    const isMark = (at: number) => rules.fixed[input.tags[at]!]! >= 0;
    const heads = rootOnce(chooseHeads(input, words.length, arcScorer, guide), isMark);
    const labels = chooseLabels({ ...input, length: words.length, heads }, rules, labelScorer, labelScores);
    const tokens = words.map((word, at): Token => {
      const pos = model.tags[tags[at]!]!;
      const head = heads[at] === words.length ? -1 : heads[at]!;
      const deprel = head < 0 ? "root" : model.labels[labels[at]!]!;
      return { ...word, pos, lemma: lemmaOf(word.text, pos), head, deprel };
    });
    return { start, end, tokens, mentions: [], names: [] };
  };
}
