/** Letters that one sound is written with in different languages and systems of transliteration. */
const sounds = ["aeiouy", "ckqgx", "szjc", "vwfu", "iyj", "dt", "bp", "mn", "gh", "gj"];

/** Rows of the table of distances, kept from one call to the next: names are compared by the million. */
let rows: [Float64Array, Float64Array, Float64Array] = emptyRows(64);

function emptyRows(length: number): [Float64Array, Float64Array, Float64Array] {
  return [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
}

/**
 * How far apart two words are in edits (Damerau 1964): a confusable letter or a doubled one is half an edit, so is a vowel
 * or an h. Infinity as soon as they are further apart than the limit.
 */
export function wordDistance(one: string, other: string, limit = Infinity): number {
  if (rows[0].length <= other.length) rows = emptyRows(2 * other.length + 1);
  let [before, above, row] = rows;
  above[0] = 0;
  for (let j = 1; j <= other.length; j += 1) above[j] = above[j - 1]! + loss(other, j - 1);
  let leastAbove = 0;
  for (let i = 1; i <= one.length; i += 1) {
    row[0] = above[0]! + loss(one, i - 1);
    let least = row[0]!;
    for (let j = 1; j <= other.length; j += 1) {
      let best = Math.min(above[j]! + loss(one, i - 1), row[j - 1]! + loss(other, j - 1));
      best = Math.min(best, above[j - 1]! + swap(one.charCodeAt(i - 1), other.charCodeAt(j - 1)));
      if (crossed(one, other, i, j)) best = Math.min(best, before[j - 2]! + 1);
      row[j] = best;
      if (best < least) least = best;
    }
    // Two letters that changed places lead from the row before the last: both have to be past the limit.
    if (least > limit && leastAbove > limit) return Infinity;
    leastAbove = least;
    [before, above, row] = [above, row, before];
  }
  return above[other.length]!;
}

/** What it costs that a letter is missing: half, where transliteration loses such letters. */
function loss(word: string, at: number): number {
  const letter = word[at]!;
  return letter === word[at - 1] || (at > 0 && "aeiouyh".includes(letter)) ? 0.5 : 1;
}

/** For each two letters of a to z, whether one sound is written with both. */
const alike = new Uint8Array(26 * 26);
for (const sound of sounds)
  for (const one of sound)
    for (const other of sound) alike[(one.charCodeAt(0) - 97) * 26 + other.charCodeAt(0) - 97] = 1;

function swap(one: number, other: number): number {
  if (one === other) return 0;
  const [a, b] = [one - 97, other - 97];
  return a >= 0 && a < 26 && b >= 0 && b < 26 && alike[a * 26 + b] === 1 ? 0.6 : 1;
}

export function soundsAlike(one: string, other: string): boolean {
  return swap(one.charCodeAt(0), other.charCodeAt(0)) < 1;
}

function crossed(one: string, other: string, i: number, j: number): boolean {
  return i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
}
