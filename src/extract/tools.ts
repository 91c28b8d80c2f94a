import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type FrameIndex, indexFrames } from "./claims/find-claims.ts";
import type { Lexicon } from "./lexicon.ts";
import { openLinearTagger } from "./linear/linear-tagger.ts";
import { loadFrames, loadHints } from "./load-frames.ts";
import { loadLexicon } from "./load-lexicon.ts";
import { packageFolder } from "./package-folder.ts";
import type { HintFinder } from "./predicates/hints.ts";
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
  const [lexicon, frames] = await Promise.all([loadLexicon(join(folder, "lexicons")), loadFrames(options.predicates)]);
  const tagger =
    options.tagger ?? (await openTagger(process.env.ENTENTE_MODELS ?? join(folder, "models"), await loadHints(frames)));
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

/** The trained tagger where its runtime loads, else the linear one, which needs no native code. `ENTENTE_TAGGER=linear` asks for that, `ENTENTE_MODELS` for another folder of weights. */
async function openTagger(models: string, hints: HintFinder): Promise<Tagger> {
  if (process.env.ENTENTE_TAGGER === "linear" || !existsSync(join(models, "tagger.onnx"))) return openLinearTagger();
  try {
    const { openModelTagger } = await import("./model/model-tagger.ts");
    return await openModelTagger(models, { hints });
  } catch (cause) {
    process.emitWarning(
      `The trained tagger does not load here (${(cause as Error).message}); the linear tagger reads instead.`,
    );
    return openLinearTagger();
  }
}
