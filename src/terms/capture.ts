import { z } from "zod";
import { Edtf } from "./dates.ts";
import { Source } from "./report.ts";

/** The bytes of one page or text as they were collected, before anything is made of them. */
export const Capture = z.object({
  id: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  name: z.string(),
  source: Source,
  bytes: z.instanceof(Uint8Array),
  /** When the collector saved the bytes, if it knows; a file on disk does not say. */
  captured: Edtf.nullable(),
  /** A publication date given from outside (a feed entry, the user); null when none is. */
  published: Edtf.nullable().optional(),
  /** `text/html`, `text/plain` …, from the server or the file name. */
  mediaType: z.string().nullable(),
});
export type Capture = z.infer<typeof Capture>;
