import type { WordForm } from "./word-form.ts";

/**
 * The forms to read a sentence by. Where nearly every word has a capital, capitals say nothing: there a word is taken for
 * its small-letter self when the lexicon knows that one, and its shape is the same for all. "US" stays what it is, unless
 * the whole headline is in capitals.
 */
export function seenThroughCapitals(
  forms: readonly WordForm[],
  lexicon: ReadonlyMap<number, number>,
): readonly WordForm[] {
  const style = styleOf(forms, lexicon);
  if (style === "running text") return forms;
  return forms.map((form) => {
    if (!form.capital || (form.capitals && style === "title case")) return form;
    const exact = lexicon.has(form.exactSmall) ? form.exactSmall : form.exact;
    return { ...form, exact, shape: HEADLINE_SHAPE, prefix1: HEADLINE_SHAPE };
  });
}

const HEADLINE_SHAPE = 0x51ed270b;
const HEADLINE_SHARE = 0.8; // of words of four letters: "with" and "from" stay small in some papers

/** A headline has two words at least with a capital that they would not have in running text. */
function styleOf(forms: readonly WordForm[], lexicon: ReadonlyMap<number, number>) {
  let [long, capital, capitals, common] = [0, 0, 0, 0];
  for (const form of forms) {
    if (!form.long) continue;
    long++;
    if (!form.capital) continue;
    capital++;
    if (form.capitals) capitals++;
    if (lexicon.has(form.exactSmall)) common++;
  }
  if (common < 2 || capital < long * HEADLINE_SHARE) return "running text";
  return capitals >= long * HEADLINE_SHARE ? "capitals" : "title case";
}
