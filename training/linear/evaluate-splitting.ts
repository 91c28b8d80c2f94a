import { splitSentences } from "../../src/extract/sentences.ts";
import type { KnownArticle } from "./corpus.ts";

/** F1, in per cent, of finding the corpus's words and sentences again from the bare text. */
export function compareSplitting(articles: readonly KnownArticle[], show = 0) {
  const words = { found: 0, right: 0, known: 0 };
  const ends = { found: 0, right: 0, known: 0 };
  let shown = 0;
  let ms = 0;
  for (const { text, sentences } of articles) {
    const began = performance.now();
    const found = splitSentences(text, 0, text.length);
    ms += performance.now() - began;
    const known = sentences.flatMap((sentence) => sentence.words);
    const spans = new Set(known.map((word) => `${word.start}-${word.end}`));
    count(
      words,
      found.flatMap((sentence) => sentence.words).map((word) => `${word.start}-${word.end}`),
      spans,
    );
    const knownEnds = new Set(sentences.map((sentence) => inkBefore(text, sentence.words.at(-1)!.end)));
    const foundEnds = found.map((sentence) => inkBefore(text, sentence.end));
    count(ends, foundEnds, knownEnds);
    for (const sentence of found) {
      const end = inkBefore(text, sentence.end);
      if (!knownEnds.has(end) && shown++ < show)
        console.error(`EXTRA ${text.slice(end - 40, end)} ## ${text.slice(end, end + 40)}`);
      for (const word of sentence.words)
        if (!spans.has(`${word.start}-${word.end}`) && shown++ < show)
          console.error(
            `WORD ${text.slice(word.start - 10, word.start)}[${word.text}]${text.slice(word.end, word.end + 10)}`,
          );
    }
    const foundSet = new Set(foundEnds);
    for (const end of knownEnds)
      if (!foundSet.has(end) && shown++ < show)
        console.error(`MISSED ${text.slice(end - 40, end)} ## ${text.slice(end, end + 40)}`);
  }
  return { wordF1: f1(words), sentenceF1: f1(ends), splitMs: Math.round(ms) };
}

function inkBefore(text: string, end: number): number {
  let at = end;
  while (at > 0 && /[\s"'”’.]/.test(text[at - 1]!)) at--;
  return at;
}

function count(
  tally: { found: number; right: number; known: number },
  found: readonly string[] | readonly number[],
  known: ReadonlySet<string | number>,
) {
  tally.found += found.length;
  tally.known += known.size;
  for (const one of found) if (known.has(one)) tally.right++;
}

function f1({ found, right, known }: { found: number; right: number; known: number }): number {
  return Number(((200 * right) / (found + known)).toFixed(2));
}
