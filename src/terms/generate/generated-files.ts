import { formatSchemas } from "./format-schemas.ts";
import { trainingVocabulary } from "./training-vocabulary.ts";
import { vocabularyPage } from "./vocabulary-page.ts";

/** Every file made from the terms: its path from the project's root, and what it should hold. */
export function generatedFiles(): Map<string, string> {
  return new Map([
    ["docs/vocabulary.md", vocabularyPage()],
    ["training/vocabulary.json", trainingVocabulary()],
    ...formatSchemas().map(([name, schema]): [string, string] => [`docs/schemas/${name}`, schema]),
  ]);
}
