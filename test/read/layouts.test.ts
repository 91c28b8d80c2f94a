import { describe, expect, test } from "vitest";
import type { Report } from "../../src/terms/index.ts";
import { accounts } from "./layouts/accounts.ts";
import { judgePage, layPages, readPage, scoreKinds } from "./layouts/judge-parts.ts";

// Floors a little under what was measured (docs/evaluation.md), so that a change that costs a kind is seen.
const floors = { tuned: { all: 0.97, weakest: 0.75 }, unseen: { all: 0.9, weakest: 0.5 } } as const;

describe("the parts of pages in twelve layouts", () => {
  test.each(["tuned", "unseen"] as const)("are told apart in the %s layouts", (which) => {
    const { all, kinds } = scoreKinds(layPages(which).flatMap(judgePage));
    expect(all).toBeGreaterThanOrEqual(floors[which].all);
    for (const [kind, { pieces, f1 }] of Object.entries(kinds))
      if (pieces >= 10) expect(f1, kind).toBeGreaterThanOrEqual(floors[which].weakest);
  });
  test("there are forty pages", () => {
    expect(layPages("tuned").length + layPages("unseen").length).toBe(40);
  });
});

const codes = ({ notes }: Report) => notes.map(({ code }) => code);
const tuned = (name: string) => {
  const page = layPages("tuned").find((each) => each.name === name)!;
  return readPage(page.name, page.markup);
};

describe("pages of special forms", () => {
  test("each entry of a live blog is dated by its own time", () => {
    const report = tuned("live-1");
    const dates = report.parts.flatMap(({ kind, published }) => (kind === "body" && published ? [published] : []));
    expect(new Set(dates).size).toBeGreaterThanOrEqual(4);
    expect(dates.every((date) => date.startsWith(accounts[6]!.day))).toBe(true);
    expect(codes(report)).toContain("page.live-blog");
  });
  test("a plain story is no live blog, film or stub", () => {
    expect(codes(tuned("newspaper-1"))).toEqual([]);
  });
  test("a stub before a barrier is said to be one, and the offer is no part of the story", () => {
    const report = tuned("paywall-1");
    expect(codes(report)).toContain("page.paywall");
    const story = report.parts
      .filter(({ kind }) => kind === "body")
      .map(({ start, end }) => report.text.slice(start, end));
    expect(story.join()).not.toMatch(/crown a week/);
  });
  test("a film with two lines of story keeps the lines and says that it is a film", () => {
    const report = tuned("video-1");
    expect(codes(report)).toContain("page.video");
    expect(report.parts.filter(({ kind }) => kind === "lead" || kind === "body")).toHaveLength(2);
  });

  const paged = (head: string, foot: string) =>
    readPage(
      "paged",
      `<html><head><title>${accounts[0]!.title}</title><link rel="canonical" href="https://paper.example/story-7.html">${head}</head><body><article><h1>${accounts[0]!.title}</h1>${[accounts[0]!.lead, ...accounts[0]!.body].map((text) => `<p>${text}</p>`).join("")}</article>${foot}</body></html>`,
    );
  test("a report of several pages says where it goes on", () => {
    const link = paged('<link rel="next" href="https://paper.example/story-7.html?page=2">', "");
    const numbers = paged("", '<div class="pagination"><a href="?page=2">2</a> <a href="?page=3">3</a></div>');
    for (const report of [link, numbers])
      expect(report.notes).toContainEqual({
        code: "page.continues",
        text: "The report goes on at https://paper.example/story-7.html?page=2; that page is not read with this one.",
      });
  });
  test("the next report of a blog is not the next page of this one", () => {
    expect(codes(paged('<link rel="next" href="https://paper.example/story-8.html">', ""))).not.toContain(
      "page.continues",
    );
  });
});
