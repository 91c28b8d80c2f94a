import { describe, expect, test } from "vitest";
import { compareFields, findStories, readStory } from "./stories.ts";

const stories = findStories();

/** The least share of fields that must be right. */
const leastRight = 0.93; // Of all fields of all stories; 772 of 816 when this was written.

describe("what the stories' pages say of themselves", () => {
  test("nearly every field is read as a careful reader wrote it down", async () => {
    let right = 0;
    let all = 0;
    for (const story of stories) {
      const fields = Object.values(compareFields(story, await readStory(story.path)));
      right += fields.filter(({ got, wanted }) => JSON.stringify(got) === JSON.stringify(wanted)).length;
      all += fields.length;
    }
    expect(right / all).toBeGreaterThan(leastRight);
  });

  test("every date of publication is right, or said to be unknown", async () => {
    for (const story of stories) {
      const { published, publishedFrom } = compareFields(story, await readStory(story.path));
      expect([story.name, published!.got, publishedFrom!.got]).toEqual([
        story.name,
        published!.wanted,
        publishedFrom!.wanted,
      ]);
    }
  });

  test("parts are in order, never overlap, and lie within the text", async () => {
    for (const { path } of stories) {
      const { parts, text } = await readStory(path);
      let end = 0;
      for (const part of parts) {
        expect(part.start).toBeGreaterThanOrEqual(end);
        expect(part.end).toBeGreaterThan(part.start);
        end = part.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });
});
