import { describe, expect, test } from "vitest";
import { findTimes } from "../../src/extract/times.ts";
import { ClaimTime, type RelativeTime } from "../../src/terms/dates.ts";

function readOne(text: string, published: string | null) {
  const times = findTimes(text, 0, text.length, { published });
  expect(times).toHaveLength(1);
  return times[0]!;
}

function relative(
  direction: RelativeTime["direction"],
  amount: number | null,
  unit: RelativeTime["unit"],
  rest: string,
): RelativeTime {
  return {
    direction,
    amount,
    unit,
    approximate: rest.includes("about"),
    from: rest.includes("event") ? "event" : "report",
  };
}

const fromReport: [string, RelativeTime][] = [
  ["They gathered some ten days ago.", relative("before", 10, "day", "about")],
  ["They gathered ten days ago.", relative("before", 10, "day", "")],
  ["They gathered a few weeks ago.", relative("before", null, "week", "about")],
  ["They gathered yesterday.", relative("before", 1, "day", "")],
  ["They gathered today.", relative("at", 0, "day", "")],
  ["They meet tomorrow.", relative("after", 1, "day", "")],
  ["They gathered last week.", relative("before", 1, "week", "")],
  ["They gathered this month.", relative("at", 0, "month", "")],
  ["They gathered earlier this year.", relative("before", null, "year", "about")],
  ["They gathered on Tuesday.", relative("before", null, "day", "")],
  ["They meet next Monday.", relative("after", null, "day", "")],
  ["They gathered two decades ago.", relative("before", 20, "year", "")],
  ["They gathered more than two years ago.", relative("before", 2, "year", "about")],
  ["They gathered in the past 24 hours.", relative("before", 24, "hour", "about")],
  ["They gathered recently.", relative("before", null, null, "about")],
  ["They gathered overnight.", relative("at", 0, "day", "about")],
];

describe("without a publication date, what counts from the report stays relative", () => {
  test.each(fromReport)("%s", (text, expected) => {
    const { time } = readOne(text, null);
    expect(time).toMatchObject({ edtf: null, start: null, end: null, relative: expected });
    expect(ClaimTime.parse(time)).toEqual(time);
  });
});

const fromEvent: [string, RelativeTime][] = [
  ["They clashed few days later.", relative("after", null, "day", "about event")],
  ["They clashed a few days later.", relative("after", null, "day", "about event")],
  ["They clashed three weeks later.", relative("after", 3, "week", "event")],
  ["They clashed hours later.", relative("after", null, "hour", "about event")],
  ["They clashed the following day.", relative("after", 1, "day", "event")],
  ["They clashed the next morning.", relative("after", 1, "day", "event")],
  ["They clashed the day before.", relative("before", 1, "day", "event")],
  ["They had clashed a year earlier.", relative("before", 1, "year", "event")],
  ["They clashed two days after the pact.", relative("after", 2, "day", "event")],
  ["They clashed the same day.", relative("at", 0, "day", "event")],
  ["They clashed that night.", relative("at", 0, "day", "event")],
  ["They clashed shortly afterwards.", relative("after", null, null, "about event")],
  ["They clashed at dawn.", relative("at", null, "hour", "about event")],
];

describe("what counts from another event stays relative, with or without a publication date", () => {
  test.each(fromEvent)("%s", (text, expected) => {
    for (const published of [null, "2016-02-05"]) {
      expect(readOne(text, published).time).toMatchObject({ edtf: null, start: null, end: null, relative: expected });
    }
  });
});

const unspecified: [string, string][] = [
  ["They clashed on Feb. 3.", "XXXX-02-03"],
  ["They clashed on Wednesday, 3 February.", "XXXX-02-03"],
  ["They clashed in November.", "XXXX-11"],
  ["They clashed from May to July.", "XXXX-05/XXXX-07"],
];

describe("without a publication date, a date keeps what it says and no year is made up", () => {
  test.each(unspecified)("%s is %s", (text, edtf) => {
    expect(readOne(text, null).time).toMatchObject({ edtf, start: null, end: null });
  });

  test("a full date needs no publication date", () => {
    expect(readOne("They clashed on 3 May 2014.", null).time).toMatchObject({ start: "2014-05-03", end: "2014-05-03" });
  });

  test("a date in figures that could be either way round is both", () => {
    expect(readOne("Dated 5/2/2016.", null).time).toMatchObject({ start: "2016-02-05", end: "2016-05-02" });
  });
});

test("a count that is no number is vague, and so is no count at all", () => {
  const vague = ["a few days later", "recently", "in recent weeks", "weeks ago"];
  for (const text of vague) expect(readOne(text, null).vague).toBe(true);
  const counted = ["two weeks ago", "some ten days ago", "on Tuesday", "last week"];
  for (const text of counted) expect(readOne(text, null).vague).toBe(false);
});
