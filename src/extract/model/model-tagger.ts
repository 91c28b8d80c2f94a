import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { HintFinder } from "../predicates/hints.ts";
import type { Sentence, Tagged, TaggedClaim, Tagger, TokenRange } from "../tagger.ts";
import { askedOf } from "./asked.ts";
import { decodeWindow } from "./decode/window.ts";
import { openSession } from "./session.ts";
import { type TaggerSettings, taggerSettings } from "./tagger-settings.ts";
import { cutWindows } from "./windows.ts";
import { wordPieces } from "./word-pieces.ts";

/**
 * Opens the trained tagger of a folder (`models/` in this package): `tagger.json` and the two files it names. Throws when one
 * is missing or is not the one that was trained.
 *
 * `hints` is what a lexicon says of words; the claims of a model that was taught with one need it.
 *
 * Give `tag` the sentences of one stretch of text, in order: an attribution is found only among sentences given together,
 * and what they are cut into depends on all of them. The work is done on the calling thread and, with more `threads`,
 * on helpers; the outcome is the same. A program that reads many reports gains more from one tagger in each worker thread.
 */
export async function openModelTagger(
  folder: string,
  options: { threads?: number; hints?: HintFinder } = {},
): Promise<Tagger> {
  const settings = await readSettings(join(folder, "tagger.json"));
  const vocabulary = await readPart(folder, settings.vocabulary);
  const model = await readPart(folder, settings.model);
  const pieces = wordPieces(vocabulary.toString("utf8"));
  const session = await openSession(model, options.threads ?? 1);
  const tag = async (sentences: readonly Sentence[]): Promise<Tagged> => {
    const tagged: Tagged = {
      sentences: sentences.map(untagged),
      attributions: [],
      claims: settings.claims ? [] : null,
    };
    for (const window of cutWindows(sentences, pieces)) {
      const own = sentences.slice(window.from, window.to);
      const words = own.flatMap((sentence) => sentence.words);
      const asked = askedOf(words, settings, options.hints);
      const found = decodeWindow(own, window.bounds, await session.score(window, asked), settings);
      tagged.sentences.splice(window.from, found.sentences.length, ...found.sentences);
      tagged.attributions.push(...found.attributions);
      tagged.claims?.push(...(found.claims ?? []).map((claim) => shifted(claim, window.from)));
    }
    return tagged;
  };
  return { method: "model", version: settings.version, tag, close: () => session.close() };
}

/** A claim of a window among all the sentences. */
function shifted(claim: TaggedClaim, by: number): TaggedClaim {
  const ranges = (list: readonly TokenRange[]) => list.map((range) => ({ ...range, sentence: range.sentence + by }));
  const { agents, patients, voices } = claim;
  return {
    ...claim,
    sentence: claim.sentence + by,
    agents: ranges(agents),
    patients: ranges(patients),
    voices: ranges(voices),
  };
}

/** A sentence without words has nothing to tag. */
const untagged = ({ start, end }: Sentence) => ({ start, end, tokens: [], mentions: [], names: [] });

async function readSettings(file: string): Promise<TaggerSettings> {
  const text = await readFile(file, "utf8").catch((cause) => {
    throw new Error(`${file}: the tagger's settings cannot be read`, { cause });
  });
  const settings = taggerSettings.safeParse(JSON.parse(text));
  if (!settings.success) throw new Error(`${file}: not the settings of a tagger`, { cause: settings.error });
  return settings.data;
}

async function readPart(folder: string, { name, sha256 }: TaggerSettings["model"]): Promise<Buffer> {
  const file = join(folder, name);
  const bytes = await readFile(file).catch((cause) => {
    throw new Error(`${file}: this part of the tagger cannot be read`, { cause });
  });
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== sha256) throw new Error(`${file}: its hash is ${found}, but tagger.json names ${sha256}`);
  return bytes;
}
