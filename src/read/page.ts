import type { Note, Report } from "../terms/index.ts";

/** What a reader makes of the decoded page; with the capture it is a report. */
export type Page = Omit<Report, "id" | "name" | "source" | "notes"> & { notes: Note[] };
