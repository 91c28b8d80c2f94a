import { SingleBar } from "cli-progress";
import type { Place } from "../collect/collect-captures.ts";

/** Tells on standard error how far a long run is, and lets notes through without breaking the line. */
export interface Progress {
  /** `place` is where in an archive the work stands; it makes the line a bar. */
  step(name?: string, place?: Place): void;
  say(text: string): void;
  end(): void;
}

/** Silent for the first second, and wherever standard error is no terminal: a log wants the notes only. */
const quietMs = 1000;

/** `deed` is what is being done, as the line says it: "read 120 reports, now 05-concord-formed". */
export function createProgress(deed: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  const begun = Date.now();
  let done = 0;
  let shown = false;
  let bar: { archive: string; line: SingleBar } | null = null;
  const clear = () => {
    bar?.line.stop();
    bar = null;
    if (shown) stream.write("\r\u001b[2K");
    shown = false;
  };
  return {
    step(name, place) {
      done += 1;
      if (!stream.isTTY || Date.now() - begun < quietMs) return;
      const counted = `${deed} ${done} reports${name === undefined ? "" : `, now ${name}`}`;
      if (place === undefined || place.bytes === null) {
        clear();
        stream.write(counted.slice(0, stream.columns - 1));
        shown = true;
        return;
      }
      if (bar?.archive !== place.archive) {
        clear();
        bar = { archive: place.archive, line: barOn(stream) };
        bar.line.start(place.bytes, place.done, { counted: "" });
      }
      bar.line.update(place.done, { counted: counted.slice(0, Math.max(10, stream.columns - 60)) });
    },
    say(text) {
      clear();
      stream.write(`${text}\n`);
    },
    end: clear,
  };
}

const barOn = (stream: NodeJS.WriteStream): SingleBar =>
  new SingleBar({
    stream,
    format: "[{bar}] {percentage}%, {eta_formatted} left, {counted}",
    barCompleteChar: "=",
    barIncompleteChar: " ",
    barsize: 24,
    etaBuffer: 50,
    clearOnComplete: true,
    stopOnComplete: false,
  });
