import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readStory } from "./stories.ts";

const data = process.env.ENTENTE_DATA ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));
const page = join(data, "seed/page.json");

describe.skipIf(!existsSync(page))("the founding page, as scraped (skipped without ENTENTE_DATA)", () => {
  const expected = existsSync(page) ? JSON.parse(readFileSync(page, "utf8")) : {};
  // Vitest looks into skipped suites too, so the page is read by the first test that asks.
  let read: ReturnType<typeof readStory> | undefined;
  const reading = () => {
    read ??= readStory(join(data, "seed/seed.txt"));
    return read;
  };
  const parts = async (...kinds: string[]) => {
    const { text, parts } = await reading();
    return parts
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " "));
  };

  test("the clock of the site is when the page was saved, not when it was published", async () => {
    const report = await reading();
    expect([report.captured, report.published]).toEqual([expected.captured, expected.published]);
    expect(report.notes.map(({ code }) => code)).toContain("date.clock-only");
  });

  test("the headline, the section and the publisher are those of the page", async () => {
    const { title, section, publisher } = await reading();
    expect([title, section, publisher]).toEqual([expected.headline, expected.section, expected.publisher]);
  });

  test("the story is ten paragraphs, the first its lead", async () => {
    const story = await parts("lead", "body");
    expect(story).toHaveLength(expected.body_paragraphs);
    expect((await parts("lead"))[0]).toMatch(expected.lead_begins);
    expect(story.at(-1)!.endsWith(expected.body_ends)).toBe(true);
  });

  test("headlines beside the story are related reports, and the tags are tags", async () => {
    const { related, tags } = await reading();
    expect(related.map(({ title }) => title)).toEqual(expected.related);
    expect(tags).toEqual(expected.tags);
  });

  test("the photo has its caption and its credit", async () => {
    const { images, text } = await reading();
    expect(text.slice(...images[0]!.caption!).startsWith(expected.caption_begins)).toBe(true);
    expect(images[0]!.credit).toBe(expected.credit);
  });

  test("furniture stands in no part that claims are read from", async () => {
    const said = (await parts("title", "subtitle", "lead", "body", "subheading", "quote", "list", "caption")).join(
      "\n",
    );
    for (const words of expected.furniture) expect(said).not.toContain(words);
  });
});
