/** Tells on standard error how far a long run is, and lets notes through without breaking the line. */
export interface Progress {
  step(name?: string): void;
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
  const clear = () => {
    if (shown) stream.write("\r\u001b[2K");
    shown = false;
  };
  return {
    step(name) {
      done += 1;
      if (!stream.isTTY || Date.now() - begun < quietMs) return;
      clear();
      stream.write(`${deed} ${done} reports${name === undefined ? "" : `, now ${name}`}`.slice(0, stream.columns - 1));
      shown = true;
    },
    say(text) {
      clear();
      stream.write(`${text}\n`);
    },
    end: clear,
  };
}
