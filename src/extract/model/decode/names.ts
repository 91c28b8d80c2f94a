import type { TypedSpan } from "../../tagger.ts";
import type { Scores } from "../scores.ts";

/** Runs of words with the same name tag in a sentence; `types[0]` stands for no name. `p` is the least of the words'. */
export function decodeNames(
  { names, namesP }: Scores,
  from: number,
  to: number,
  types: readonly string[],
): TypedSpan[] {
  const found: TypedSpan[] = [];
  for (let word = from; word < to; word++) {
    const tag = names[word]!;
    if (tag === 0) continue;
    const open = found.at(-1);
    if (open && word > from && names[word - 1] === tag) {
      open.last = word - from;
      open.p = Math.min(open.p, namesP[word]!);
    } else {
      found.push({ first: word - from, last: word - from, type: types[tag]!, p: namesP[word]! });
    }
  }
  return found;
}
