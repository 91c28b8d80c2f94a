import { describe, expect, test } from "vitest";
import { dateInLine } from "../../src/read/dates/date-in-line.ts";
import { readReport } from "../../src/read/read-report.ts";
import { captureId } from "../../src/terms/index.ts";

const lines: readonly (readonly [line: string, edtf: string | null])[] = [
  ["09:05 GMT +308 December 2019", "2019-12-08T09:05+03:00"],
  ["11:47 GMT -514 May 2033", "2033-05-14T11:47-05:00"],
  ["Published 5 February 2016", "2016-02-05"],
  ["February 5, 2016", "2016-02-05"],
  ["Feb. 5, 2016 | 3:07 pm", "2016-02-05T15:07"],
  ["Friday, 5th of February 2016", "2016-02-05"],
  ["2016-02-05", "2016-02-05"],
  ["2016/02/05 18:20", "2016-02-05T18:20"],
  ["2016.02.05", "2016-02-05"],
  ["05.02.2016, 14:30 Uhr", "2016-02-05T14:30"],
  ["5.2.16", "2016-02-05"],
  ["5. Februar 2016", "2016-02-05"],
  ["12. März 2015", "2015-03-12"],
  ["8 décembre 2019 à 14h30", "2019-12-08T14:30"],
  ["1er août 2019", "2019-08-01"],
  ["5 de enero de 2017", "2017-01-05"],
  ["5 gennaio 2017", "2017-01-05"],
  ["5 de março de 2018", "2018-03-05"],
  ["5 februari 2018", "2018-02-05"],
  ["5 lutego 2018", "2018-02-05"],
  ["2 февраля 2018 г.", "2018-02-02"],
  ["3 грудня 2019", "2019-12-03"],
  ["4 Ocak 2020", "2020-01-04"],
  ["2019年12月8日", "2019-12-08"],
  ["2019년 12월 8일", "2019-12-08"],
  ["30-Jan-2015", "2015-01-30"],
  ["25/12/2019", "2019-12-25"],
  ["12/25/2019", "2019-12-25"],
  ["03/04/2019", null],
  ["04/04/2019", "2019-04-04"],
  ["31 February 2019", null],
  ["Room 101, floor 12", null],
  ["Tue, 8 May 2029 09:00:12 +0100", "2029-05-08T09:00:12+01:00"],
];

describe("dates in lines", () => {
  test.each(lines)("%s is %s", (line, edtf) => {
    expect(dateInLine(line)?.edtf ?? null).toBe(edtf);
  });

  test("two numbers that may both be months are read by the order of the country", () => {
    expect([dateInLine("03/04/2019", "day-first")?.edtf, dateInLine("03/04/2019", "month-first")?.edtf]).toEqual([
      "2019-04-03",
      "2019-03-04",
    ]);
  });
});

const story = `<h1>Two sides sign</h1>DATE<p>${"The two sides signed the paper on a barge, and then they argued about the pen. ".repeat(3)}</p>`;
const dated = (head: string, date = "", url?: string) => {
  const bytes = new TextEncoder().encode(
    `<html lang="en-GB"><head><title>Two sides sign</title>${head}</head><body>${story.replace("DATE", date)}</body></html>`,
  );
  const { published, publishedFrom } = readReport({
    id: captureId(bytes),
    name: "page",
    source: url ? { url } : {},
    bytes,
    captured: null,
    mediaType: "text/html",
  }).value;
  return [published, publishedFrom];
};

describe("when a page says it was published", () => {
  test("JSON-LD says so to the second", () => {
    expect(
      dated(
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-12-08T10:00:00+03:00"}</script>',
      ),
    ).toEqual(["2019-12-08T10:00:00+03:00", "json-ld"]);
  });
  test("metadata say so", () => {
    expect(dated('<meta property="article:published_time" content="2019-12-08">')).toEqual(["2019-12-08", "meta"]);
  });
  test("the line under the headline says so, in the order of the country", () => {
    expect(dated("", "<p>03/04/2019</p>")).toEqual(["2019-04-03", "dateline"]);
  });
  test("the address says so when the page does not", () => {
    expect(dated("", "", "https://paper.example/2019/12/08/two-sides")).toEqual(["2019-12-08", "url"]);
  });
  test("a time in UTC gives way to the day that readers saw", () => {
    expect(
      dated('<meta property="article:published_time" content="2019-12-08T23:30:00Z">', "<p>9 December 2019</p>"),
    ).toEqual(["2019-12-09", "meta"]);
  });
  test("a page without a date has none", () => {
    expect(dated("")).toEqual([null, null]);
  });
  test("a copyright year is no date", () => {
    expect(dated("", "<footer>© 12 March 2018 The Paper</footer>")).toEqual([null, null]);
  });
});
