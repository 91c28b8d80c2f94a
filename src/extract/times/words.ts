import type { Period, Season, Unit } from "./meaning.ts";

/** A list of words, written with spaces and line breaks between them. */
export const listed = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const table = <V>(rows: Record<string, V>): ReadonlyMap<string, V> => new Map(Object.entries(rows));

/** Full names and the short forms of news agencies; a short form may be followed by a point. */
export const months = table({
  ...{ january: 1, february: 2, march: 3, april: 4, may: 5, june: 6, july: 7, august: 8, september: 9 },
  ...{ october: 10, november: 11, december: 12, jan: 1, feb: 2, mar: 3, apr: 4, jun: 6, jul: 7, aug: 8 },
  ...{ sep: 9, sept: 9, oct: 10, nov: 11, dec: 12 },
});

/** Months that are other words or people's names too: alone they are read only after a word that asks for a time. */
export const doubtfulMonths = listed(`
  march may april june august mar jan dec sep
`);

export const weekdays = table({
  ...{ monday: 0, tuesday: 1, wednesday: 2, thursday: 3, friday: 4, saturday: 5, sunday: 6 },
});

/** Read only before a date ("Fri, Feb. 5"): alone "sun", "sat" and "wed" are other words. */
export const shortWeekdays = table({
  ...{ mon: 0, tue: 1, tues: 1, wed: 2, weds: 2, thu: 3, thur: 3, thurs: 3, fri: 4, sat: 5, sun: 6 },
});

export const seasons = table<Season>({
  ...{ spring: "spring", springtime: "spring", summer: "summer", summertime: "summer" },
  ...{ autumn: "autumn", fall: "autumn", winter: "winter", wintertime: "winter" },
});

/** A unit and how many of it the word is: a fortnight is two weeks. */
export const units = table<{ unit: Unit; times: number; plural: boolean }>({
  minute: { unit: "minute", times: 1, plural: false },
  minutes: { unit: "minute", times: 1, plural: true },
  hour: { unit: "hour", times: 1, plural: false },
  hours: { unit: "hour", times: 1, plural: true },
  day: { unit: "day", times: 1, plural: false },
  days: { unit: "day", times: 1, plural: true },
  night: { unit: "day", times: 1, plural: false },
  nights: { unit: "day", times: 1, plural: true },
  week: { unit: "week", times: 1, plural: false },
  weeks: { unit: "week", times: 1, plural: true },
  fortnight: { unit: "week", times: 2, plural: false },
  month: { unit: "month", times: 1, plural: false },
  months: { unit: "month", times: 1, plural: true },
  year: { unit: "year", times: 1, plural: false },
  years: { unit: "year", times: 1, plural: true },
  decade: { unit: "decade", times: 1, plural: false },
  decades: { unit: "decade", times: 1, plural: true },
  century: { unit: "century", times: 1, plural: false },
  centuries: { unit: "century", times: 1, plural: true },
});

export const periods = table<Period>({
  day: "day",
  week: "week",
  weekend: "weekend",
  month: "month",
  quarter: "quarter",
  year: "year",
  decade: "decade",
  century: "century",
});

export const numberWords = table({
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11 },
  ...{ twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18 },
  ...{ nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
});

export const ordinalWords = table({
  ...{ first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10 },
  ...{ nineteenth: 19, twentieth: 20 },
});

/** Counts that are no number: at least, at most. "A few" is rarely two and rarely more than six. */
export const looseCounts = table<{ amount: number | null; low: number; high: number }>({
  few: { amount: null, low: 2, high: 6 },
  several: { amount: null, low: 3, high: 9 },
  couple: { amount: 2, low: 2, high: 3 },
  many: { amount: null, low: 5, high: 50 },
  dozen: { amount: 12, low: 12, high: 12 },
  hundred: { amount: 100, low: 100, high: 100 },
  thousand: { amount: 1000, low: 1000, high: 1000 },
});

/** What a plural with no count at all allows ("weeks ago"): from two, to where one would have used the next longer unit. */
export const uncounted: Record<Unit, { low: number; high: number }> = {
  minute: { low: 2, high: 59 },
  hour: { low: 2, high: 23 },
  day: { low: 2, high: 13 },
  week: { low: 2, high: 9 },
  month: { low: 2, high: 18 },
  year: { low: 2, high: 20 },
  decade: { low: 2, high: 9 },
  century: { low: 2, high: 9 },
};

export const hedges = table<"about" | "over" | "under">({
  ...{ about: "about", around: "about", some: "about", roughly: "about", approximately: "about", circa: "about" },
  ...{ over: "over", nearly: "under", almost: "under", barely: "under" },
});

/** Hedges of two words: "more than", "at least". */
export const doubleHedges = table<"about" | "over" | "under">({
  ...{ "more than": "over", "at least": "over", "well over": "over", "just over": "over", "an estimated": "about" },
  ...{ "less than": "under", "fewer than": "under", "up to": "under", "at most": "under", "just under": "under" },
  ...{ "close to": "under", "as many": "under" },
});

/** Parts of a day that may follow a day: "Tuesday night". */
export const dayParts = listed(`
  morning afternoon evening night overnight dawn dusk noon midday midnight lunchtime sunrise sunset daybreak
  nightfall
`);

/** Instants of some day that the words alone do not name: "at dawn". */
export const instants = new Set(["dawn", "dusk", "daybreak", "nightfall", "midnight", "sunrise", "sunset"]);

/** People and things that are counted by number: after one of these "2000" is no year and "30" no day. */
export const counted = new Set([
  ...["people", "persons", "men", "women", "children", "troops", "soldiers", "fighters", "rebels", "militants"],
  ...["civilians", "refugees", "migrants", "families", "homes", "houses", "tonnes", "tons", "pounds", "dollars"],
  ...["euros", "kilometers", "kilometres", "km", "miles", "meters", "metres", "feet", "acres", "hectares", "votes"],
  ...["points", "percent", "per", "members", "prisoners", "detainees", "jobs", "workers", "employees", "police"],
  ...["officers", "tanks", "vehicles", "aircraft", "missiles", "rockets", "shells", "bombs", "gmt", "utc", "hrs"],
  ...["hours", "calories", "words", "copies", "villages", "displaced", "others", "victims", "deaths", "injured"],
  ...["wounded", "killed", "dead", "million", "billion", "trillion", "thousand", "hundred", "dozen", "students"],
  ...["personnel", "volunteers", "protesters", "demonstrators", "residents", "inhabitants", "deputies", "times"],
  ...["barrels", "liters", "litres", "degrees", "days", "weeks", "months", "years", "minutes", "seconds"],
  ...["terrorists", "jihadists", "insurgents", "recruits", "marines", "delegates", "signatures", "schools", "local"],
]);

/** Words before a number that make it a label: "Resolution 2042" is no year. */
export const labels = listed(`
  resolution resolutions articles flights bills orders no number page flight article section room channel model unit route committee chapter paragraph
  boeing airbus windows highway order directive file nearly almost over than least some approximately roughly
  exactly only another killed killing injured wounded arrested hp nasdaq agenda case decree law bill
`);
