import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { lemmaOf } from "../lemma.ts";
import type { Sentence, TaggedSentence, Tagger, Token } from "../tagger.ts";
import { chooseHeads } from "./arc-eager.ts";
import { chooseLabels } from "./labels.ts";
import { type LinearModel, readLinearModel } from "./model-file.ts";
import { choosePosTags, type PosModel } from "./pos-tags.ts";
import { rootOnce } from "./root.ts";
import { fourClassScorer, type Scorer, sparseScorer } from "./weights.ts";
import { formsOf, type WordForm } from "./word-form.ts";

/**
 * The tagger that needs no native code: averaged perceptrons for tags, arcs and labels, trained as docs/linear-tagger.md
 * tells. Without `modelFile` it reads `models/linear.bin` of this package.
 *
 * ```ts
 * const tagger = await openLinearTagger();
 * const { sentences } = await tagger.tag(splitSentences(text, 0, text.length));
 * ```
 */
export async function openLinearTagger(modelFile: string = ownModelFile()): Promise<Tagger> {
  const model = await readLinearModel(modelFile);
  const analyse = linearAnalysis(model);
  return {
    method: "linear",
    version: model.version,
    tag: async (sentences) => ({ sentences: sentences.map(analyse), attributions: [] }),
    close: async () => {},
  };
}

function ownModelFile(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (let folder = here; dirname(folder) !== folder; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return join(folder, "models", "linear.bin");
  }
  throw new Error(`${here}: no package.json above, so models/linear.bin cannot be found`);
}

/** The analysis of one sentence with this model. */
export function linearAnalysis(model: LinearModel): (sentence: Sentence) => TaggedSentence {
  const posModel: PosModel = { tags: model.tags, lexicon: model.lexicon, scorer: sparseScorer(model.pos) };
  const arcScorer = fourClassScorer(model.arcs);
  const labelScorer = sparseScorer(model.arcLabels);
  const tagScores = new Float64Array(model.tags.length);
  const labelScores = new Float64Array(model.labels.length);
  return ({ start, end, words }) => {
    const forms = formsOf(words);
    const tags = choosePosTags(forms, posModel, tagScores);
    const { heads, labels } = readTree(forms, tags, arcScorer, labelScorer, labelScores);
    const tokens = words.map((word, at): Token => {
      const pos = model.tags[tags[at]!]!;
      const head = heads[at] === words.length ? -1 : heads[at]!;
      const deprel = head < 0 ? "root" : model.labels[labels[at]!]!;
      return { ...word, pos, lemma: lemmaOf(word.text, pos), head, deprel };
    });
    return { start, end, tokens, mentions: [], names: [] };
  };
}

/** Heads (the root's is the number of words) and labels' numbers. */
function readTree(forms: WordForm[], tags: Uint8Array, arcs: Scorer, arcLabels: Scorer, scores: Float64Array) {
  const input = parserInput(forms, tags);
  const heads = rootOnce(chooseHeads(input.words, input.tags, forms.length, arcs), input.tags);
  return { heads, labels: chooseLabels({ ...input, length: forms.length, heads }, arcLabels, scores) };
}

/** What the parser sees: the words, then the root, then the sign for "no word". */
export function parserInput(forms: readonly WordForm[], tags: Uint8Array) {
  const length = forms.length;
  const words = new Int32Array(length + 2);
  const suffixes = new Int32Array(length + 2);
  const shifted = new Uint8Array(length + 2);
  for (let at = 0; at < length; at++) {
    words[at] = forms[at]!.lower;
    suffixes[at] = forms[at]!.suffix3;
    shifted[at] = tags[at]! + 3;
  }
  words[length] = ROOT_WORD;
  shifted[length] = 1;
  return { words, suffixes, tags: shifted };
}

const ROOT_WORD = 0x2545f491;
