import { describe, expect, test } from "vitest";
import { findTimes, type TimeExpression } from "../../src/extract/times.ts";
import { ClaimTime } from "../../src/terms/dates.ts";

// The package brings no types.
const { default: parseEdtf }: { default: (text: string) => unknown } = await import("edtf" as string);

/** A Friday. Every fact below is told from here unless it says otherwise. */
const published = "2016-02-05";

function read(text: string, day: string | null = published): TimeExpression[] {
  return findTimes(text, 0, text.length, { published: day });
}

/**
 * Facts about dates: a sentence with its time in brackets, then EDTF, first day, last day ("-" is unknown), and what the
 * time dates when that is not the event itself.
 */
function facts(rows: string, day: string | null = published): void {
  for (const row of rows.trim().split("\n")) {
    const [marked, written, start, end, of] = row.split("|").map((cell) => cell.trim());
    const words = /\[(.*)\]/.exec(marked!)![1]!;
    const text = marked!.replace(/[[\]]/g, "");
    test(`${marked} ${of ?? "is"} ${written}, ${start} to ${end}`, () => {
      const times = read(text, day);
      expect(times.map((time) => text.slice(time.start, time.end))).toEqual([words]);
      const [{ time }] = times as [TimeExpression];
      const known = (value: string | undefined) => (value === "-" ? null : value);
      expect([time.edtf, time.start, time.end]).toEqual([known(written), known(start), known(end)]);
      expect(time.of).toBe(of ?? "event");
      expect(ClaimTime.parse(time)).toEqual(time);
      if (time.edtf !== null) expect(() => parseEdtf(time.edtf!)).not.toThrow();
    });
  }
}

describe("a date with its year is that date, whenever the report was published", () => {
  facts(`
    The pact of [3 February 2016] holds. | 2016-02-03 | 2016-02-03 | 2016-02-03
    They met on [February 3rd, 2016]. | 2016-02-03 | 2016-02-03 | 2016-02-03
    They met on [Feb. 3, 2016], he said. | 2016-02-03 | 2016-02-03 | 2016-02-03
    They met on [the 3rd of February 2016]. | 2016-02-03 | 2016-02-03 | 2016-02-03
    They met on [Tuesday, December 7, 2010]. | 2010-12-07 | 2010-12-07 | 2010-12-07
    Updated [2016-01-24T23:30-05:00] by staff. | 2016-01-24 | 2016-01-24 | 2016-01-24
    The note is dated [25/12/2015]. | 2015-12-25 | 2015-12-25 | 2015-12-25
    The note is dated [5.1.2016]. | 2016-01-05 | 2016-01-05 | 2016-01-05
    The front formed in [February 2012]. | 2012-02 | 2012-02-01 | 2012-02-29
    The front formed in [2012]. | 2012 | 2012-01-01 | 2012-12-31
    Syria's [2011] uprising changed that. | 2011 | 2011-01-01 | 2011-12-31
    The [2003] invasion split them. | 2003 | 2003-01-01 | 2003-12-31
    A rivalry of [the 1990s] returned. | 199X | 1990-01-01 | 1999-12-31
    A rivalry of [the '80s] returned. | 198X | 1980-01-01 | 1989-12-31
    A rivalry of [the 20th century] returned. | 19XX | 1900-01-01 | 1999-12-31
    They split in [the spring of 2014]. | 2014-21 | 2014-03-01 | 2014-06-20
    They split in [summer 2014]. | 2014-22 | 2014-06-01 | 2014-09-22
    They split in [the fall of 2014]. | 2014-23 | 2014-09-01 | 2014-12-21
    They split in [the winter of 2013-14]. | 2013-24 | 2013-12-01 | 2014-03-20
    The war of [1980-88] cost both. | 1980/1988 | 1980-01-01 | 1988-12-31
    They spoke from [May to July 2015]. | 2015-05/2015-07 | 2015-05-01 | 2015-07-31
    They spoke between [March 2012 and June 2013]. | 2012-03/2013-06 | 2012-03-01 | 2013-06-30
    The talks of [October 25-26, 2015] failed. | 2015-10-25/2015-10-26 | 2015-10-25 | 2015-10-26
    The talks of [5-6 April 2015] failed. | 2015-04-05/2015-04-06 | 2015-04-05 | 2015-04-06
    The talks of [30 May to 2 June 2015] failed. | 2015-05-30/2015-06-02 | 2015-05-30 | 2015-06-02
    It ruled from [2009 to 2012]. | 2009/2012 | 2009-01-01 | 2012-12-31
    The [Sept. 11] attacks changed that. | 2001-09-11 | 2001-09-11 | 2001-09-11
    The pact dates from [9/11]. | 2001-09-11 | 2001-09-11 | 2001-09-11
    They met on [New Year's Eve 2014]. | 2014-12-31 | 2014-12-31 | 2014-12-31
    The truce of [Ramadan 2015] held. | 2015-06-17~/2015-07-18~ | 2015-06-17 | 2015-07-18
  `);
});

