/** The lemma of a word with this Penn tag. */
export function lemmaOf(word: string, _pos: string): string {
  return word.toLowerCase();
}
