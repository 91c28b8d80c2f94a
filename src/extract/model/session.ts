import { InferenceSession, Tensor } from "onnxruntime-node";
import type { Scores } from "./scores.ts";
import type { Window } from "./windows.ts";

/** A loaded model. One window at a time: no padding, and no window's scores depend on its neighbours. */
export interface TaggerSession {
  score(window: Window, asked: Asked): Promise<Scores>;
  close(): Promise<void>;
}

/** What the model is told beside the words. */
export interface Asked {
  /** The score from which a word anchors a cue of speech. */
  anchor: number;
  /** For models that read claims, and only for them: [W, relations] what the lexicon adds, and [relations] the scores from which a word is a cue. */
  claims?: { hints: Float32Array; least: Float32Array } | undefined;
}

/** Loads an ONNX model. `threads` share the work on one window; the scores do not depend on how many. */
export async function openSession(model: Uint8Array, threads: number): Promise<TaggerSession> {
  const session = await InferenceSession.create(model, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: "sequential",
    graphOptimizationLevel: "all",
    logSeverityLevel: 3,
  });
  return {
    score: async (window, asked) => scoresFrom(await session.run(inputsOf(window, asked)), window.first.length),
    close: () => session.release(),
  };
}

function inputsOf(
  { pieces, features, first, last, sentences }: Window,
  { anchor, claims }: Asked,
): Record<string, Tensor> {
  return {
    pieces: new Tensor("int32", pieces, [1, pieces.length]),
    features: new Tensor("int32", features, [1, features.length]),
    first: new Tensor("int32", first, [first.length]),
    last: new Tensor("int32", last, [last.length]),
    sentences: new Tensor("int32", sentences, [sentences.length]),
    anchor: new Tensor("float32", [anchor], [1]),
    ...(claims && {
      hints: new Tensor("float32", claims.hints, [first.length, claims.least.length]),
      least: new Tensor("float32", claims.least, [claims.least.length]),
    }),
  };
}

function scoresFrom(outputs: InferenceSession.OnnxValueMapType, words: number): Scores {
  const numbers = (name: string) => outputs[name]!.data as Int32Array;
  const floats = (name: string) => outputs[name]!.data as Float32Array;
  return {
    words,
    pos: numbers("pos"),
    deprels: numbers("deprels"),
    names: numbers("names"),
    namesP: floats("namesP"),
    arcs: floats("arcs"),
    mentions: floats("mentions"),
    anchors: floats("anchors"),
    said: numbers("said"),
    pairs: floats("pairs"),
    ...("relations" in outputs && {
      relations: floats("relations"),
      modalities: floats("modalities"),
      negated: floats("negated"),
      cues: numbers("cues"),
      parties: floats("parties"),
    }),
  };
}
