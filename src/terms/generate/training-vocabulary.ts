import { mentionTypes } from "../mention.ts";
import { modalities, polarities } from "../modality.ts";
import { relations, relationTerms } from "../relation.ts";
import { claimParts, partKinds } from "../report.ts";
import { tieEffects } from "../tie-effects.ts";
import { stances } from "../voice.ts";

/** training/vocabulary.json: the labels that training in Python uses, so that they cannot differ from the product's. */
export function trainingVocabulary(): string {
  const vocabulary = {
    note: "Generated from src/terms by `npm run docs`; edit the terms, not this file.",
    relations: relations.map((name) => ({ name, ...relationTerms[name] })),
    tieEffects,
    modalities,
    polarities,
    stances,
    mentionTypes,
    partKinds,
    claimParts,
  };
  return `${JSON.stringify(vocabulary, null, 2)}\n`;
}
