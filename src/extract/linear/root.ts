/**
 * The heads with one root only: of several, the first stays and the others hang from it. The tree stays projective enough
 * for its readers, and stays a tree.
 */
export function rootOnce(heads: Int32Array, _tags: Uint8Array): Int32Array {
  const root = heads.indexOf(heads.length);
  return heads.map((head, at) => (head === heads.length && at !== root ? root : head));
}
