import { seenThroughCapitals } from "../../src/extract/linear/headline-capitals.ts";
import { best, type Lexicon, POS_FEATURES, posFeatures, usualTags } from "../../src/extract/linear/pos-tags.ts";
import { formsOf } from "../../src/extract/linear/word-form.ts";
import type { KnownSentence } from "./corpus.ts";
import { Perceptron, seededRandom, shuffled } from "./perceptron.ts";

const BUCKETS = 1 << 20;

/** The usual tag of every word seen three times; certain when seen often and tagged otherwise hardly ever. */
export function learnLexicon(sentences: readonly KnownSentence[], tagNumbers: ReadonlyMap<string, number>): Lexicon {
  const counts = new Map<number, Map<number, number>>();
  for (const sentence of sentences) {
    formsOf(sentence.words).forEach((form, at) => {
      const tag = tagNumbers.get(sentence.tags[at]!)!;
      const ofWord = counts.get(form.exact) ?? new Map<number, number>();
      counts.set(form.exact, ofWord.set(tag, (ofWord.get(tag) ?? 0) + 1));
    });
  }
  const lexicon = new Map<number, number>();
  for (const [hash, ofWord] of counts) {
    let total = 0;
    let [tag, most] = [0, 0];
    for (const [candidate, count] of ofWord) {
      total += count;
      if (count > most) [tag, most] = [candidate, count];
    }
    if (total < 3) continue;
    const certain = total >= 30 && most / total >= 0.995;
    lexicon.set(hash, tag * 2 + (certain ? 1 : 0));
  }
  return lexicon;
}

/** The weights for choosing tags after `rounds` readings of the sentences. */
export function learnPosTags(
  sentences: readonly KnownSentence[],
  tagNumbers: ReadonlyMap<string, number>,
  lexicon: Lexicon,
  rounds: number,
): Perceptron {
  const random = seededRandom(7);
  const model = new Perceptron(tagNumbers.size, BUCKETS);
  const scores = new Float64Array(tagNumbers.size);
  const features = new Int32Array(POS_FEATURES);
  const prepared = sentences.map(({ words, tags }) => {
    const forms = seenThroughCapitals(formsOf(words), lexicon);
    return { forms, usual: usualTags(forms, lexicon), right: tags.map((tag) => tagNumbers.get(tag)!) };
  });
  for (let round = 1; round <= rounds; round++) {
    let [wrong, all] = [0, 0];
    for (const { forms, usual, right } of shuffled(prepared, random)) {
      const chosen = new Uint8Array(forms.length);
      for (let at = 0; at < forms.length; at++) {
        all++;
        if (usual[at]! & 1) {
          chosen[at] = usual[at]! >> 1;
          continue;
        }
        const count = posFeatures(forms, usual, chosen, at, features);
        model.score(features, count, scores);
        const guess = best(scores);
        chosen[at] = guess;
        model.steps++;
        if (guess === right[at]) continue;
        wrong++;
        model.learn(features, count, right[at]!, guess);
      }
    }
    console.error(`tags, round ${round}: ${((100 * wrong) / all).toFixed(2)} % wrong while learning`);
  }
  return model;
}
