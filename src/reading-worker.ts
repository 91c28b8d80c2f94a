import { openReadTools, type ReadTools, readCapture } from "./pipeline.ts";
import type { CaptureToRead } from "./reading-pool.ts";
import type { Noted, Reading } from "./terms/index.ts";

let tools: Promise<ReadTools> | null = null;

/** One capture, read on this thread with tools of its own, which the first capture opens. */
export default async function read({ capture, options, predicates }: CaptureToRead): Promise<Noted<Reading>> {
  tools ??= openReadTools({ predicates });
  return readCapture(capture, await tools, options);
}
