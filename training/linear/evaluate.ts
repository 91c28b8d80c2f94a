import { parseArgs } from "node:util";
import { openLinearTagger } from "../../src/extract/linear/linear-tagger.ts";
import { readCorpus } from "./corpus.ts";
import { compareSplitting } from "./evaluate-splitting.ts";

const { values } = parseArgs({ options: { data: { type: "string" }, model: { type: "string" } } });
if (!values.data) throw new Error("--data names the folder with dev.jsonl and dev.conllu.gz");

const articles = readCorpus(values.data, "dev");
const opened = performance.now();
const tagger = await openLinearTagger(values.model);
const loadMs = Math.round(performance.now() - opened);

let [words, rightTags, arcs, rightHeads, rightArcs, sentences, rightTrees, rightRoots] = [0, 0, 0, 0, 0, 0, 0, 0];
let tagMs = 0; // of processor time, as other work may share the machine
for (const article of articles) {
  const given = article.sentences.map(({ words }) => ({ start: words[0]!.start, end: words.at(-1)!.end, words }));
  const began = process.cpuUsage();
  const { sentences: tagged } = await tagger.tag(given);
  tagMs += process.cpuUsage(began).user / 1000;
  for (const [number, { tokens }] of tagged.entries()) {
    const right = article.sentences[number]!;
    let whole = true;
    for (const [at, token] of tokens.entries()) {
      words++;
      if (token.pos === right.tags[at]) rightTags++;
      if (right.labels[at] === "punct") continue;
      arcs++;
      const head = right.heads[at] === right.words.length ? -1 : right.heads[at];
      if (head === token.head && head === -1) rightRoots++;
      if (token.head !== head) whole = false;
      else rightHeads++;
      if (token.head === head && token.deprel === right.labels[at]) rightArcs++;
    }
    sentences++;
    if (whole) rightTrees++;
  }
}
const percent = (part: number, all: number) => Number(((100 * part) / all).toFixed(2));
console.log(
  JSON.stringify({
    words,
    tags: percent(rightTags, words),
    uas: percent(rightHeads, arcs),
    las: percent(rightArcs, arcs),
    roots: percent(rightRoots, sentences),
    wholeTrees: percent(rightTrees, sentences),
    loadMs,
    ...compareSplitting(articles),
    wordsPerCpuSecond: Math.round((1000 * words) / tagMs),
  }),
);
