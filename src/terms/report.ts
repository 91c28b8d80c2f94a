import { z } from "zod";
import { Edtf } from "./dates.ts";
import { Note } from "./note.ts";
import { Span } from "./span.ts";

/** Every kind of part a page may have. Claims are read from `claimParts` only. */
export const partKinds = [
  "title",
  "subtitle",
  "byline",
  "dateline",
  "lead",
  "body",
  "subheading",
  "quote",
  "list",
  "caption",
  "credit",
  "clock",
  "section",
  "tags",
  "related",
  "navigation",
  "sharing",
  "comments",
  "advert",
  "legal",
  "other",
] as const;
export const PartKind = z.enum(partKinds);
export type PartKind = z.infer<typeof PartKind>;

/** The kinds of part in which the report itself speaks; everything else is furniture. */
export const claimParts: readonly PartKind[] = [
  "title",
  "subtitle",
  "lead",
  "body",
  "subheading",
  "quote",
  "list",
  "caption",
];

export const Part = z.object({
  kind: PartKind,
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** For a live blog's entries and the like: the part's own date. */
  published: Edtf.nullable().optional(),
});
export type Part = z.infer<typeof Part>;

/** Where a capture came from. */
export const Source = z.object({
  path: z.string().optional(),
  url: z.string().optional(),
  warc: z.string().optional(),
  record: z.string().optional(),
  feed: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

export const Related = z.object({ title: z.string(), url: z.string().optional() });
export type Related = z.infer<typeof Related>;

export const Image = z.object({ caption: Span.nullable(), credit: z.string().nullable() });
export type Image = z.infer<typeof Image>;

export const publishedFroms = ["meta", "json-ld", "dateline", "url", "feed", "given"] as const;

/** One thing published, as read: its text, its parts and what it says about itself. */
export const Report = z.object({
  /** `sha256:` and the hex digest of the captured bytes. */
  id: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  /** The input's file name without extensions, or a slug of its URL. */
  name: z.string(),
  source: Source,
  /** When the page was saved, as far as the page or the collector knows. Never the publication date. */
  captured: Edtf.nullable(),
  published: Edtf.nullable(),
  publishedFrom: z.enum(publishedFroms).nullable(),
  modified: Edtf.nullable().optional(),
  publisher: z.string().nullable(),
  /** The agency whose text this is, when the page says so: "(Reuters)" in a dateline, a credit line. */
  agency: z.string().nullable().optional(),
  /** The head of the lead, "ALEPPO, Feb 3 (Reuters)": its words, the place and the day it is dated from. */
  dateline: z.object({ span: Span, place: z.string().nullable(), date: Edtf.nullable() }).nullable().optional(),
  byline: z.array(z.string()),
  section: z.string().nullable(),
  /** ISO 639-1 code, or null when it cannot be told. */
  language: z.string().nullable(),
  title: z.string().nullable(),
  tags: z.array(z.string()),
  related: z.array(Related),
  images: z.array(Image),
  text: z.string(),
  parts: z.array(Part),
  notes: z.array(Note),
});
export type Report = z.infer<typeof Report>;
