import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { extractReading } from "../../src/extract/extract-reading.ts";
import { openLinearTagger } from "../../src/extract/linear/linear-tagger.ts";
import { type ExtractTools, openExtractTools } from "../../src/extract/tools.ts";
import { plainReport } from "../plain-report.ts";
import { type Case, type CaseScore, scoreCase } from "./case-score.ts";

const cases: Case[] = readFileSync(new URL("./cases/kinds.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line));

describe.each(["trained", "linear"] as const)("sentences of every kind, with the %s tagger", (kind) => {
  let tools: ExtractTools;
  const scores: CaseScore[] = [];

  beforeAll(async () => {
    tools = await openExtractTools(kind === "linear" ? { tagger: await openLinearTagger() } : {});
    for (const one of cases)
      scores.push(
        scoreCase(
          one,
          (await extractReading(plainReport(one.id, one.text, { published: one.published ?? null }), tools)).value,
          one.text,
        ),
      );
  });
  afterAll(() => tools.close());

  const sum = (field: "found" | "right" | "expected"): number =>
    scores.reduce((total, score) => total + score[field], 0);

  test("nothing that was refused, denied or only proposed is read as having happened", () => {
    expect(scores.flatMap((score) => score.forbidden)).toEqual([]);
  });

  test("of the claims a careful reader makes, at least nine in ten are found", () => {
    expect(sum("found") / sum("expected"), scores.flatMap((score) => score.missed).join("\n")).toBeGreaterThanOrEqual(
      0.9,
    );
  });

  test("at least seventeen in twenty are right in manner, voices and dates too", () => {
    expect(sum("right") / sum("expected"), scores.flatMap((score) => score.wrong).join("\n")).toBeGreaterThanOrEqual(
      0.85,
    );
  });
});
