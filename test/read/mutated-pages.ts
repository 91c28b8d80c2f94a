import { chances } from "../../bench/chances.ts";
import { readReport } from "../../src/read/read-report.ts";
import { captureId, type Report } from "../../src/terms/index.ts";
import { layPages } from "./layouts/judge-parts.ts";

type Random = () => number;
type Mutation = (page: Buffer, random: Random) => Buffer;

const below = (most: number, random: Random): number => Math.floor(random() * Math.max(1, most));
const spliced = (page: Buffer, at: number, drop: number, put: Buffer): Buffer =>
  Buffer.concat([page.subarray(0, at), put, page.subarray(at + drop)]);
const text = (words: string): Buffer => Buffer.from(words);

const snippets = [
  ..."<div> </div> <p> </p> <table> </td> <script> </script> <style> <!-- --> <![CDATA[ ]]> <title> <svg> <math> <template> <noscript> <plaintext> <textarea> </html> <body> <a <img <br/></br> <? ?>".split(
    " ",
  ),
  ...[
    "&#0;",
    "&#x110000;",
    "&amp",
    "&notanentity;",
    "\0",
    "\ufeff",
    "\u202e",
    "\ud800",
    "'",
    '"',
    "<",
    ">",
    "=",
    "\r\n\r\n",
  ],
  ...[
    '<meta charset="utf-16">',
    '<meta charset="nonsense">',
    '<base href="javascript:0">',
    '<time datetime="0000-00-00">',
    '<a href="http://[">x</a>',
  ],
  ...[
    '<script type="application/ld+json">{"@graph":[[[[',
    '<script type="application/ld+json">{"@type":{"a":1},"author":[[null]],"datePublished":9e99}</script>',
  ],
  ...["31/31/3131 25:61", "99999999999999999999", "٩٩/٩٩/١٤٣٧", "平成99年99月99日", "30 Adar I 9999", "999 hours ago"],
];

/** What happens to pages: bytes lost, doubled or swapped, tags where none belong, other encodings, walls of one thing. */
const mutations: readonly Mutation[] = [
  (page, random) => page.subarray(0, below(page.length, random)),
  (page, random) => page.subarray(below(page.length, random)),
  (page, random) => spliced(page, below(page.length, random), below(200, random), Buffer.alloc(0)),
  (page, random) => {
    const from = below(page.length, random);
    return spliced(page, below(page.length, random), 0, page.subarray(from, from + below(3_000, random)));
  },
  (page, random) => {
    const changed = Buffer.from(page);
    for (let count = 1 + below(60, random); count > 0; count -= 1)
      changed[below(page.length, random)] = below(256, random);
    return changed;
  },
  (page, random) => {
    let changed = page;
    for (let count = 1 + below(30, random); count > 0; count -= 1)
      changed = spliced(changed, below(changed.length, random), 0, text(snippets[below(snippets.length, random)]!));
    return changed;
  },
  (page, random) =>
    spliced(
      page,
      below(page.length, random),
      0,
      text(snippets[below(snippets.length, random)]!.repeat(1 + below(20_000, random))),
    ),
  (page, random) =>
    spliced(page, below(page.length, random), 0, Buffer.alloc(below(1_000_000, random), 32 + below(96, random))),
  (page) => Buffer.from(page.toString(), "utf16le"),
  (page) => Buffer.concat([Buffer.from([0xff, 0xfe]), page]),
  (page) => Buffer.from(page.toString(), "latin1"),
  (page, random) => text(page.toString().replaceAll(random() < 0.5 ? ">" : "<", random() < 0.5 ? "" : "<<")),
  (page, random) =>
    text(page.toString().replace(/ class="[^"]*"/g, () => ` class="${"x-".repeat(below(500, random))}"`)),
  (page) => text(page.toString().replace(/<[^>]*>/g, "\n")),
  (page) => text(page.toString().replace(/\d/g, "9")),
];

/** Pages of our own, each changed by one to three of the mutations; the same seed gives the same pages. */
export function* mutatedPages(
  count: number,
  seed: number,
): Generator<{ name: string; bytes: Uint8Array; mediaType: string }> {
  const random = chances(seed);
  const pages = [...layPages("tuned"), ...layPages("unseen")].map(({ name, markup }) => ({
    name,
    bytes: text(markup),
  }));
  for (let number = 0; number < count; number += 1) {
    const { name, bytes } = pages[below(pages.length, random)]!;
    let page: Buffer = bytes;
    for (let times = 1 + below(3, random); times > 0; times -= 1)
      page = mutations[below(mutations.length, random)]!(page, random);
    const mediaType = random() < 0.8 ? "text/html" : "text/plain";
    yield { name: `${name}, mutated ${number}`, bytes: Uint8Array.from(page), mediaType };
  }
}

/** Reads a mutated page, and says what is wrong with its report; null when nothing is. */
export function faultIn({
  name,
  bytes,
  mediaType,
}: {
  name: string;
  bytes: Uint8Array;
  mediaType: string;
}): string | null {
  const capture = {
    id: captureId(Uint8Array.from(bytes)),
    name,
    source: {},
    bytes: Uint8Array.from(bytes),
    captured: null,
    mediaType,
  };
  let report: Report;
  try {
    report = readReport(capture).value;
  } catch (cause) {
    return `${name}: ${(cause as Error).stack}`;
  }
  let end = 0;
  for (const part of report.parts) {
    if (part.start < end || part.end < part.start || part.end > report.text.length) return `${name}: parts overlap`;
    end = part.end;
  }
  if (report.parts.length === 0 && report.notes.length === 0) return `${name}: nothing was read, and no note says why`;
  return report.published !== null && !/^\d{4}(-\d{2}){0,2}/.test(report.published)
    ? `${name}: ${report.published} is no date`
    : null;
}
