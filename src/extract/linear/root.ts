/**
 * The heads with one root only, and no mark for a root where there are words: of several roots the first word stays and the
 * others hang from it; a mark that is alone the root changes places with the first word below it.
 */
export function rootOnce(heads: Int32Array, isMark: (at: number) => boolean): Int32Array {
  const top = heads.length;
  const claims = (at: number) => heads[at] === top;
  const below = (at: number) => heads[at]! < top && claims(heads[at]!);
  const root = findWord(heads, claims, isMark) ?? findWord(heads, below, isMark) ?? heads.indexOf(top);
  const unseated = heads[root]!; // a mark, or `top`
  return heads.map((head, at) => (at === root ? top : head === top || head === unseated ? root : head));
}

function findWord(heads: Int32Array, fits: (at: number) => boolean, isMark: (at: number) => boolean) {
  const found = heads.findIndex((_, at) => fits(at) && !isMark(at));
  return found < 0 ? undefined : found;
}
