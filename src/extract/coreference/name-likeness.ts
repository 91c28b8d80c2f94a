import { nameKey } from "../lexicon.ts";

const weakWords = new Set(
  "the al el of and for front group movement army brigade brigades party council organisation organization forces force militants militia newspaper news agency government state a an".split(
    " ",
  ),
);

/** The letters of a word that survive transliteration: Fatah and Fath, Qaeda and Qaida, Jaish and Jaysh meet here. */
function skeleton(word: string): string {
  return word
    .replace(/ph/g, "f")
    .replace(/ou|oo/g, "u")
    .replace(/[qck]+h?/g, "k")
    .replace(/dh|th(?=$|[^r])/g, "t")
    .replace(/z/g, "s")
    .replace(/[wv]/g, "w")
    .replace(/(.)\1/g, "$1")
    .replace(/(?!^)[aeiouyh]/g, "")
    .replace(/(.)\1/g, "$1");
}

/** The words of a name that tell it from others: no articles, no generic nouns unless nothing else is left. */
function tellingWords(name: string): string[] {
  const words = nameKey(name)
    .split(" ")
    .filter((word) => !/^(the|al|el|as|ash|ad|ar|an|s)$/.test(word));
  const strong = words.filter((word) => !weakWords.has(word));
  return strong.length > 0 ? strong : words;
}

/** Two spellings of one name: the same words, each alike in its skeleton and close in length. */
export function spelledAlike(one: string, other: string): boolean {
  const a = nameKey(one)
    .split(" ")
    .filter((word) => !/^(al|el|the|s)$/.test(word));
  const b = nameKey(other)
    .split(" ")
    .filter((word) => !/^(al|el|the|s)$/.test(word));
  if (a.length === 0 || a.length !== b.length) return a.join("") === b.join("") && a.length > 0;
  return a.every((word, at) => wordsAlike(word, b[at]!));
}

function wordsAlike(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.length < 4 || other.length < 4) return false;
  return one[0] === other[0] && Math.abs(one.length - other.length) <= 2 && skeleton(one) === skeleton(other);
}

/** "Nusra" within "al-Nusra Front", "al-Golani" within "Abu Mohamad al-Golani": every telling word of the shorter is in the longer. */
export function shortensTo(long: string, short: string, person: boolean): boolean {
  const whole = nameKey(long).split(" ");
  const part = nameKey(short)
    .split(" ")
    .filter((word) => !/^(al|el|the)$/.test(word));
  if (part.length === 0 || part.length >= whole.length) return false;
  if (person)
    return part.length === 1
      ? wordsAlike(whole.at(-1)!, part[0]!) ||
          (whole.length > 2 && whole.slice(-2).some((word) => wordsAlike(word, part[0]!)))
      : endsAlike(whole, part);
  const telling = tellingWords(short);
  if (telling.every((word) => weakWords.has(word))) return false;
  return (
    part.every((word) => whole.some((candidate) => wordsAlike(candidate, word))) &&
    wordsAlike(tellingWords(long)[0] ?? "", telling[0] ?? "")
  );
}

function endsAlike(whole: string[], part: string[]): boolean {
  return part.every((word, at) => wordsAlike(whole[whole.length - part.length + at]!, word));
}

/** "SDF" of "Syrian Democratic Forces": the initials of the capitalised words. */
export function isAcronymOf(short: string, long: string): boolean {
  const letters = short.replace(/[^\p{Lu}]/gu, "");
  if (letters.length < 2 || letters.length !== short.replace(/[.\s-]/g, "").length) return false;
  const words = long.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  const capitals = words
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join("");
  const all = words.map((word) => word[0]!.toUpperCase()).join("");
  return capitals === letters || all === letters;
}
