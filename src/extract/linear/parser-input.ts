import type { WordForm } from "./word-form.ts";

const ROOT_WORD = 0x2545f491;

/** What the parser and the labeller see: the words, then the root, then the sign for "no word". */
export function parserInput(forms: readonly WordForm[], tags: Uint8Array) {
  const length = forms.length;
  const words = new Int32Array(length + 2);
  const suffixes = new Int32Array(length + 2);
  const shifted = new Uint8Array(length + 2);
  for (let at = 0; at < length; at++) {
    words[at] = forms[at]!.lower;
    suffixes[at] = forms[at]!.suffix3;
    shifted[at] = tags[at]! + 3;
  }
  words[length] = ROOT_WORD;
  shifted[length] = 1;
  return { words, suffixes, tags: shifted };
}
