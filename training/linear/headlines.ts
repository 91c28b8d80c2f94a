import type { KnownSentence } from "./corpus.ts";
import { keepWords, wordsBelow } from "./fragment.ts";

/** Nearly all words have capitals: the automatic tags of these make names of verbs, so nothing is learnt from them. */
export function isTitleCase({ words }: KnownSentence): boolean {
  const long = words.filter((word) => /^\p{L}{4,}/u.test(word.text));
  return (
    words.length > 3 && long.length > 2 && long.filter((word) => /^\p{Lu}/u.test(word.text)).length >= long.length * 0.8
  );
}

/**
 * Headlines made of running text: short sentences, and what somebody "said that", without articles and full stop, most
 * in title case, a few in capitals only. Tags, heads and labels are those of the running text.
 */
export function makeHeadlines(sentence: KnownSentence, random: () => number): KnownSentence[] {
  const headlines: KnownSentence[] = [];
  for (const kept of clausesOf(sentence)) {
    if (kept.length < 4 || kept.length > 14 || random() > 0.35) continue;
    const articles = random() < 0.7;
    const auxiliaries = random() < 0.3;
    const left = kept.filter((at) => {
      const tag = sentence.tags[at]!;
      if (articles && tag === "DT" && /^(?:the|an?)$/i.test(sentence.words[at]!.text)) return false;
      return !(
        auxiliaries &&
        sentence.labels[at] === "auxpass" &&
        /^(?:is|are|was|were)$/.test(sentence.words[at]!.text)
      );
    });
    const headline = keepWords(sentence, left);
    const style = random();
    headlines.push(style < 0.15 ? headline : inCapitals(headline, style > 0.92, random() < 0.5));
  }
  return headlines;
}

/** The sentence without its end mark, and clauses that could stand alone. */
function clausesOf(sentence: KnownSentence): number[][] {
  const all = sentence.words.map((_, at) => at);
  const bare = all.filter((at) => !(at >= all.length - 2 && /^(?:\.|''|”|")$/.test(sentence.words[at]!.text)));
  const clauses = all
    .filter((at) => sentence.labels[at] === "ccomp" && /^VB[DZP]/.test(sentence.tags[at]!))
    .filter((at) => sentence.heads.some((head, child) => head === at && sentence.labels[child]!.startsWith("nsubj")))
    .map((at) =>
      wordsBelow(sentence, at).filter((below) => !(sentence.heads[below] === at && sentence.labels[below] === "mark")),
    );
  const whole = sentence.tags.some((tag) => /^VB[DZP]/.test(tag)) && !sentence.tags.includes("``") ? [bare] : [];
  return [...whole, ...clauses];
}

const SMALL = new Set("a an the and but or nor for to in on at of by as vs with from".split(" "));

function inCapitals(sentence: KnownSentence, all: boolean, shortOnly: boolean): KnownSentence {
  const words = sentence.words.map((word, at) => {
    const small = word.text.toLowerCase();
    if (all) return { ...word, text: word.text.toUpperCase() };
    if (at > 0 && SMALL.has(small) && !(shortOnly && small.length > 3)) return word;
    return { ...word, text: word.text.slice(0, 1).toUpperCase() + word.text.slice(1) };
  });
  return { ...sentence, words };
}
