import { DateTime } from "luxon";

/**
 * A date of a feed, a sitemap or a mail (RFC 822 or ISO 8601) as EDTF, in its own time zone:
 * `edtfOf("Fri, 05 Feb 2016 23:30:00 +0300")` is `2016-02-05T23:30:00+03:00`. Null when it is none.
 */
export function edtfOf(written: string | null | undefined): string | null {
  const text = written?.trim().replace(/\s*\([^)]*\)$/, "");
  if (!text) return null;
  if (/^\d{4}(-\d{2}){0,2}$/.test(text)) return DateTime.fromISO(text).isValid ? text : null;
  for (const date of [DateTime.fromISO(text, { setZone: true }), DateTime.fromRFC2822(text, { setZone: true })])
    if (date.isValid && date.year >= 1900 && date.year <= 2200) return date.toISO({ suppressMilliseconds: true });
  return null;
}
