import { createRoute, type RouteConfig, type z } from "@hono/zod-openapi";
import { Problem } from "../answers.ts";
import { needs, type Role } from "../person.ts";

/** A GET that answers with JSON of one schema, and with problems where it cannot. `x-role` says who may. */
export function get<Path extends string, Request extends RouteConfig["request"], Answer extends z.ZodType>(
  path: Path,
  summary: string,
  request: Request,
  answer: Answer,
  role: Role = "reader",
) {
  return createRoute({
    method: "get",
    path,
    summary,
    request: request as NonNullable<Request>,
    middleware: needs(role),
    "x-role": role,
    responses: {
      200: { description: summary, content: { "application/json": { schema: answer } } },
      404: problem("There is no such thing."),
      ...refusals,
    },
  });
}

export function post<Path extends string, Body extends z.ZodType, Answer extends z.ZodType>(
  path: Path,
  summary: string,
  body: Body,
  answer: Answer,
  role: Role = "analyst",
) {
  return createRoute({
    method: "post",
    path,
    summary,
    request: { body: { content: { "application/json": { schema: body } }, required: true } },
    middleware: needs(role),
    "x-role": role,
    responses: {
      200: { description: summary, content: { "application/json": { schema: answer } } },
      404: problem("It speaks of something that is not kept."),
      ...refusals,
    },
  });
}

export const refusals = {
  400: problem("The parameters or the body are wrong."),
  401: problem("Nobody that the server knows."),
  403: problem("The role does not allow it."),
  429: problem("Too many requests."),
};

function problem(description: string) {
  return { description, content: { "application/problem+json": { schema: Problem } } };
}
