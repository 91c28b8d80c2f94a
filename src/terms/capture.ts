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
  /** `text/html`, `text/plain; charset=…`, from the server or the file name. */
  mediaType: z.string().nullable(),
  /** What was collected, when `bytes` were taken out of it (a PDF, a mail, a saved page); `id` is then of these bytes. */
  original: z.object({ bytes: z.instanceof(Uint8Array), mediaType: z.string() }).optional(),
  /** The server's headers, in their order, names in lower case. */
  headers: z.array(z.tuple([z.string(), z.string()])).optional(),
  /** Who published it, as the feed says that led to it (RSS `<source>`); the page itself knows better. */
  publisherHint: z.string().optional(),
});
export type Capture = z.infer<typeof Capture>;
