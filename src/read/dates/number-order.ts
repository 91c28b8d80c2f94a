import type { NumberOrder } from "./date-in-line.ts";

const monthFirstCountries = new Set(["us", "ph", "fm", "mh", "pw"]);
const dayFirstDomains =
  /\.(uk|au|in|nz|ie|za|pk|bd|lk|ng|ke|gh|ug|tz|sg|my|hk|mt|zm|zw|ae|sa|qa|eg|jo|lb|il|tr|de|fr|es|it|pt|nl|be|at|ch|se|no|dk|fi|pl|cz|sk|hu|ro|bg|gr|hr|rs|si|ru|ua|by|br|ar|mx|cl|co|pe|ve|ec|uy|id|vn|th|ma|dz|tn)$/;

/**
 * Whether `03/04/2019` is the third of April or the fourth of March, by the country of the page's language and address.
 * English of no country on an address of no country is read the American way, which is the more common there.
 */
export function numberOrder(language: string | null, url: string | null): NumberOrder {
  const host = url ? (URL.parse(url)?.hostname ?? "") : "";
  const [spoken, country] = (language ?? "").toLowerCase().split(/[-_]/);
  if (country) return monthFirstCountries.has(country) && !dayFirstDomains.test(host) ? "month-first" : "day-first";
  if (dayFirstDomains.test(host)) return "day-first";
  if (spoken && spoken !== "en") return "day-first";
  return spoken === "en" || /\.(com|org|net|edu|gov|us)$/.test(host) ? "month-first" : null;
}