describe("a piece of a month, year or decade is as wide as people mean it", () => {
  facts(`
    They split in [early June 2015]. | 2015-06-01/2015-06-10~ | 2015-06-01 | 2015-06-10
    They split in [mid-March 2015]. | 2015-03-11~/2015-03-21~ | 2015-03-11 | 2015-03-21
    They split in [late June 2015]. | 2015-06-21~/2015-06-30 | 2015-06-21 | 2015-06-30
    They split in [early 2013]. | 2013-01/2013-04~ | 2013-01-01 | 2013-04-30
    They split in [mid-2013]. | 2013-05~/2013-08~ | 2013-05-01 | 2013-08-31
    They split in [late 2013]. | 2013-09~/2013-12 | 2013-09-01 | 2013-12-31
    They split at [the end of 2013]. | 2013-12~ | 2013-12-01 | 2013-12-31
    They split at [the beginning of 2013]. | 2013-01~ | 2013-01-01 | 2013-01-31
    They split in [the first half of 2015]. | 2015-01/2015-06 | 2015-01-01 | 2015-06-30
    They split in [the third quarter of 2015]. | 2015-07/2015-09 | 2015-07-01 | 2015-09-30
    They split in [the first three months of 2015]. | 2015-01-01/2015-03-31 | 2015-01-01 | 2015-03-31
    They split in [the last week of March 2015]. | 2015-03-25/2015-03-31 | 2015-03-25 | 2015-03-31
    They split in [the early 1990s]. | 1990/1993~ | 1990-01-01 | 1993-12-31
    They split around [2012]. | 2012~ | 2011-01-01 | 2013-12-31
  `);
});

describe("a date without its year is the nearest that the report may tell of", () => {
  facts(`
    They clashed on [Feb. 3]. | 2016-02-03 | 2016-02-03 | 2016-02-03
    They clashed on [3 February]. | 2016-02-03 | 2016-02-03 | 2016-02-03
    They clashed on [Dec. 20]. | 2015-12-20 | 2015-12-20 | 2015-12-20
    They clashed on [October 29]. | 2015-10-29 | 2015-10-29 | 2015-10-29
    They clashed in [November]. | 2015-11 | 2015-11-01 | 2015-11-30
    They clashed in [May]. | 2015-05 | 2015-05-01 | 2015-05-31
    They held talks on [3-5 March]. | 2015-03-03/2015-03-05 | 2015-03-03 | 2015-03-05
    Talks on [3-5 March] in Geneva. | 2016-03-03/2016-03-05 | 2016-03-03 | 2016-03-05
    The talks of [11-13 Dec.] failed. | 2015-12-11/2015-12-13 | 2015-12-11 | 2015-12-13
    They clashed on [28 December-3 January]. | 2015-12-28/2016-01-03 | 2015-12-28 | 2016-01-03
    They will meet on [March 20]. | 2016-03-20 | 2016-03-20 | 2016-03-20
    They will meet in [November]. | 2016-11 | 2016-11-01 | 2016-11-30
    The vote in [November] will decide. | 2016-11 | 2016-11-01 | 2016-11-30
    They clashed on [Thursday, Dec. 17]. | 2015-12-17 | 2015-12-17 | 2015-12-17
    They clashed in [early June]. | 2015-06-01/2015-06-10~ | 2015-06-01 | 2015-06-10
    They clashed on [Christmas Day]. | 2015-12-25 | 2015-12-25 | 2015-12-25
    They clashed [last July]. | 2015-07 | 2015-07-01 | 2015-07-31
    They clashed [last summer]. | 2015-22 | 2015-06-01 | 2015-09-22
    They clashed in [March last year]. | 2015-03 | 2015-03-01 | 2015-03-31
    They clashed in [the summer of last year]. | 2015-22 | 2015-06-01 | 2015-09-22
    The note is dated [5/10/2015]. | 2015-05-10/2015-10-05 | 2015-05-10 | 2015-10-05
    The note is dated [2/12/2016]. | 2016-02-12 | 2016-02-12 | 2016-02-12
  `);
});

