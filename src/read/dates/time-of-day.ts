/** Abbreviations of zones that mean one offset wherever a newspaper prints them. `IST` and `CST` mean several, and are left out. */
const zones: Record<string, string> = {
  gmt: "Z",
  utc: "Z",
  bst: "+01:00",
  wat: "+01:00",
  cet: "+01:00",
  mez: "+01:00",
  cest: "+02:00",
  mesz: "+02:00",
  sast: "+02:00",
  cat: "+02:00",
  eet: "+02:00",
  eest: "+03:00",
  msk: "+03:00",
  eat: "+03:00",
  trt: "+03:00",
  irst: "+03:30",
  gst: "+04:00",
  pkt: "+05:00",
  npt: "+05:45",
  wib: "+07:00",
  ict: "+07:00",
  hkt: "+08:00",
  sgt: "+08:00",
  myt: "+08:00",
  jst: "+09:00",
  kst: "+09:00",
  aest: "+10:00",
  aedt: "+11:00",
  nzst: "+12:00",
  nzdt: "+13:00",
  est: "-05:00",
  edt: "-04:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
  brt: "-03:00",
};

/** Zones whose offset goes by the day of the year. */
const places: Record<string, string> = {
  et: "America/New_York",
  ct: "America/Chicago",
  mt: "America/Denver",
  pt: "America/Los_Angeles",
};

const zoneNames = [...Object.keys(zones), ...Object.keys(places)].join("|");
const zone = `Z\\b|(?:GMT|UTC)\\s*[+-]\\d{1,2}(?::?\\d{2})?|(?:${zoneNames})\\b|[+-]\\d{2}:?\\d{2}`;

const timeAfter = new RegExp(
  `^[\\s\\u00a0,،|•·–—-]*(?:(?:at|um|à|a las|alle|kl\\.?|в|o)\\s+|@\\s*|T)?(\\d{1,2})[:.h](\\d{2})(?::(\\d{2}))?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?(?:\\s*\\(?(${zone}))?`,
  "i",
);
const timeBefore = new RegExp(
  `(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?(?:\\s*\\(?(${zone})\\)?)?(?:\\s*[,/|]?\\s*\\p{L}{2,9}day,?|\\s*[,/|]?\\s*(?:mon|tue|wed|thu|fri|sat|sun)\\.?,?)?[\\s,/|·•–—-]*(?:on\\s+)?$`,
  "iu",
);

/** The time of day beside a date, and where it stands in the line. */
export interface LineTime {
  /** `15:07`, `15:07:30Z`, `15:07+03:00`. */
  time: string | null;
  start: number;
  end: number;
  before: boolean;
}

/** The time that stands right after the date between `start` and `end`, or right before it. `day` gives "ET" its offset. */
export function timeBeside(line: string, start: number, end: number, day: string): LineTime | null {
  const after = timeAfter.exec(line.slice(end));
  if (after) return { time: timeOf(after, day), start, end: end + after[0].trimEnd().length, before: false };
  const before = timeBefore.exec(line.slice(0, start));
  return before && { time: timeOf(before, day), start: before.index, end, before: true };
}

function timeOf(match: RegExpExecArray, day: string): string | null {
  if (Number(match[1]) > 24 || Number(match[2]) > 59 || Number(match[3] ?? 0) > 60) return null;
  const hour = twentyFour(Number(match[1]), match[4]) % 24;
  return `${pad(hour)}:${match[2]}${match[3] ? `:${match[3]}` : ""}${offsetOf(match[5], day)}`;
}

function twentyFour(hour: number, half: string | undefined): number {
  if (!half) return hour;
  return /^p/i.test(half) ? (hour % 12) + 12 : hour % 12;
}

function offsetOf(named: string | undefined, day: string): string {
  if (!named) return "";
  const offset = /([+-])(\d{1,2}):?(\d{2})?/.exec(named);
  if (offset) return `${offset[1]}${pad(offset[2]!)}:${offset[3] ?? "00"}`;
  const name = named.toLowerCase();
  return zones[name] ?? (places[name] ? offsetIn(places[name], day) : "Z");
}

/** The offset of a place on a day, by the runtime's own table of zones. */
function offsetIn(place: string, day: string): string {
  const noon = new Date(`${day.slice(0, 10)}T12:00:00Z`);
  const parts = new Intl.DateTimeFormat("en", { timeZone: place, timeZoneName: "longOffset" }).formatToParts(noon);
  return parts.find(({ type }) => type === "timeZoneName")?.value.slice(3) || "Z";
}

const pad = (digits: string | number): string => String(digits).padStart(2, "0");
