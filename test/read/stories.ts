import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { collectCaptures } from "../../src/collect/collect-captures.ts";
import { readReport } from "../../src/read/read-report.ts";
import type { Report } from "../../src/terms/index.ts";

/** What a page says of itself, as a careful reader wrote it down: stories/README.md explains each field. */
export interface ExpectedPage {
  title: string;
  section: string | null;
  published: string | null;
  publishedFrom: string | null;
  captured: string | null;
  publisher: string;
  byline: string[];
  tags: string[];
  related: string[];
  captionBegins: string | null;
  credit: string | null;
  leadBegins: string;
  bodyEnds: string;
  bodyParagraphs: number;
  furniture: string[];
}

export interface Story {
  name: string;
  path: string;
  expected: ExpectedPage;
}

const folder = fileURLToPath(new URL("../../stories", import.meta.url));

export function findStories(): Story[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.(txt|html)$/.test(name));
  return names.sort().map((name) => {
    const path = join(folder, name);
    const expected = JSON.parse(readFileSync(path.replace(extname(path), ".expected.json"), "utf8"))
      .page as ExpectedPage;
    return { name, path, expected };
  });
}

export async function readStory(path: string): Promise<Report> {
  for await (const collected of collectCaptures([path]))
    if ("capture" in collected) return readReport(collected.capture).value;
  throw new Error(`${path} was not collected`);
}

/** Each field of the page as the reader gives it and as it should be; `furniture` is what of it stands in the story. */
export function compareFields({ expected }: Story, report: Report): Record<string, { got: unknown; wanted: unknown }> {
  const textOf = (kinds: readonly string[]) =>
    report.parts.filter(({ kind }) => kinds.includes(kind)).map(({ start, end }) => report.text.slice(start, end));
  const story = textOf(["lead", "body", "quote"]);
  const body = textOf(["lead", "body", "quote", "list", "subheading"]);
  const related = report.related.map(({ title }) => title);
  const [image] = report.images;
  const caption = image?.caption ? report.text.slice(...image.caption) : null;
  const lead = textOf(["lead"])[0] ?? "";
  return {
    title: { got: plain(report.title), wanted: plain(expected.title) },
    section: { got: report.section, wanted: expected.section },
    published: { got: report.published, wanted: expected.published },
    publishedFrom: { got: report.publishedFrom, wanted: expected.publishedFrom },
    captured: { got: report.captured, wanted: expected.captured },
    publisher: { got: report.publisher, wanted: expected.publisher },
    byline: { got: report.byline, wanted: expected.byline },
    tags: { got: report.tags, wanted: expected.tags },
    related: {
      got: expected.related.filter((title) => !related.some((each) => plain(each) === plain(title))),
      wanted: [],
    },
    relatedInStory: {
      got: expected.related.filter((title) => body.some((each) => plain(each)?.includes(plain(title)!))),
      wanted: [],
    },
    caption: {
      got:
        expected.captionBegins === null
          ? null
          : plain(caption)?.startsWith(plain(expected.captionBegins)!) || plain(caption),
      wanted: expected.captionBegins === null ? null : true,
    },
    credit: { got: expected.credit === null ? null : (image?.credit ?? null), wanted: expected.credit },
    lead: { got: plain(lead)?.includes(plain(expected.leadBegins)!) || lead.slice(0, 90), wanted: true },
    bodyEnds: {
      got: plain(story.at(-1) ?? "")?.endsWith(plain(expected.bodyEnds)!) || story.at(-1)?.slice(-90),
      wanted: true,
    },
    bodyParagraphs: { got: story.length, wanted: expected.bodyParagraphs },
    furniture: {
      got: expected.furniture.filter((words) => body.some((each) => plain(each)?.includes(plain(words)!))),
      wanted: [],
    },
  };
}

const plain = (text: string | null): string | null =>
  text === null ? null : text.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, " ").trim();
