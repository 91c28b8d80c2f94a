import { expect, test } from "vitest";
import { sentencesOf } from "../../src/extract/report-sentences.ts";
import { findTimes } from "../../src/extract/times.ts";
import type { Part, Report } from "../../src/terms/index.ts";

test("the yesterday of a live blog's entry counts from the entry's own day, else from the report's", () => {
  const entry = "Norvane shelled Ostel yesterday.";
  const text = `${entry}\n${entry}`;
  const parts: Part[] = [
    { kind: "body", start: 0, end: entry.length, published: "2016-02-03" },
    { kind: "body", start: entry.length + 1, end: text.length },
  ];
  const report = { text, parts, published: "2016-02-05" } as Report;
  const { sentences, publishedOf } = sentencesOf(report);
  const days = sentences.map(
    ({ start, end }, at) => findTimes(text, start, end, { published: publishedOf[at]! })[0]?.time.start,
  );
  expect(days).toEqual(["2016-02-02", "2016-02-04"]);
});

test.each(["MARROW BAY, May 3 (Tern Wire) - ", "MARROW BAY, 3 May. /TW/ "])(
  "a dateline belongs to no sentence: %s",
  (head) => {
    const text = `${head}Norvane broke with Ostel.`;
    const parts: Part[] = [{ kind: "lead", start: 0, end: text.length }];
    const dateline = { span: [0, head.length], place: "MARROW BAY", date: null };
    const { sentences } = sentencesOf({ text, parts, published: null, dateline } as unknown as Report);
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(["Norvane broke with Ostel."]);
  },
);
