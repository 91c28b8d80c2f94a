import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Relation, relations } from "../terms/index.ts";
import { packageFolder } from "./package-folder.ts";
import { type Frame, parseFrames } from "./predicates/frame.ts";
import { type HintFinder, hintFinder, parseCues } from "./predicates/hints.ts";

/**
 * The frames of this package's lexicon, after those of further files. Throws with the file's name when one cannot be read: a file is
 * named after its relation.
 */
export async function loadFrames(own: readonly string[] = []): Promise<Frame[]> {
  const folder = join(packageFolder(), "lexicons", "predicates");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".txt")).sort();
  const ours = files
    .filter((file) => relations.includes(file.replace(/\.txt$/, "") as Relation))
    .map((file) => join(folder, file));
  const read = async (file: string): Promise<Frame[]> => {
    const name = file.split(/[\\/]/).at(-1)!;
    const relation = name.replace(/\.txt$/, "");
    if (!relations.includes(relation as Relation))
      throw new Error(`${file}: a file of frames is named after its relation, one of ${relations.join(", ")}`);
    return parseFrames(relation as Relation, await readFile(file, "utf8"), name);
  };
  return (await Promise.all([...own, ...ours].map(read))).flat();
}

/** What the lexicon hints of words: its frames, and the list of mere cues. */
export async function loadHints(frames: readonly Frame[]): Promise<HintFinder> {
  const file = join(packageFolder(), "lexicons", "predicates", "cues.txt");
  return hintFinder(frames, parseCues(await readFile(file, "utf8"), "cues.txt"));
}