describe("a weekday is the latest one up to the report, unless the sentence looks ahead", () => {
  facts(`
    They clashed on [Tuesday]. | 2016-02-02 | 2016-02-02 | 2016-02-02
    They clashed on [Friday]. | 2016-02-05 | 2016-02-05 | 2016-02-05
    They clashed [late on Saturday night]. | 2016-01-30 | 2016-01-30 | 2016-01-30
    [Tuesday]'s clash killed three. | 2016-02-02 | 2016-02-02 | 2016-02-02
    They clashed [last Friday]. | 2016-01-29 | 2016-01-29 | 2016-01-29
    They meet [next Monday]. | 2016-02-08 | 2016-02-08 | 2016-02-08
    They meet [this Sunday]. | 2016-02-07 | 2016-02-07 | 2016-02-07
    They will meet on [Tuesday]. | 2016-02-09 | 2016-02-09 | 2016-02-09
    They agreed to meet on [Monday]. | 2016-02-08 | 2016-02-08 | 2016-02-08
    They vowed on [Monday] to fight on. | 2016-02-01 | 2016-02-01 | 2016-02-01
    The army will withdraw, Reuters reported on [Wednesday]. | 2016-02-03 | 2016-02-03 | 2016-02-03
    They clashed on [Tuesday last week]. | 2016-01-26 | 2016-01-26 | 2016-01-26
    They clashed [last week, on Tuesday]. | 2016-01-26 | 2016-01-26 | 2016-01-26
    They clashed [a week ago Tuesday]. | 2016-01-26 | 2016-01-26 | 2016-01-26
    They clashed in [the early hours of Sunday]. | 2016-01-31 | 2016-01-31 | 2016-01-31
    They clashed on [the night of Feb. 3]. | 2016-02-03 | 2016-02-03 | 2016-02-03
    They clashed from [Monday to Wednesday]. | 2016-02-01/2016-02-03 | 2016-02-01 | 2016-02-03
    They clashed between [Monday and Wednesday]. | 2016-02-01/2016-02-03 | 2016-02-01 | 2016-02-03
  `);
});

describe("days around the report are counted to the day", () => {
  facts(`
    They clashed [yesterday]. | 2016-02-04 | 2016-02-04 | 2016-02-04
    They clashed [today]. | 2016-02-05 | 2016-02-05 | 2016-02-05
    They meet [tomorrow morning]. | 2016-02-06 | 2016-02-06 | 2016-02-06
    They meet [tonight]. | 2016-02-05 | 2016-02-05 | 2016-02-05
    They clashed [the day before yesterday]. | 2016-02-03 | 2016-02-03 | 2016-02-03
    They clashed [this morning]. | 2016-02-05 | 2016-02-05 | 2016-02-05
    They clashed [overnight]. | 2016-02-04/2016-02-05 | 2016-02-04 | 2016-02-05
    They clashed [last night]. | 2016-02-04/2016-02-05 | 2016-02-04 | 2016-02-05
    They clashed [two days ago]. | 2016-02-03 | 2016-02-03 | 2016-02-03
    They clashed in [the past 24 hours]. | 2016-02-04/2016-02-05 | 2016-02-04 | 2016-02-05
    They clashed in [the last three days]. | 2016-02-02/2016-02-05 | 2016-02-02 | 2016-02-05
    They clashed [three hours ago]. | 2016-02-05~ | 2016-02-04 | 2016-02-05
  `);
});

describe("weeks, months and years are those of the calendar when they are last, this or next", () => {
  facts(`
    They split [last week]. | 2016-01-25/2016-01-31 | 2016-01-25 | 2016-01-31
    They split [this week]. | 2016-02-01/2016-02-07 | 2016-02-01 | 2016-02-07
    They split [earlier this week]. | 2016-02-01/2016-02-05 | 2016-02-01 | 2016-02-05
    They meet [later this month]. | 2016-02-05/2016-02-29 | 2016-02-05 | 2016-02-29
    They split [last month]. | 2016-01 | 2016-01-01 | 2016-01-31
    They split [early last month]. | 2016-01-01/2016-01-10~ | 2016-01-01 | 2016-01-10
    They split [last year]. | 2015 | 2015-01-01 | 2015-12-31
    They split at [the end of last year]. | 2015-12~ | 2015-12-01 | 2015-12-31
    They meet [early next year]. | 2017-01/2017-04~ | 2017-01-01 | 2017-04-30
    They split [the week before last]. | 2016-01-18/2016-01-24 | 2016-01-18 | 2016-01-24
    They split over [the weekend]. | 2016-01-30/2016-01-31 | 2016-01-30 | 2016-01-31
    They split [last weekend]. | 2016-01-30/2016-01-31 | 2016-01-30 | 2016-01-31
    They split [last quarter]. | 2015-10/2015-12 | 2015-10-01 | 2015-12-31
  `);
});

