import type { ClaimTime, Interval } from "../terms/index.ts";

const months = "January February March April May June July August September October November December".split(" ");

/** "3 February 2031", "February 2031", "about 26 January 2016", as exact as the date is and no more. */
export function dateInWords(edtf: string | null): string {
  if (edtf === null) return "date unknown";
  if (edtf.includes("/")) return rangeInWords(edtf);
  const [, year, month, day, time] = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2}))?/.exec(edtf) ?? [];
  if (year === undefined) return edtf;
  const words = [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(" ");
  return `${/[~%]/.test(edtf) ? "about " : ""}${words || edtf}${time ? `, ${time}` : ""}${edtf.includes("?") ? " (uncertain)" : ""}`;
}

/** "../2031-04-18" is "18 April 2031 or before": the day is the latest that the words allow. */
function rangeInWords(edtf: string): string {
  const [first = "", last = ""] = edtf.split("/");
  const open = (end: string) => end === "" || end === "..";
  if (open(first) && open(last)) return "date unknown";
  if (open(first)) return `${dateInWords(last)} or before`;
  if (open(last)) return `${dateInWords(first)} or after`;
  return `${dateInWords(first)} to ${dateInWords(last)}`;
}

/** Since when a tie holds or until when it held, never firmer than the reports. */
export function intervalInWords(interval: Interval | null): string {
  if (interval === null) return "date unknown";
  if (interval.edtf !== null) return dateInWords(interval.edtf);
  const { start, end } = interval;
  if (start !== null && end !== null)
    return start === end ? dateInWords(start) : `${dateInWords(start)} to ${dateInWords(end)}`;
  if (end !== null) return `${dateInWords(end)} or before`;
  if (start !== null) return `${dateInWords(start)} or after`;
  return "date unknown";
}

/** When a claim says that it happened; words that no date anchors stay unanchored. */
export function claimTimeInWords(time: ClaimTime | null): string {
  if (time === null) return "no date said";
  if (time.edtf === null && time.start === null && time.end === null) {
    return time.relative === undefined ? "no date said" : relativeInWords(time.relative);
  }
  return `${time.of === "since" ? "since " : time.of === "until" ? "until " : ""}${intervalInWords(time)}`;
}

function relativeInWords({ direction, amount, unit, approximate }: NonNullable<ClaimTime["relative"]>): string {
  const howLong =
    amount === null
      ? "some time"
      : `${approximate ? "about " : ""}${amount} ${unit ?? "day"}${amount === 1 ? "" : "s"}`;
  return `${direction === "at" ? "at the time" : `${howLong} ${direction} the report`}, which gives no date`;
}

/** The day after `days` more days: for sliders. */
export function dayPlus(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
