/** Letters that one sound is written with in different languages and systems of transliteration. */
const sounds = ["aeiouy", "ckqgx", "szjc", "vwfu", "iyj", "dt", "bp", "mn", "gh", "gj"];

/** How far apart two words are in edits (Damerau 1964): a confusable letter or a doubled one is half an edit, so is a vowel or an h. */
export function wordDistance(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, () => new Float64Array(other.length + 1));
  for (let i = 1; i <= one.length; i += 1) rows[i]![0] = rows[i - 1]![0]! + loss(one, i - 1);
  for (let j = 1; j <= other.length; j += 1) rows[0]![j] = rows[0]![j - 1]! + loss(other, j - 1);
  for (let i = 1; i <= one.length; i += 1)
    for (let j = 1; j <= other.length; j += 1)
      rows[i]![j] = Math.min(
        rows[i - 1]![j]! + loss(one, i - 1),
        rows[i]![j - 1]! + loss(other, j - 1),
        rows[i - 1]![j - 1]! + swap(one[i - 1]!, other[j - 1]!),
        crossed(one, other, i, j) ? rows[i - 2]![j - 2]! + 1 : Infinity,
      );
  return rows[one.length]![other.length]!;
}

/** What it costs that a letter is missing: half, where transliteration loses such letters. */
function loss(word: string, at: number): number {
  const letter = word[at]!;
  return letter === word[at - 1] || (at > 0 && "aeiouyh".includes(letter)) ? 0.5 : 1;
}

function swap(one: string, other: string): number {
  return one === other ? 0 : soundsAlike(one, other) ? 0.6 : 1;
}

export function soundsAlike(one: string, other: string): boolean {
  return one === other || sounds.some((sound) => sound.includes(one) && sound.includes(other));
}

function crossed(one: string, other: string, i: number, j: number): boolean {
  return i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
}
