import { claimParts, type Report } from "../terms/index.ts";
import { splitSentences } from "./sentences.ts";
import type { Sentence } from "./tagger.ts";

/** The sentences of a report's own parts, never of its furniture, and the number of the part that each stands in. */
export function sentencesOf(report: Report): {
  sentences: Sentence[];
  partOf: number[];
  /** The day that each sentence's "today" counts from: its part's own date (an entry of a live blog), else the report's. */
  publishedOf: Report["published"][];
} {
  const sentences: Sentence[] = [];
  const partOf: number[] = [];
  const publishedOf: Report["published"][] = [];
  report.parts
    .filter((part) => claimParts.includes(part.kind))
    .forEach((part, at) => {
      for (const sentence of splitSentences(report.text, afterDateline(report, part), part.end)) {
        sentences.push(sentence);
        partOf.push(at);
        publishedOf.push(part.published ?? report.published);
      }
    });
  return { sentences, partOf, publishedOf };
}

/** "SARN, 3 May (Wire) -" belongs to no sentence: it would stand in the way of the first one's subject. */
function afterDateline({ dateline }: Report, { start, end }: Report["parts"][number]): number {
  const [from, to] = dateline?.span ?? [start, start];
  return from >= start && to < end ? Math.max(start, to) : start;
}
