import type { CountryCode } from "../terms/index.ts";

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "code" });
const lists = new Intl.ListFormat("en", { type: "conjunction" });

/** Countries by their English names: "Iraq and Syria". */
export const countriesInWords = (codes: readonly CountryCode[]): string =>
  lists.format(codes.map((code) => regions.of(code) ?? code));

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Regions that no actor is of: unions, and what stands for none at all. */
const noCountries = new Set(["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"]);

/** Every country by its English name, in the order of the alphabet; of codes that mean one country the one in use. */
export function countriesByName(): ReadonlyMap<string, CountryCode> {
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const inUse = codes.filter(
    (code) => !noCountries.has(code) && regions.of(code) !== code && new Intl.Locale(`und-${code}`).region === code,
  );
  const named = inUse.map((code): [string, CountryCode] => [regions.of(code)!, code]);
  return new Map(named.sort(([one], [other]) => one.localeCompare(other, "en")));
}
