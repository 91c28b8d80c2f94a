import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parserInput } from "../../src/extract/linear/linear-tagger.ts";
import { encodeLinearModel } from "../../src/extract/linear/model-file.ts";
import { choosePosTags } from "../../src/extract/linear/pos-tags.ts";
import { formsOf } from "../../src/extract/linear/word-form.ts";
import { type KnownSentence, readCorpus } from "./corpus.ts";
import { isProjective } from "./projective.ts";
import { learnArcs } from "./train-arcs.ts";
import { learnLabels } from "./train-labels.ts";
import { learnLexicon, learnPosTags } from "./train-pos-tags.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    out: { type: "string", default: "models/linear.bin" },
    rounds: { type: "string", default: "8" },
    folds: { type: "string", default: "4" },
  },
});
if (!values.data) throw new Error("--data names the folder with train.jsonl and train.conllu.gz");
const rounds = Number(values.rounds);

const sentences = readCorpus(values.data, "train").flatMap((article) => article.sentences);
const tags = [...new Set(sentences.flatMap((sentence) => sentence.tags))].sort();
const labels = [...new Set(sentences.flatMap((sentence) => sentence.labels))].sort();
const tagNumbers = new Map(tags.map((tag, number) => [tag, number]));
const labelNumbers = new Map(labels.map((label, number) => [label, number]));

const lexicon = learnLexicon(sentences, tagNumbers);
const pos = learnPosTags(sentences, tagNumbers, lexicon, rounds);
const posWeights = pos.average(1);

const trees = taggedByOthers(sentences, Number(values.folds))
  .filter(({ sentence }) => isProjective(sentence.heads))
  .map(({ sentence, chosen }) => ({
    ...parserInput(formsOf(sentence.words), chosen),
    heads: sentence.heads,
    labels: Uint8Array.from(sentence.labels, (label) => labelNumbers.get(label)!),
  }));
console.error(`${trees.length} of ${sentences.length} sentences are projective`);

const arcWeights = learnArcs(trees, rounds + 4).average(1);
const labelWeights = learnLabels(trees, labels.length, rounds - 2).average(1);

const version = `1.${rounds}`;
const model = { version, tags, labels, lexicon: new Map(lexicon), pos: posWeights, arcs: arcWeights, arcLabels: labelWeights };
const bytes = encodeLinearModel(model);
writeFileSync(values.out, bytes);
console.error(`${values.out}: ${bytes.length} bytes`);

/** Every sentence with tags from a model that has not read it, so that the parser learns from likely mistakes. */
function taggedByOthers(all: readonly KnownSentence[], folds: number) {
  const size = Math.ceil(all.length / folds);
  const scores = new Float64Array(tags.length);
  return Array.from({ length: folds }, (_, fold) => {
    const held = all.slice(fold * size, (fold + 1) * size);
    const others = [...all.slice(0, fold * size), ...all.slice((fold + 1) * size)];
    const model = learnPosTags(others, tagNumbers, learnLexicon(others, tagNumbers), 3);
    const scorer = averagedScorer(model);
    const foldLexicon = learnLexicon(others, tagNumbers);
    return held.map((sentence) => ({
      sentence,
      chosen: choosePosTags(formsOf(sentence.words), { tags, lexicon: foldLexicon, scorer }, scores),
    }));
  }).flat();
}

function averagedScorer(model: ReturnType<typeof learnPosTags>) {
  for (let at = 0; at < model.weights.length; at++) model.weights[at]! -= model.sums[at]! / model.steps;
  return model;
}
