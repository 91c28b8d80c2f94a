/** Fewer digits of an id are likely to be those of several reports; six are what people copy of a hash. */
const fewestDigits = 6;

/**
 * The reports that a word means: the one whose id it is, or those whose digests begin with its six or more digits, with or without `sha256:`
 * before them. Two or more when it takes more digits to tell them apart.
 */
export function reportsMeant(ids: Iterable<string>, word: string): string[] {
  const digits = word.replace(/^sha256:/, "");
  if (digits.length < fewestDigits) return [];
  const found = [...ids].filter((id) => id.startsWith(`sha256:${digits}`));
  return found.includes(word) ? [word] : found;
}
