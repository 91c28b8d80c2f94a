/** The heads with one root only: of several, the first stays and the others hang from it. */
export function rootOnce(heads: Int32Array): Int32Array {
  const root = heads.indexOf(heads.length);
  return heads.map((head, at) => (head === heads.length && at !== root ? root : head));
}
