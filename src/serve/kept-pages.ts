import { findKept, readKept } from "../collect/keep/find-capture.ts";
import type { CaptureKeeper } from "../collect/keep/keep-captures.ts";
import { declaredCharset, decode, sentCharset } from "../read/decode.ts";
import type { Capture } from "../terms/index.ts";
import type { KeptPage } from "./answers.ts";

/** The pages behind the reports, as they came. */
export interface KeptPages {
  /** What is known of a report's page; null when it was not kept. */
  of(report: string): Promise<KeptPage | null>;
  /** Keeps a page that is about to be read. */
  keep(capture: Capture): Promise<void>;
}

/** So much of a page's source is shown; whoever wants more has `entente capture`. */
const mostCharacters = 200_000;
/** Packed, in bytes: a larger one is not unpacked to be looked at. */
const largestShown = 20_000_000;

/** The pages kept in a folder (keep-captures.ts); with a keeper, what comes in is kept too. */
export function keptPagesIn(folder: string, keeper: CaptureKeeper | null): KeptPages {
  return {
    async of(report) {
      const found = (await findKept(folder, report)).find(({ id }) => id === report);
      if (found === undefined) return null;
      const facts = { id: found.id, url: found.url ?? null, file: found.file, packed: found.length };
      if (found.length > largestShown) return { ...facts, bytes: null, headers: [], source: null, isWhole: false };
      const { bytes, headers } = await readKept(folder, found);
      const mediaType = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? null;
      const source = isText(mediaType, bytes)
        ? decode(bytes, sentCharset(mediaType) ?? declaredCharset(bytes)).value
        : null;
      return {
        ...{ ...facts, bytes: bytes.length, headers },
        source: source === null ? null : source.slice(0, mostCharacters),
        isWhole: source !== null && source.length <= mostCharacters,
      };
    },
    keep: async (capture) => {
      await keeper?.keep(capture);
    },
  };
}

/** A file tells no media type; then bytes without a zero are text. */
function isText(mediaType: string | null, bytes: Uint8Array): boolean {
  if (mediaType !== null) return /^text\/|\b(?:xml|xhtml|json)\b/i.test(mediaType);
  return !bytes.subarray(0, 4096).includes(0);
}
