import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Relation, relations } from "../terms/index.ts";
import { type FrameIndex, indexFrames } from "./claims/find-claims.ts";
import type { Lexicon } from "./lexicon.ts";
import { openLinearTagger } from "./linear/linear-tagger.ts";
import { loadLexicon } from "./load-lexicon.ts";
import { packageFolder } from "./package-folder.ts";
import { type Frame, parseFrames } from "./predicates/frame.ts";
import { type Operators, parseOperators } from "./predicates/operators.ts";
import { parseSpeech, type Speech } from "./predicates/speech.ts";
import type { Tagger } from "./tagger.ts";

/** All that extraction needs, loaded once: the tagger and the lists. */
export interface ExtractTools {
  tagger: Tagger;
  lexicon: Lexicon;
  frames: FrameIndex;
  operators: Operators;
  speech: Speech;
  close(): Promise<void>;
}

export interface ExtractOptions {
  /** Files of further frames, read before the package's own. */
  predicates?: readonly string[];
  tagger?: Tagger;
}

/** Loads the tagger and the lexicons of this package. Throws with the file's name when one cannot be read. */
export async function openExtractTools(options: ExtractOptions = {}): Promise<ExtractTools> {
  const folder = packageFolder();
  const [tagger, lexicon, frames] = await Promise.all([
    options.tagger ?? openTagger(join(folder, "models")),
    loadLexicon(join(folder, "lexicons")),
    loadFrames(join(folder, "lexicons", "predicates"), options.predicates ?? []),
  ]);
  const operators = parseOperators(
    await readFile(join(folder, "lexicons", "predicates", "operators.txt"), "utf8"),
    "operators.txt",
  );
  const speech = parseSpeech(
    await readFile(join(folder, "lexicons", "predicates", "speech.txt"), "utf8"),
    "speech.txt",
  );
  return { tagger, lexicon, frames: indexFrames(frames), operators, speech, close: () => tagger.close() };
}

/** The trained tagger where its runtime loads, else the linear one, which needs no native code. `ENTENTE_TAGGER=linear` asks for that. */
async function openTagger(models: string): Promise<Tagger> {
  if (process.env.ENTENTE_TAGGER === "linear" || !existsSync(join(models, "tagger.onnx"))) return openLinearTagger();
  try {
    const { openModelTagger } = await import("./model/model-tagger.ts");
    return await openModelTagger(models);
  } catch (cause) {
    process.emitWarning(
      `The trained tagger does not load here (${(cause as Error).message}); the linear tagger reads instead.`,
    );
    return openLinearTagger();
  }
}

async function loadFrames(folder: string, own: readonly string[]): Promise<Frame[]> {
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
