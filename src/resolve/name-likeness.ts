import { nameKey } from "./name-key.ts";
import { soundsAlike, wordDistance } from "./word-distance.ts";

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

/** Words that make a branch, or a body of its own, of the name they are added to. */
const makingAnother = new Set(
  "national central international regional provincial federal royal youth women in energy bank voice".split(" "),
);

/** Two spellings of one name, given as keys: as many words, each the same or alike; or the same letters with other breaks. */
export function keysAlike(one: string, other: string): boolean {
  const a = one.split(" ");
  const b = other.split(" ");
  if (a.join("") === b.join("")) return true;
  return a.length === b.length && a.every((word, at) => wordsAlike(word, b[at]!));
}

/** Nearly every fourth letter written otherwise, and it is another word: bench/actors.ts. */
const alikeShare = 0.24;

/** Whether two words are spellings of one: few letters differ, and mostly such as transliteration changes. Short words must be the same. */
export function wordsAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const [shorter, longer] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  if (shorter === 3 && one[0] === other[0] && !/\d/.test(one)) return wordDistance(one, other, 0.5) <= 0.5;
  if (shorter < 4 || longer - shorter > 2 || /\d/.test(one + other) || !soundsAlike(one[0]!, other[0]!)) return false;
  return wordDistance(one, other, longer * alikeShare) <= longer * alikeShare;
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
  const at = whole.findIndex((_, start) => part.every((word, place) => wordsAlike(whole[start + place] ?? "", word)));
  // "National Bank of Tolmeria" is not the Bank of Tolmeria, nor is the Order in Batunda the Order.
  const left = at < 0 ? [] : [...whole.slice(0, at), ...whole.slice(at + part.length)];
  return at >= 0 && !left.some((word) => makingAnother.has(word));
}

/** Whether a name says which body it is without the longer name beside it: "Norvane" does, "the Order" does not. */
export function standsAlone(name: string): boolean {
  return nameKey(name)
    .split(" ")
    .some((word) => !weakWords.has(word));
}

/** A word that many bodies share. */
export const isGeneric = (word: string): boolean => weakWords.has(word);

/** Whether the shorter is the end of the longer: "Shield Front" of "Haradan Shield Front". */
export function endsIn(long: string, short: string): boolean {
  const whole = nameKey(long).split(" ");
  const part = nameKey(short).split(" ");
  return (
    part.length < whole.length && part.every((word, at) => wordsAlike(whole[whole.length - part.length + at]!, word))
  );
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
