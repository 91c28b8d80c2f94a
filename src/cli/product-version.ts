import { readFileSync } from "node:fs";

/** The version in package.json, two folders up from here in a checkout and in a package alike. */
export function productVersion(): string {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;
}