describe("a count of units is never firmer than people count", () => {
  facts(`
    They gathered [some ten days ago]. | 2016-01-26~ | 2016-01-24 | 2016-01-28
    They gathered [ten days ago]. | 2016-01-26~ | 2016-01-25 | 2016-01-27
    They gathered [two weeks ago]. | 2016-01-22~ | 2016-01-19 | 2016-01-25
    They gathered [three weeks ago]. | 2016-01-15~ | 2016-01-12 | 2016-01-18
    They gathered [a few days ago]. | 2016-01-30~/2016-02-03~ | 2016-01-30 | 2016-02-03
    They gathered [two or three days ago]. | 2016-02-03~ | 2016-02-02 | 2016-02-03
    They gathered [three months ago]. | 2015-11~ | 2015-10-21 | 2015-11-20
    They gathered [two years ago]. | 2014~ | 2013-08-06 | 2014-08-07
    They gathered [more than two years ago]. | 2014~ | 2012-08-04 | 2014-02-05
    They gathered [nearly two years ago]. | 2014~ | 2014-02-05 | 2014-11-07
    They gathered [half a year ago]. | 2015-08~ | 2015-07-18 | 2015-08-23
    They gathered [a year and a half ago]. | 2014-08~ | 2014-06-12 | 2014-09-28
    They gathered [a decade ago]. | 2006~ | 2004-02-05 | 2008-02-06
    They gathered [weeks ago]. | 2015-12-04~/2016-01-22~ | 2015-12-04 | 2016-01-22
    They gathered [exactly three days ago]. | 2016-02-02 | 2016-02-02 | 2016-02-02
    They gathered in [recent weeks]. | 2015-12-25~/2016-02-05 | 2015-12-25 | 2016-02-05
    They gathered over [the past two years]. | 2013-11-05~/2016-02-05 | 2013-11-05 | 2016-02-05
    They gathered [recently]. | /2016-02-05 | - | 2016-02-05
    They meet in [two weeks' time]. | 2016-02-19~ | 2016-02-16 | 2016-02-22
    They will meet in [the coming days]. | 2016-02-05/2016-02-13~ | 2016-02-05 | 2016-02-13
    It has ruled for [three years]. | 2013~ | 2012-08-06 | 2013-08-07 | since
  `);
});

describe("words before a time say whether it begins, ends or bounds a state", () => {
  facts(`
    They are allied since [2012]. | 2012 | 2012-01-01 | 2012-12-31 | since
    They are allied since at least [1980]. | 1980 | 1980-01-01 | 1980-12-31 | since
    They are allied since [early 2012]. | 2012-01/2012-04~ | 2012-01-01 | 2012-04-30 | since
    They are allied as of [Monday]. | 2016-02-01 | 2016-02-01 | 2016-02-01 | since
    They are allied from [Monday] on. | 2016-02-01 | 2016-02-01 | 2016-02-01 | since
    The truce held until [last week]. | 2016-01-25/2016-01-31 | 2016-01-25 | 2016-01-31 | until
    They must leave by [Friday]. | 2016-02-05 | 2016-02-05 | 2016-02-05
    They must leave by [Sunday]. | 2016-02-05/2016-02-07 | 2016-02-05 | 2016-02-07
    They had left by [Tuesday]. | /2016-02-02 | - | 2016-02-02
    They were friends before [2012]. | /2011-12-31 | - | 2011-12-31
    They were friends after [2012]. | 2012/ | 2012-01-01 | -
    They met after [Tuesday]'s clash. | 2016-02-02 | 2016-02-02 | 2016-02-02
    They met before the [2003] invasion. | 2003 | 2003-01-01 | 2003-12-31
    They met for the first time since [2012]. | 2012/ | 2012-01-01 | -
    It was the deadliest raid since [May]. | 2015-05/ | 2015-05-01 | -
    They ruled from [2014 to the present]. | 2014/2016-02-05 | 2014-01-01 | 2016-02-05
  `);
});

