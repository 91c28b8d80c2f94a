import anyAscii from "any-ascii";

/** Arabic articles in their Latin spellings, before a hyphen or a space: "al-", "ez-", "ash ". */
const articles = new Set([
  "al",
  "el",
  "ad",
  "ar",
  "as",
  "at",
  "az",
  "an",
  "ez",
  "es",
  "er",
  "ed",
  "esh",
  "ash",
  "ul",
  "il",
]);

const oneWord = /^[A-Za-z]+$/;
const ascii = /^[ -~]*$/;

/** A place's name as it is looked up: small letters of ASCII, no marks, one space between words, no article. */
export function foldName(name: string): string {
  if (oneWord.test(name)) return name.toLowerCase();
  const words = (ascii.test(name) ? name : anyAscii(name))
    .toLowerCase()
    .replace(/['’`ʿʾ]/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const kept = words.length > 1 ? words.filter((word) => !articles.has(word)) : words;
  return (kept.length > 0 ? kept : words).join(" ");
}

/**
 * The consonants of a folded name, for names from other scripts that every report spells its own way: "Deir ez-Zor", "Dayr
 * az Zawr" and "Deir Ezzor" have one skeleton. Null when too little is left to tell one place from another.
 */
export function skeletonOf(folded: string): string | null {
  const skeleton = folded
    .replace(/ph/g, "f")
    .replace(/(?:kh|gh|q|ck|c|g)/g, "k")
    .replace(/[zs]h?|th|dh/g, (found) => (found === "th" ? "t" : found === "dh" ? "d" : "s"))
    .replace(/[aeiouwyh' ]/g, "")
    .replace(/(.)\1+/g, "$1");
  return skeleton.length >= 3 ? skeleton : null;
}
