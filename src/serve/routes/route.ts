import { createRoute, type RouteConfig, type z } from "@hono/zod-openapi";
import { Problem } from "../answers.ts";

/** A GET that answers with JSON of one schema, and with problems where it cannot. */
export function get<Path extends string, Request extends RouteConfig["request"], Answer extends z.ZodType>(
  path: Path,
  summary: string,
  request: Request,
  answer: Answer,
) {
  return createRoute({
    method: "get",
    path,
    summary,
    request: request as NonNullable<Request>,
    responses: {
      200: { description: summary, content: { "application/json": { schema: answer } } },
      400: problem("The parameters are wrong."),
      404: problem("There is no such thing."),
    },
  });
}

export function post<Path extends string, Body extends z.ZodType, Answer extends z.ZodType>(
  path: Path,
  summary: string,
  body: Body,
  answer: Answer,
) {
  return createRoute({
    method: "post",
    path,
    summary,
    request: { body: { content: { "application/json": { schema: body } }, required: true } },
    responses: {
      200: { description: summary, content: { "application/json": { schema: answer } } },
      400: problem("The body is wrong."),
      403: problem("This server takes no texts."),
    },
  });
}

function problem(description: string) {
  return { description, content: { "application/problem+json": { schema: Problem } } };
}