describe("what looks like a time and is none is left alone", () => {
  const none = [
    "They may march second in line.",
    "The Friday Movement rejects the pact.",
    "The group split on Super Tuesday.",
    "He wrote in the Sunday Times.",
    "Theresa May said no.",
    "In the March on Washington they marched.",
    "The attack killed 2000 people.",
    "A force of 1,200 joined.",
    "More than 2016 fighters joined.",
    "The council passed Resolutions 1970 and 1973.",
    "A 30-year-old man, 45 years old, and a child aged 12 years.",
    "They met at 10:30 a.m. and again at 1915 GMT.",
    "The sun sat low, and the wed were many.",
    "USA Today asked.",
    "The fall of the city shocked them.",
    "The Arab Spring began there.",
    "They earn two dollars an hour.",
    "Take a second look.",
    "The late commander was mourned.",
    "One day they will agree.",
    "He read The Daily Mail.",
  ];
  test.each(none)("%s", (text) => {
    expect(read(text)).toEqual([]);
  });

  test("a count of people after a month is not its day or its year", () => {
    const texts = ["In May 30 people died.", "In May 2000 people died.", "In May 1,200 people died."];
    for (const text of texts) expect(read(text).map(({ time }) => time.edtf)).toEqual(["2015-05"]);
  });
});

describe("durations and frequencies are not dates", () => {
  test.each(["They fought for [three years].", "A [72-hour] truce began.", "They waited for [decades]."])(
    "%s lasts",
    (marked) => {
      const text = marked.replace(/[[\]]/g, "");
      const [time] = read(text);
      expect(text.slice(time!.start, time!.end)).toBe(/\[(.*)\]/.exec(marked)![1]);
      expect(time).toMatchObject({ kind: "duration", time: { edtf: null, start: null, end: null } });
    },
  );

  test.each([
    "They meet [every Friday].",
    "They meet [twice a week].",
    "They meet on [Mondays].",
    "Shells fall [daily].",
  ])("%s is a frequency", (marked) => {
    const text = marked.replace(/[[\]]/g, "");
    const [time] = read(text);
    expect(text.slice(time!.start, time!.end)).toBe(/\[(.*)\]/.exec(marked)![1]);
    expect(time).toMatchObject({ kind: "frequency", time: { edtf: null, start: null, end: null } });
  });
});

describe("the report's own date", () => {
  test("counts by its local day as written, whatever its zone", () => {
    const late = read("They clashed yesterday.", "2016-02-05T23:30-11:00");
    expect(late[0]!.time.start).toBe("2016-02-04");
  });

  test("known only to the month makes wide what is counted from it", () => {
    const [time] = read("They clashed yesterday.", "2016-02");
    expect(time!.time).toMatchObject({ edtf: "2016-01-31~/2016-02-28~", start: "2016-01-31", end: "2016-02-28" });
  });

  test("known only to the month still leaves a full date exact", () => {
    expect(read("They clashed on 3 May 2014.", "2016-02")[0]!.time.edtf).toBe("2014-05-03");
  });

  test("that cannot be read dates nothing", () => {
    expect(read("They clashed yesterday.", "soon")[0]!.time).toMatchObject({ edtf: null, start: null, end: null });
  });
});

test("several times in one sentence come in order", () => {
  const text = "Reuters said on Tuesday that the pact of May 2013, broken last week, may be renewed by 2017.";
  expect(read(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "Tuesday",
    "May 2013",
    "last week",
    "2017",
  ]);
});

test("offsets count from the start of the whole text, not of the sentence", () => {
  const text = "First. They met yesterday. Then today.";
  const times = findTimes(text, 7, 26, { published });
  expect(times.map(({ start, end }) => [start, end])).toEqual([[16, 25]]);
});

test("in a report of another language only dates in figures are read", () => {
  const text = "Treffen im May 2015 am 2015-05-03";
  const times = findTimes(text, 0, text.length, { published, language: "de" });
  expect(times.map(({ time }) => time.edtf)).toEqual(["2015-05-03"]);
});

test("a time that is open at both ends has no date to write", () => {
  expect(read("after recently").map(({ time }) => time.edtf)).toEqual([null]);
});
