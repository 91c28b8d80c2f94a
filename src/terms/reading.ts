import { z } from "zod";
import { Attribution } from "./attribution.ts";
import { Claim } from "./claim.ts";
import { Mention } from "./mention.ts";
import { Report } from "./report.ts";

export const readingFormat = "entente-reading/1";

/** What one report says, as data: the fixed format `entente-reading/1`. */
export const Reading = z.object({
  format: z.literal(readingFormat),
  report: Report,
  mentions: z.array(Mention),
  claims: z.array(Claim),
  attributions: z.array(Attribution),
});
export type Reading = z.infer<typeof Reading>;
