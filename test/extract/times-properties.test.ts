import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findTimes } from "../../src/extract/times.ts";
import { ClaimTime } from "../../src/terms/dates.ts";

const words = [
  ...[
    "the",
    "a",
    "few",
    "some",
    "ten",
    "two",
    "last",
    "next",
    "this",
    "earlier",
    "later",
    "early",
    "late",
    "mid",
    "-",
    ",",
  ],
  ...[
    "week",
    "weeks",
    "day",
    "days",
    "month",
    "year",
    "years",
    "decade",
    "ago",
    "before",
    "after",
    "of",
    "in",
    "on",
    "since",
  ],
  ...[
    "May",
    "March",
    "Feb.",
    "December",
    "Tuesday",
    "Friday",
    "3",
    "31",
    "5th",
    "2016",
    "1990s",
    "'80s",
    "20th",
    "century",
  ],
  ...[
    "yesterday",
    "recently",
    "spring",
    "winter",
    "end",
    "first",
    "half",
    "quarter",
    "to",
    "and",
    "between",
    "until",
    "by",
  ],
  ...[
    "will",
    "said",
    "has",
    "for",
    "every",
    "Christmas",
    "Ramadan",
    "2016-02-05",
    "5/2/2016",
    "night",
    "weekend",
    "past",
  ],
];
const sentence = fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((parts) => parts.join(" "));
const anyText = fc.oneof(sentence, fc.string({ unit: "binary", maxLength: 200 }));
const day = fc
  .date({ min: new Date("1950-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anchor = fc.oneof(
  fc.constant(null),
  day,
  day.map((written) => written.slice(0, 7)),
  fc.string(),
);

describe("whatever the text and the report's date", () => {
  test("times stand within bounds, in order, and never overlap", () => {
    fc.assert(
      fc.property(anyText, anchor, fc.nat(220), fc.nat(220), (text, published, start, end) => {
        let last = Math.min(start, text.length);
        for (const time of findTimes(text, start, end, { published })) {
          expect(time.start).toBeGreaterThanOrEqual(last);
          expect(time.end).toBeGreaterThan(time.start);
          last = time.end;
        }
        expect(last).toBeLessThanOrEqual(Math.max(Math.min(end, text.length), Math.min(start, text.length)));
      }),
      { numRuns: 2000 },
    );
  });

  test("a time's first day is never after its last, and the record is whole", () => {
    fc.assert(
      fc.property(anyText, anchor, (text, published) => {
        for (const { time, start, end } of findTimes(text, 0, text.length, { published })) {
          expect(ClaimTime.parse(time)).toEqual(time);
          expect(time.text).toEqual([start, end]);
          if (time.start !== null && time.end !== null) expect(time.start <= time.end).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

const relativeToDay = [
  ...[
    "yesterday",
    "today",
    "tomorrow",
    "last night",
    "overnight",
    "two days ago",
    "some ten days ago",
    "two weeks ago",
  ],
  ...["a few days ago", "in the past 24 hours", "in the past two weeks", "in recent weeks", "recently"],
];
const relativeToWeek = [
  "on Tuesday",
  "last Friday",
  "next Monday",
  "last week",
  "earlier this week",
  "over the weekend",
];

function shifted(date: string | null, days: number): string | null {
  return date && new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

describe("a report published some days earlier tells of days as much earlier", () => {
  const holds = (phrases: string[], step: number) =>
    fc.assert(
      fc.property(fc.constantFrom(...phrases), day, fc.integer({ min: 1, max: 60 }), (text, published, steps) => {
        const days = steps * step;
        const earlier = shifted(published, -days);
        const [late] = findTimes(text, 0, text.length, { published });
        const [early] = findTimes(text, 0, text.length, { published: earlier });
        expect(early!.time.start).toBe(shifted(late!.time.start, -days));
        expect(early!.time.end).toBe(shifted(late!.time.end, -days));
      }),
    );
  test("for what is counted in days", () => holds(relativeToDay, 1));
  test("for weekdays and weeks, by whole weeks", () => holds(relativeToWeek, 7));
});

describe("hostile text takes time in proportion to its length", () => {
  const pieces = [
    "the ",
    "3 ",
    "3, ",
    "May-",
    "2015-",
    "1,111",
    "the last week of ",
    "mid-",
    "'",
    "a few days ",
    "x",
    "9",
  ];
  test.each(pieces)("%j over and over", (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    // A reader quadratic in the length takes so long that the test is given up.
    expect(Array.isArray(findTimes(text, 0, text.length, { published: "2016-02-05" }))).toBe(true);
  });
});
