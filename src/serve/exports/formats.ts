import { claimReview } from "./claim-review.ts";
import { eventsCsv, tiesCsv } from "./csv.ts";
import type { ExportFormat } from "./exportable.ts";
import { followTheMoney } from "./follow-the-money.ts";
import { geojson } from "./geojson.ts";
import { gexf } from "./gexf.ts";
import { graphml } from "./graphml.ts";
import { prov } from "./prov.ts";
import { stix } from "./stix.ts";
import { training } from "./training.ts";
import { webAnnotations } from "./web-annotations.ts";

/** Every export by the word with which it is asked for. */
export const exportFormats = {
  ties: tiesCsv,
  events: eventsCsv,
  gexf,
  graphml,
  ftm: followTheMoney,
  stix,
  annotations: webAnnotations,
  geojson,
  prov,
  claimreview: claimReview,
  training,
} satisfies Record<string, ExportFormat>;

export type ExportName = keyof typeof exportFormats;
export const exportNames = Object.keys(exportFormats) as [ExportName, ...ExportName[]];
