import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { chooseHeadsBackwards, guideFrom, turnHeads, turnInput } from "../../src/extract/linear/backward.ts";
import { encodeLinearModel } from "../../src/extract/linear/model-file.ts";
import { parserInput } from "../../src/extract/linear/parser-input.ts";
import { choosePosTags, type Lexicon } from "../../src/extract/linear/pos-tags.ts";
import { formsOf } from "../../src/extract/linear/word-form.ts";
import { augment } from "./augment.ts";
import { type KnownSentence, readCorpus } from "./corpus.ts";
import { isTitleCase } from "./headlines.ts";
import { isProjective } from "./projective.ts";
import { type KnownTree, learnArcs } from "./train-arcs.ts";
import { type LabelledTree, learnLabels } from "./train-labels.ts";
import { learnLexicon, learnPosTags } from "./train-pos-tags.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    out: { type: "string", default: "models/linear.bin" },
    rounds: { type: "string", default: "9" },
    folds: { type: "string", default: "3" },
  },
});
if (!values.data) throw new Error("--data names the folder with train.jsonl and train.conllu.gz");
const rounds = Number(values.rounds);
const foldCount = Number(values.folds);

// Each fold keeps whole articles together, and with them what is made of them.
const articles = readCorpus(values.data, "train").map((article) =>
  article.sentences.filter((one) => !isTitleCase(one)),
);
const foldSize = Math.ceil(articles.length / foldCount);
const folds = Array.from({ length: foldCount }, (_, fold) => {
  const own = articles.slice(fold * foldSize, (fold + 1) * foldSize).flat();
  return { own, all: [...own, ...augment(own)] };
});
const tags = [...new Set(articles.flat().flatMap((sentence) => sentence.tags))].sort();
const labels = [...new Set(articles.flat().flatMap((sentence) => sentence.labels))].sort();
const tagNumbers = new Map(tags.map((tag, number) => [tag, number]));
const labelNumbers = new Map(labels.map((label, number) => [label, number]));

const lexicon = learnLexicon(articles.flat(), tagNumbers);
const posWeights = learnPosTags(
  folds.flatMap((fold) => fold.all),
  tagNumbers,
  lexicon,
  rounds - 2,
).average(4);

// The parser learns from the tags and the advice it will meet: made by models that have not read the sentence.
const treesByFold = folds.map(({ all }, held) => {
  const others = folds.filter((_, fold) => fold !== held);
  const otherLexicon = learnLexicon(
    others.flatMap((fold) => fold.own),
    tagNumbers,
  );
  const scorer = learnPosTags(
    others.flatMap((fold) => fold.all),
    tagNumbers,
    otherLexicon,
    3,
  ).averaged();
  return all.filter(({ heads }) => isProjective(heads)).map((sentence) => labelledTree(sentence, otherLexicon, scorer));
});
const trees = treesByFold.flat();
console.error(`${articles.flat().length} sentences read, ${trees.length} trees to learn from`);

const backwardWeights = learnArcs(trees.map(turnTree), rounds).average(20);
const advised = treesByFold.flatMap((own, held) => {
  const others = treesByFold.filter((_, fold) => fold !== held).flat();
  const scorer = learnArcs(others.map(turnTree), rounds - 4).averaged();
  return own.map((tree) => ({ ...tree, guide: guideFrom(chooseHeadsBackwards(tree, tree.heads.length, scorer)) }));
});
const arcWeights = learnArcs(advised, rounds).average(20);
const labelWeights = learnLabels(trees, tags, labels, Math.ceil(rounds / 2)).average(12);

const model = {
  version: "2",
  tags,
  labels,
  lexicon: new Map(lexicon),
  pos: posWeights,
  backwardArcs: backwardWeights,
  arcs: arcWeights,
  arcLabels: labelWeights,
};
const bytes = encodeLinearModel(model);
writeFileSync(values.out, bytes);
console.error(`${values.out}: ${bytes.length} bytes`);

function labelledTree(
  sentence: KnownSentence,
  lexicon: Lexicon,
  scorer: Parameters<typeof choosePosTags>[1]["scorer"],
): LabelledTree {
  const forms = formsOf(sentence.words);
  const chosen = choosePosTags(forms, { lexicon, scorer }, new Float64Array(tags.length));
  const labelled = Uint8Array.from(sentence.labels, (label) => labelNumbers.get(label)!);
  return { ...parserInput(forms, chosen), heads: sentence.heads, labels: labelled };
}

function turnTree(tree: KnownTree): KnownTree {
  return { ...turnInput(tree, tree.heads.length), heads: turnHeads(tree.heads) };
}
