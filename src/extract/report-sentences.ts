import { claimParts, type Report } from "../terms/index.ts";
import { splitSentences } from "./sentences.ts";
import type { Sentence } from "./tagger.ts";

/** The sentences of a report's own parts, never of its furniture, and the number of the part that each stands in. */
export function sentencesOf(report: Report): { sentences: Sentence[]; partOf: number[] } {
  const sentences: Sentence[] = [];
  const partOf: number[] = [];
  report.parts
    .filter((part) => claimParts.includes(part.kind))
    .forEach((part, at) => {
      for (const sentence of splitSentences(report.text, part.start, part.end)) {
        sentences.push(sentence);
        partOf.push(at);
      }
    });
  return { sentences, partOf };
}
