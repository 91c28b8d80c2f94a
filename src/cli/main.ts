import { CommanderError } from "commander";
import { exitCodes } from "./exit-codes.ts";
import { createProgram } from "./program.ts";

// A reader that closes early (`entente picture | head`) has what it wants: no error, no stack trace.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exitCodes.fine);
    throw error;
  });
}

try {
  await createProgram().parseAsync();
} catch (error) {
  // Commander has printed its own message: help and version end well, wrong usage does not.
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? exitCodes.fine : exitCodes.fatal);
  process.stderr.write(`entente: ${explain(error)}\n`);
  // Not left to end by itself: a failed command may leave a worker behind that keeps the process alive.
  process.exit(exitCodes.fatal);
}

/** The message and the chain of its causes; with ENTENTE_TRACE=1 the stack as well. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (process.env.ENTENTE_TRACE === "1") return error.stack ?? error.message;
  const causes = error.cause === undefined ? "" : `\n  because: ${explain(error.cause)}`;
  return `${error.message}${causes}`;
}
