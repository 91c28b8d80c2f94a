import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Problem } from "./answers.ts";

/** An error that the caller can act on: an RFC 9457 problem. */
export class ProblemError extends Error {
  readonly status: ContentfulStatusCode;
  readonly title: string;

  constructor(status: ContentfulStatusCode, title: string, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.status = status;
    this.title = title;
  }
}

export function notFound(what: string): ProblemError {
  return new ProblemError(404, "Not found", what);
}

export function problemResponse(context: Context, status: ContentfulStatusCode, title: string, detail: string) {
  const problem: Problem = { type: "about:blank", title, status, detail };
  return context.json(problem, status, { "content-type": "application/problem+json" });
}

/** What an error looks like to the caller. Only errors meant for them say what happened. */
export function answerError(error: Error, context: Context, log: (error: Error) => void) {
  if (error instanceof ProblemError) return problemResponse(context, error.status, error.title, error.message);
  if (error instanceof HTTPException) {
    return problemResponse(context, error.status as ContentfulStatusCode, "Refused", error.message || "Refused.");
  }
  log(error);
  return problemResponse(context, 500, "Internal error", "The server failed; its log says how.");
}

/** How wrong parameters are answered: each with its place and what is wrong with it. */
export function validationProblem(
  result: { success: boolean; error?: { issues: readonly { path: PropertyKey[]; message: string }[] } },
  context: Context,
) {
  if (result.success) return undefined;
  const errors = (result.error?.issues ?? []).map(({ path, message }) => ({ path: path.join("."), message }));
  const detail = errors.map(({ path, message }) => `${path}: ${message}`).join("; ");
  const problem: Problem = { type: "about:blank", title: "Wrong parameters", status: 400, detail, errors };
  return context.json(problem, 400, { "content-type": "application/problem+json" });
}
