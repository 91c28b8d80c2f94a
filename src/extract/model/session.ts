import { InferenceSession, Tensor } from "onnxruntime-node";
import type { Scores } from "./scores.ts";
import type { Window } from "./windows.ts";

/** A loaded model. One window at a time: no padding, and no window's scores depend on its neighbours. */
export interface TaggerSession {
  /** `asked` is for models that read claims, and only for them. */
  score(window: Window, asked?: Asked): Promise<Scores>;
  close(): Promise<void>;
}

/** What a reader of claims is told beside the words: [W, relations] what the lexicon adds, and [relations] the scores from which a word is a cue. */
export interface Asked {
  hints: Float32Array;
  least: Float32Array;
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

function inputsOf({ pieces, features, first, last, sentences }: Window, asked?: Asked): Record<string, Tensor> {
  return {
    pieces: new Tensor("int32", pieces, [1, pieces.length]),
    features: new Tensor("int32", features, [1, features.length]),
    first: new Tensor("int32", first, [first.length]),
    last: new Tensor("int32", last, [last.length]),
    sentences: new Tensor("int32", sentences, [sentences.length]),
    ...(asked && {
      hints: new Tensor("float32", asked.hints, [first.length, asked.least.length]),
      least: new Tensor("float32", asked.least, [asked.least.length]),
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
