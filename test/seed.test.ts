import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openReadTools, readInputs } from "../src/pipeline.ts";
import type { Reading } from "../src/terms/index.ts";
import { type Case, type CaseScore, scoreCase } from "./extract/case-score.ts";

const folder = join(process.env.ENTENTE_DATA ?? join(import.meta.dirname, "..", "..", "shared", "data"), "seed");
const there = existsSync(join(folder, "seed.txt"));
if (!there) console.warn(`The founding page is not at ${folder}: its test is skipped (set ENTENTE_DATA).`);

describe.skipIf(!there)("the founding page, a scraped article with its clock, buttons and related headlines", () => {
  let reading: Reading;
  let score: CaseScore;
  beforeAll(async () => {
    const tools = await openReadTools();
    for await (const { value } of readInputs([join(folder, "seed.txt")], tools)) reading = value!;
    await tools.close();
    const gold: Case = JSON.parse(readFileSync(join(folder, "claims.jsonl"), "utf8").split("\n")[0]!);
    score = scoreCase(gold, reading, reading.report.text);
  });

  const textsOf = (...kinds: string[]): string[] =>
    reading.report.parts
      .filter((part) => kinds.includes(part.kind))
      .map((part) => reading.report.text.slice(part.start, part.end).replace(/\s+/g, " "));

  test("every field of the page is read", () => {
    const page = JSON.parse(readFileSync(join(folder, "page.json"), "utf8"));
    const { report } = reading;
    expect({
      headline: report.title,
      section: report.section,
      captured: report.captured,
      published: report.published,
      publisher: report.publisher,
    }).toEqual({
      headline: page.headline,
      section: page.section,
      captured: page.captured,
      published: page.published,
      publisher: page.publisher,
    });
    expect(report.related.map((related) => related.title)).toEqual(page.related);
    expect(report.tags).toEqual(page.tags);
    expect(report.images[0]?.credit).toBe(page.credit);
    expect(textsOf("caption")[0]?.startsWith(page.caption_begins)).toBe(true);
    expect(textsOf("lead")[0]?.startsWith(page.lead_begins)).toBe(true);
    expect(textsOf("lead", "body").length).toBe(page.body_paragraphs);
    expect(textsOf("lead", "body").at(-1)?.endsWith(page.body_ends)).toBe(true);
  });

  test("the clock is when the page was saved, and a note says that it is no publication date", () => {
    expect(reading.report.notes.map((note) => note.code)).toContain("date.clock-only");
  });

  test("no claim rests on a related headline, a tag or a button", () => {
    const furniture = reading.report.parts.filter((part) =>
      ["related", "tags", "navigation", "sharing", "comments", "clock"].includes(part.kind),
    );
    const inFurniture = reading.claims.filter((claim) =>
      furniture.some((part) => claim.cue[0] < part.end && part.start < claim.cue[1]),
    );
    expect(inFurniture).toEqual([]);
  });

  test("at least twelve of its sixteen claims are found, ten of them right, and none that it denies", () => {
    expect(score.found, score.missed.join("\n")).toBeGreaterThanOrEqual(12);
    expect(score.right, score.wrong.join("\n")).toBeGreaterThanOrEqual(10);
    expect(score.forbidden).toEqual([]);
  });
});
