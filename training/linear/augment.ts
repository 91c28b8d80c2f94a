import type { KnownSentence } from "./corpus.ts";
import { keepWords } from "./fragment.ts";
import { makeHeadlines } from "./headlines.ts";
import { withOtherNames } from "./names.ts";
import { seededRandom } from "./perceptron.ts";

const NAMES_SHARE = 0.12;
const NO_STOP_SHARE = 0.05;

/** More sentences out of these: headlines, sentences without a full stop, and sentences with names from other places. */
export function augment(sentences: readonly KnownSentence[]): KnownSentence[] {
  const random = seededRandom(3);
  return sentences.flatMap((sentence) => {
    const made = makeHeadlines(sentence, random);
    const last = sentence.words.length - 1;
    if (random() < NO_STOP_SHARE && last > 3 && sentence.words[last]!.text === ".")
      made.push(keepWords(sentence, [...sentence.words.keys()].slice(0, last)));
    const renamed = random() < NAMES_SHARE ? withOtherNames(sentence, random) : undefined;
    if (renamed) made.push(renamed);
    return made;
  });
}
