import { captureId, type Report } from "../src/terms/index.ts";

/** A report that is one stretch of running text and says nothing about itself but what is given. */
export function plainReport(name: string, text: string, about: Partial<Report> = {}): Report {
  return {
    id: captureId(new TextEncoder().encode(`${name}\n${text}`)),
    name,
    source: {},
    captured: null,
    published: null,
    publishedFrom: null,
    publisher: null,
    byline: [],
    section: null,
    language: "en",
    title: null,
    tags: [],
    related: [],
    images: [],
    text,
    parts: [{ kind: "body", start: 0, end: text.length }],
    notes: [],
    ...about,
  };
}
