import { describe, expect, test } from "vitest";
import { datelineOf } from "../../src/read/dateline.ts";
import { dateInLine, monthInLine } from "../../src/read/dates/date-in-line.ts";
import { dateBefore, relativeInLine } from "../../src/read/dates/relative-date.ts";
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
  // Other digits and other calendars; a Muslim month begins with the moon as it is seen, so its days are approximate.
  ["٥ فبراير ٢٠١٦", "2016-02-05"],
  ["5 شباط/فبراير 2016", "2016-02-05"],
  ["26 ربيع الآخر 1437", "2016-02-05~"],
  ["26 Rabi al-Thani 1437", "2016-02-05~"],
  ["Rabi' al-Awwal 12, 1437", "2015-12-23~"],
  ["1437/4/26", "2016-02-05~"],
  ["۱۶ بهمن ۱۳۹۴", "2016-02-05"],
  ["16 Bahman 1394", "2016-02-05"],
  ["1394/11/16", "2016-02-05"],
  ["31 Mehr 1394", null],
  ["26 Shevat 5776", "2016-02-05"],
  ["26 שבט 5776", "2016-02-05"],
  ["5 Adar 5777", "2017-03-03"],
  ["30 Adar I 5776", "2016-03-10"],
  ["5 בפברואר 2016", "2016-02-05"],
  ["5 กุมภาพันธ์ 2559", "2016-02-05"],
  ["平成28年2月5日", "2016-02-05"],
  ["令和元年5月1日", "2019-05-01"],
  ["民國105年2月5日", "2016-02-05"],
  ["5 tháng 2, 2016", "2016-02-05"],
  ["5 d'octubre de 2017", "2017-10-05"],
  ["5 Nisan 2018", "2018-04-05"],
  ["5 Nisan 5778", "2018-03-21"],
  // Zones; what means several offsets is left out.
  ["Feb. 5, 2016 4:05 p.m. ET", "2016-02-05T16:05-05:00"],
  ["July 5, 2016 4:05 p.m. ET", "2016-07-05T16:05-04:00"],
  ["5 February 2016, 14:30 MSK", "2016-02-05T14:30+03:00"],
  ["5 February 2016, 14:30 IST", "2016-02-05T14:30"],
  ["Published 4:05 PM EST, Fri February 5, 2016", "2016-02-05T16:05-05:00"],
  ["5 February 2016 at 3 p.m.", "2016-02-05"],
  ["February 2016", null],
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

describe("a month without a day", () => {
  test.each([
    ["February 2016", "2016-02"],
    ["Issue of February, 2016", "2016-02"],
    ["Février 2016", "2016-02"],
    ["5 February 2016", null],
    ["The treaty of February 1961 was signed by nine ports and one island", null],
    ["Winter 2016", null],
  ])("%s is %s", (line, month) => {
    expect(monthInLine(line)).toBe(month);
  });
});

const saved = "2016-02-05T09:05+03:00";
describe("how long ago a page says it was published", () => {
  test.each([
    ["3 hours ago", "2016-02-05"],
    ["Posted 3h ago", "2016-02-05"],
    ["an hour ago", "2016-02-05"],
    ["11 hours ago", "2016-02-04"],
    ["9 hours ago", "2016-02-05~"],
    ["Yesterday", "2016-02-04"],
    ["hier à 14h05", "2016-02-04"],
    ["2 days ago", "2016-02-03~"],
    ["vor 3 Stunden", "2016-02-05"],
    ["hace 5 minutos", "2016-02-05"],
    ["3 часа назад", "2016-02-05"],
    ["منذ ٣ ساعات", "2016-02-05"],
    ["3 saat önce", "2016-02-05"],
    ["2 weeks ago", "2016-01"],
    ["1 month ago", null],
    ["3 goals to go", undefined],
  ])("%s is %s when it was saved on 5 February 2016", (line, edtf) => {
    const ago = relativeInLine(line);
    expect(ago ? dateBefore(saved, ago) : undefined).toBe(edtf);
  });
  test("hours before a day of which no hour is known are not told", () => {
    expect(dateBefore("2016-02-05", { unit: "hour", amount: 3 })).toBeNull();
  });
});

describe("datelines at the head of a lead", () => {
  test.each([
    ["ALEPPO, Feb 3 (Reuters) - Rebels said", "ALEPPO", 3, "Reuters"],
    ["ALEPPO, Syria (AP) — Rebels said", "ALEPPO, Syria", null, "AP"],
    ["MOSCOW, February 3. /TASS/. The ministry", "MOSCOW", 3, "TASS"],
    ["LOZNA, 19 February. /LTA/ Drenovia denied", "LOZNA", 19, "LTA"],
    ["ANKARA, 3 February (Anadolu) - The court", "ANKARA", 3, "Anadolu"],
    ["Paris (AFP) - The court", "Paris", null, "AFP"],
    ["STARA LUKA, 14 March: The mayor", "STARA LUKA", 14, null],
    ["(Reuters) - The court", null, null, "Reuters"],
  ])("%s", (line, place, day, agency) => {
    const found = datelineOf(line)!;
    expect([found.place, found.date?.day ?? null, found.agency]).toEqual([place, day, agency]);
  });
  test.each(["UPDATE — The group", "The group (AP) said it would", "The Army (XYZ) - was formed", "Nothing here"])(
    "%s is none",
    (line) => {
      expect(datelineOf(line)).toBeNull();
    },
  );
});

const story = `<h1>Two sides sign</h1>DATE<p>${"The two sides signed the paper on a barge, and then they argued about the pen. ".repeat(3)}</p>`;
const readPage = (head: string, date = "", url?: string, captured: string | null = null) => {
  const bytes = new TextEncoder().encode(
    `<html lang="en-GB"><head><title>Two sides sign</title>${head}</head><body>${story.replace("DATE", date)}</body></html>`,
  );
  return readReport({
    id: captureId(bytes),
    name: "page",
    source: url ? { url } : {},
    bytes,
    captured,
    mediaType: "text/html",
  }).value;
};
const dated = (...page: Parameters<typeof readPage>) => {
  const { published, publishedFrom } = readPage(...page);
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
  test("a month alone is a month, by the headline, in metadata and in the address", () => {
    expect(dated("", "<p>February 2016</p>")).toEqual(["2016-02", "dateline"]);
    expect(dated('<meta name="citation_date" content="2016-02">')).toEqual(["2016-02", "meta"]);
    expect(dated("", "", "https://paper.example/2016/02/two-sides")).toEqual(["2016-02", "url"]);
  });
  test("hours ago are counted from when the page was saved, and untold without that", () => {
    expect(dated("", "<div>3 hours ago</div>", undefined, saved)).toEqual(["2016-02-05", "dateline"]);
    expect(readPage("", "<div>3 hours ago</div>").notes.map(({ code }) => code)).toContain("date.relative-only");
  });
  test("a page that was updated hours ago was not published then", () => {
    const { published, modified } = readPage("", "<div>Updated 3 hours ago</div>", undefined, saved);
    expect([published, modified]).toEqual([null, "2016-02-05"]);
  });
  test("the day of a dateline is of the year in which the page was saved soon after", () => {
    const wire = "<p>ALEPPO, Dec 28 (Meridian) - The two sides signed the paper on a barge, and argued.</p>";
    expect(dated("", wire, undefined, saved)).toEqual(["2015-12-28", "dateline"]);
    expect(dated("", wire)).toEqual([null, null]);
    expect(readPage("", wire, undefined, saved).dateline).toMatchObject({ place: "ALEPPO", date: "2015-12-28" });
  });
});
