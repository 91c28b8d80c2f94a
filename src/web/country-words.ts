import type { CountryCode } from "../terms/index.ts";

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "code" });
const lists = new Intl.ListFormat("en", { type: "conjunction" });

/** Countries by their English names: "Iraq and Syria". */
export const countriesInWords = (codes: readonly CountryCode[]): string =>
  lists.format(codes.map((code) => regions.of(code) ?? code));
