import type { KnownSentence } from "./corpus.ts";

/** The automatic tree is projective, and shows none of the signs that its parser lost the thread. */
export function isTrustworthy({ heads, labels, tags }: KnownSentence): boolean {
  if (!isProjective(heads) || labels.filter((label) => label === "dep").length >= 3) return false;
  const root = tags[heads.indexOf(heads.length)]!;
  return /^(?:V|N|J|R|CD|MD|UH|FW|W|EX|PRP$)/.test(root) || !tags.some((tag) => /^VB[DZP]|^MD/.test(tag));
}

/** No two arcs cross, the root standing after the last word. */
function isProjective(heads: Int32Array): boolean {
  for (let at = 0; at < heads.length; at++) {
    const [left, right] = at < heads[at]! ? [at, heads[at]!] : [heads[at]!, at];
    for (let inside = left + 1; inside < right; inside++)
      if (heads[inside]! < left || heads[inside]! > right) return false;
  }
  return true;
}
