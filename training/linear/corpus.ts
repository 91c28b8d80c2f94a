import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Word } from "../../src/extract/tagger.ts";

/** A sentence of the corpus with its automatic analysis. A head equal to the number of words is the root. */
export interface KnownSentence {
  words: Word[];
  tags: string[];
  lemmas: string[];
  heads: Int32Array;
  labels: string[];
  /** PERSON, ORGANIZATION, LOCATION and the like, or O. */
  kinds: string[];
}

export interface KnownArticle {
  id: string;
  text: string;
  sentences: KnownSentence[];
}

/** Reads `NAME.jsonl` and `NAME.conllu.gz`; offsets, there in code points, become UTF-16. */
export function readCorpus(folder: string, name: string): KnownArticle[] {
  const texts = new Map<string, string>();
  for (const line of readFileSync(join(folder, `${name}.jsonl`), "utf8").split("\n")) {
    if (!line) continue;
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    texts.set(id, text);
  }
  const conllu = gunzipSync(readFileSync(join(folder, `${name}.conllu.gz`))).toString("utf8");
  return conllu
    .split(/^# newdoc id = /m)
    .slice(1)
    .map((part) => {
      const id = part.slice(0, part.indexOf("\n")).trim();
      const text = texts.get(id);
      if (text === undefined) throw new Error(`${name}.jsonl: no article ${id}, which ${name}.conllu.gz analyses`);
      const utf16 = utf16Offsets(text);
      const sentences = part
        .slice(part.indexOf("\n") + 1)
        .split(/\n\n+/)
        .map((block) => readSentence(block, text, utf16))
        .filter((sentence) => sentence.words.length > 0);
      return { id, text, sentences };
    });
}

function utf16Offsets(text: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    offsets.push(at);
    at += character.length;
  }
  offsets.push(at);
  return offsets;
}

function readSentence(block: string, text: string, utf16: readonly number[]): KnownSentence {
  const rows = block
    .split("\n")
    .filter((line) => /^\d+\t/.test(line))
    .map((line) => line.split("\t"));
  const words = rows.map((row): Word => {
    const [, begin, end] = /Begin=(\d+)\|End=(\d+)/.exec(row[9]!)!;
    const [from, to] = [utf16[Number(begin)]!, utf16[Number(end)]!];
    return { start: from, end: to, text: text.slice(from, to) };
  });
  return {
    words,
    tags: rows.map((row) => row[4]!),
    lemmas: rows.map((row) => row[2]!),
    heads: Int32Array.from(rows, (row) => (row[6] === "0" ? rows.length : Number(row[6]) - 1)),
    labels: rows.map((row) => row[7]!),
    kinds: rows.map((row) => /NER=([^|]*)/.exec(row[9]!)?.[1] ?? "O"),
  };
}
