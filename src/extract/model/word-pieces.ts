/** The numbers of a word's pieces in the vocabulary of the encoder. */
export type WordPieces = (word: string) => readonly number[];

/** A word's further pieces are left out: they are addresses and hash tags, and cost time. As in training. */
const MOST_PIECES = 6;
const LONGEST_PART = 100;
const CACHE_LIMIT = 50_000;

/**
 * BERT's uncased WordPiece over words that are already cut. `vocabulary` has one piece a line.
 *
 * ```ts
 * const pieces = wordPieces("[UNK]\nre\n##fused\n");
 * pieces("Refused"); // [1, 2]
 * ```
 */
export function wordPieces(vocabulary: string): WordPieces {
  const ids = new Map(vocabulary.split("\n").map((piece, at) => [piece, at]));
  ids.delete("");
  const unknown = ids.get("[UNK]") ?? 0;
  const cache = new Map<string, readonly number[]>();
  return (word) => {
    const known = cache.get(word);
    if (known) return known;
    const pieces = piecesOfWord(word, ids, unknown);
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(word, pieces);
    return pieces;
  };
}

function piecesOfWord(word: string, ids: ReadonlyMap<string, number>, unknown: number): number[] {
  const plain = word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "");
  const pieces: number[] = [];
  for (const [part] of plain.matchAll(PART)) {
    if (pieces.length >= MOST_PIECES) break;
    pieces.push(...piecesOfPart(part, ids, unknown));
  }
  return pieces.length > 0 ? pieces.slice(0, MOST_PIECES) : [unknown];
}

// Runs of letters and digits; every other sign alone, and every Chinese character.
const PART = /[\u4e00-\u9fff]|(?:(?![\u4e00-\u9fff])[\p{L}\p{N}])+|[^\p{L}\p{N}\s\p{Cc}]/gu;

/** The longest piece that fits, again and again; one unknown piece when something does not fit. */
function piecesOfPart(part: string, ids: ReadonlyMap<string, number>, unknown: number): number[] {
  const signs = Array.from(part);
  if (signs.length > LONGEST_PART) return [unknown];
  const pieces: number[] = [];
  for (let at = 0; at < signs.length; ) {
    let end = signs.length;
    let id: number | undefined;
    for (; end > at; end--) {
      id = ids.get((at > 0 ? "##" : "") + signs.slice(at, end).join(""));
      if (id !== undefined) break;
    }
    if (id === undefined) return [unknown];
    pieces.push(id);
    at = end;
  }
  return pieces;
}
