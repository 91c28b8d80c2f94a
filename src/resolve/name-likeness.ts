import { nameKey } from "./name-key.ts";

/** Words that many bodies share: alone they tell nobody from anybody. */
const weakWords = new Set(
  "of and for front group movement army brigade brigades battalion battalions party council organisation organization forces force militants militia newspaper news agency government state union league order office ministry company corporation holdings".split(
    " ",
  ),
);

/** Words that make another body of a name: "New Orchard" is not the Orchard. */
const tellingApart = new Set(
  "new free real true former northern southern eastern western north south east west".split(" "),
);

/** The consonants of a word that survive transliteration: Fatah and Fath, Qaeda and Qaida, Jaish and Jaysh meet here. */
export function skeleton(word: string): string {
  return word
    .replace(/ph/g, "f")
    .replace(/ou|oo/g, "u")
    .replace(/ck|[qck]h?/g, "k")
    .replace(/dh|th(?=$|[^r])/g, "t")
    .replace(/sch|sh/g, "S")
    .replace(/z/g, "s")
    .replace(/[wv]/g, "w")
    .replace(/(?!^)[aeiouyh]/g, "")
    .replace(/(.)\1+/g, "$1");
}

/** Two spellings of one name: as many words, each the same or alike in its skeleton. */
export function spelledAlike(one: string, other: string): boolean {
  const a = nameKey(one).split(" ");
  const b = nameKey(other).split(" ");
  if (a.join("") === b.join("")) return true;
  return a.length === b.length && a.every((word, at) => wordsAlike(word, b[at]!));
}

/** Short words must be the same: too little is left of them to be sure. */
export function wordsAlike(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 2) return false;
  return one[0] === other[0] && skeleton(one) === skeleton(other) && skeleton(one).length > 1;
}

/**
 * Whether the shorter name may stand for the longer: a person's last names ("al-Qasri" for Abu Hilal al-Qasri), or the
 * first telling word of a body with any of its others ("Highlands Movement" for the Free Highlands Movement).
 */
export function shortensTo(long: string, short: string, person: boolean): boolean {
  const whole = nameKey(long).split(" ");
  const part = nameKey(short).split(" ");
  if (part[0] === "" || part.length >= whole.length) return false;
  if (person) return part.every((word, at) => wordsAlike(whole[whole.length - part.length + at]!, word));
  if (tellingApart.has(whole[0]!) && whole.length === part.length + 1 && part.length === 1) return false;
  return part.every((word) => whole.some((candidate) => wordsAlike(candidate, word)));
}

/** Whether a name says which body it is without the longer name beside it: "Norvane" does, "the Order" does not. */
export function standsAlone(name: string): boolean {
  return nameKey(name)
    .split(" ")
    .some((word) => !weakWords.has(word));
}

/** The word by which a body is told from others: the first that is not shared by many. */
export function firstTelling(name: string): string {
  const words = nameKey(name).split(" ");
  return words.find((word) => !weakWords.has(word) && !tellingApart.has(word)) ?? words[0]!;
}

/** "SDF" of "Syrian Democratic Forces": the initials of its words, with or without the small ones. */
export function isAcronymOf(short: string, long: string): boolean {
  const letters = short.replace(/[.\s]/g, "");
  if (!/^\p{Lu}{2,8}$/u.test(letters)) return false;
  const words = long.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]);
  const all = words.map((word) => word[0]!.toUpperCase());
  return words.length > 1 && (capitals.join("") === letters || all.join("") === letters);
}
