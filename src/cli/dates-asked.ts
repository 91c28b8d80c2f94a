import { InvalidArgumentError, Option } from "commander";
import type { PictureQuery } from "../terms/index.ts";

/** The three dates a picture may be held to, as every command that asks takes them. */
export interface DatesAsked {
  asOf?: string;
  publishedBy?: string;
  knownAt?: string;
}

export function dateOptions(): Option[] {
  return [
    new Option("--as-of <day>", "who sides with whom on this day (default: today)").argParser(day),
    new Option("--published-by <day>", "counting only what had been published by then (default: all)").argParser(day),
    new Option("--known-at <time>", "counting only what the ledger had recorded by then (default: now)").argParser(
      instant,
    ),
  ];
}

export function queryOf({ asOf, publishedBy, knownAt }: DatesAsked, now = new Date()): PictureQuery {
  return {
    asOf: asOf ?? now.toISOString().slice(0, 10),
    publishedBy: publishedBy ?? null,
    knownAt: knownAt ?? now.toISOString(),
  };
}

export function day(text: string): string {
  const time = Date.parse(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError("A day is written as 2031-02-20.");
  return text;
}

/** A day stands for its last moment. */
function instant(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `${day(text)}T23:59:59.999Z`;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new InvalidArgumentError("A time is written as 2031-02-20T09:00Z, or as a day.");
  return new Date(time).toISOString();
}
