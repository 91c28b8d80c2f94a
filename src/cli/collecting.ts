import { InvalidArgumentError, Option } from "commander";
import type { CollectOptions } from "../collect/collect-captures.ts";
import { productVersion } from "./product-version.ts";

/** The options of every command that takes inputs. */
export interface CollectingOptions {
  allowPrivate?: boolean;
  most?: number;
  contact?: string;
}

export const inputsHelp =
  "files, folders, web addresses of pages, feeds and sitemaps, WARC and WACZ archives, or - for standard input";

export function collectingOptions(): Option[] {
  return [
    new Option("--most <n>", "take at most so many pages from one feed or sitemap")
      .default(1000)
      .argParser(wholeNumber),
    new Option("--contact <who>", "an address by which the sites that are read can reach you").env("ENTENTE_CONTACT"),
    new Option("--allow-private", "also read web addresses of this machine and of its own network"),
  ];
}

/** What collecting is told, from what was typed. */
export function collectOptionsOf({ allowPrivate, most, contact }: CollectingOptions): CollectOptions {
  return {
    ...(most === undefined ? {} : { most }),
    web: { userAgent: userAgent(contact), ...(allowPrivate ? { mayReach: () => true } : {}) },
  };
}

export const software = (): string => `Entente/${productVersion()}`;

/** Sites see who reads them, and where to complain. */
const userAgent = (contact: string | undefined): string =>
  `${software()} (reads news reports${contact === undefined ? "" : `; ${contact}`})`;

export function wholeNumber(words: string): number {
  if (!/^[1-9]\d*$/.test(words)) throw new InvalidArgumentError("a whole number from 1 is needed");
  return Number(words);
}
