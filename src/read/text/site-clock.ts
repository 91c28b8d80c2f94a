import type { LaidLine } from "./layout.ts";

/**
 * The moment that a site's clock shows. The time may stand apart from the date ("07:58 Stara Luka | 21 Jan 2036"), and a
 * local time beside the time in Greenwich gives the zone ("22:51 Bir Qamra / 19:51 GMT").
 */
export function siteClock({ text, date }: LaidLine): string | null {
  if (!date) return null;
  const times = [...text.matchAll(/(?<![\d:.])(\d{1,2}):(\d{2})(?![\d:])(\s*(?:GMT|UTC)(?!\s*[+-]\d))?/gi)].map(
    ([, hour, minute, zone]) => ({
      minutes: Number(hour) * 60 + Number(minute),
      greenwich: zone !== undefined,
    }),
  );
  const local = times.find(({ greenwich }) => !greenwich);
  const greenwich = times.find((time) => time.greenwich);
  const day = date.edtf.slice(0, 10);
  if (local && greenwich) return `${day}T${clockOf(local.minutes)}${offsetOf(local.minutes - greenwich.minutes)}`;
  return date.edtf.includes("T") || !local ? date.edtf : `${day}T${clockOf(local.minutes)}`;
}

const clockOf = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;

/** Half a day at most lies between a place and Greenwich; a larger difference has crossed midnight. */
function offsetOf(difference: number): string {
  const minutes = difference > 720 ? difference - 1440 : difference < -720 ? difference + 1440 : difference;
  return `${minutes < 0 ? "-" : "+"}${clockOf(Math.abs(minutes))}`;
}

const pad = (number: number): string => String(number).padStart(2, "0");
