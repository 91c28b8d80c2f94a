import type { DraftMention } from "../mentions/draft.ts";
import type { Tree } from "../tree.ts";

export type Gender = "he" | "she";

const men =
  /^(mr|sir|lord|king|prince|emperor|sheikh|shaykh|emir|sultan|imam|mullah|ayatollah|cardinal|bishop|pope|father|brother|uncle|son|nephew|husband|grandson|man|boy|gentleman|chairman|spokesman|congressman|councilman|policeman|fisherman|businessman|widower|monk)$/i;
const women =
  /^(mrs|ms|miss|madam|dame|lady|queen|princess|empress|mother|sister|aunt|daughter|niece|wife|granddaughter|woman|girl|chairwoman|spokeswoman|congresswoman|councilwoman|policewoman|businesswoman|widow|nun|actress|duchess)$/i;

/** The gender that the words of a mention tell, or the title before it; null when they tell none. */
export function toldGender(mention: DraftMention, { tokens }: Tree): Gender | null {
  if (mention.type !== "person") return null;
  const own =
    mention.sort === "description"
      ? [tokens[mention.head]!]
      : tokens.slice(Math.max(0, mention.first - 1), mention.first + 1);
  if (own.some(({ text }) => women.test(text.replace(/\.$/, "")))) return "she";
  return own.some(({ text }) => men.test(text.replace(/\.$/, ""))) ? "he" : null;
}

/**
 * How well a first name goes with a pronoun, from -1 to 1: in many languages of Europe, Africa and Asia names of women end in -a and
 * those of men do not. It is no more than a lean.
 */
export function nameLean(mention: DraftMention, { tokens }: Tree, gender: Gender): number {
  if (mention.sort !== "name" || mention.last === mention.first) return 0;
  const given = tokens.slice(mention.first, mention.last).find(({ text }) => /^\p{Lu}\p{Ll}+$/u.test(text))?.text ?? "";
  if (given === "") return 0;
  const womanly = /(a|ie|een|elle|ette|ine|ís|ée)$/i.test(given) ? 1 : -0.5;
  return gender === "she" ? womanly : -womanly;
}

export function pronounGender(word: string): Gender | null {
  if (/^(he|him|his|himself)$/i.test(word)) return "he";
  return /^(she|her|hers|herself)$/i.test(word) ? "she" : null;
}
