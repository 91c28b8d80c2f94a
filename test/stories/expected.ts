import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Modality, Polarity, Relation } from "../../src/terms/index.ts";

export const storiesFolder = join(import.meta.dirname, "../../stories");
export const plots = ["coalition", "cabinet", "tradebloc"] as const;

type OneOf<Word extends string> = Word | Word[];

/** A claim as the stories expect it: where two answers are defensible, a list. */
export interface ExpectedClaim {
  relation: OneOf<Relation>;
  agent: OneOf<string>;
  patient?: OneOf<string>;
  polarity?: OneOf<Polarity>;
  modality: OneOf<Modality>;
  voices?: OneOf<string>[];
  from?: string;
  to?: string;
  note: string;
}

export interface ExpectedReading {
  name: string;
  text: string;
  page: { published: string | null; captured: string | null; publisher: string | null };
  claims: ExpectedClaim[];
}

export interface ExpectedTie {
  relation: Relation;
  a: string;
  b: string;
  origins?: number;
}

export interface ExpectedPictures {
  actors: { names: string[] }[];
  different: [string, string][];
  pictures: { asOf: string; publishedBy: string | null; holds: ExpectedTie[]; absent: ExpectedTie[] }[];
  disputes: { about: ExpectedTie; reason: string }[];
}

export const first = <Word extends string>(words: OneOf<Word>): Word => (Array.isArray(words) ? words[0]! : words);
export const all = <Word extends string>(words: OneOf<Word> | undefined): Word[] =>
  words === undefined ? [] : Array.isArray(words) ? words : [words];

export function expectedReadings(plot: string): ExpectedReading[] {
  const folder = join(storiesFolder, plot);
  const pages = readdirSync(folder).filter((file) => /\.(txt|html)$/.test(file));
  return pages.sort().map((file) => {
    const name = file.replace(/\.\w+$/, "");
    const expected = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), "utf8"));
    const text = readFileSync(join(folder, file), "utf8").replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]+>/g, " ");
    return { name, text, page: expected.page, claims: expected.claims };
  });
}

export function expectedPictures(plot: string): ExpectedPictures {
  return JSON.parse(readFileSync(join(storiesFolder, plot, "picture.expected.json"), "utf8"));
}
