/** No two arcs cross, the root standing after the last word. */
export function isProjective(heads: Int32Array): boolean {
  for (let at = 0; at < heads.length; at++) {
    const [left, right] = at < heads[at]! ? [at, heads[at]!] : [heads[at]!, at];
    for (let inside = left + 1; inside < right; inside++)
      if (heads[inside]! < left || heads[inside]! > right) return false;
  }
  return true;
}
